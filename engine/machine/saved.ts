import { quoted } from '../program/errors.ts';
import type { Machine } from './machine.ts';

/** Parameters of a machine as JSON holds them. */
export interface Saved {
  readonly format: 'unrolled/1';
  /** The program that they belong to. */
  readonly program: string;
  readonly sizes: Readonly<Record<string, number>>;
  /** By name, row by row. */
  readonly params: Readonly<Record<string, readonly number[]>>;
}

/** Returns parameters, taken from the front of `theta`, under their names. JSON keeps every bit of them. */
export function save({ program, layout }: Machine, theta: Float64Array): Saved {
  const params = paramsOf(program).map((name): [string, number[]] => {
    const start = layout.offset(name);
    return [name, [...theta.subarray(start, start + layout.length(name))]];
  });
  return {
    format: 'unrolled/1',
    program: program.name,
    sizes: layout.sizes,
    params: Object.fromEntries(params),
  };
}

/**
 * Returns the parameters that were saved for a machine, as a setting takes them. `saved` is what JSON.parse
 * gave, so anything. Errors: another format, program or size; a parameter that is missing, unknown, of
 * another length or not finite.
 */
export function load({ program, layout }: Machine, saved: unknown): Record<string, number[]> {
  const { format, program: name, sizes, params } = asRecord(saved, 'the file');
  if (format !== 'unrolled/1')
    throw new Error(`the format is «${String(format)}»; expected «unrolled/1»`);
  if (name !== program.name)
    throw new Error(
      `saved for «${String(name)}», but this is ${program.name}; choose that cell first`,
    );
  const found = asRecord(sizes, '«sizes»');
  for (const [size, length] of Object.entries(layout.sizes))
    if (found[size] !== length)
      throw new Error(
        `${program.name}: saved with ${size} = ${String(found[size])}, but here ${size} = ${length}`,
      );
  const given = asRecord(params, '«params»');
  const known = paramsOf(program);
  const strange = Object.keys(given).filter((given) => !known.includes(given));
  if (strange.length > 0)
    throw new Error(`${program.name} has no ${quoted(strange)}; it has ${quoted(known)}`);
  return Object.fromEntries(
    known.map((param) => [
      param,
      numbersOf(program.name, param, given[param], layout.length(param)),
    ]),
  );
}

const paramsOf = ({ quantities }: Machine['program']): string[] =>
  [...quantities.values()].filter(({ role }) => role === 'param').map(({ name }) => name);

function asRecord(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${what} is ${JSON.stringify(value)}; expected names with values`);
  return value as Readonly<Record<string, unknown>>;
}

function numbersOf(program: string, name: string, value: unknown, length: number): number[] {
  const numbers: unknown[] = Array.isArray(value) ? value : [];
  if (numbers.length !== length)
    throw new Error(`${program}: «${name}» has ${numbers.length} numbers; expected ${length}`);
  return numbers.map((number) => {
    if (typeof number !== 'number' || !Number.isFinite(number))
      throw new Error(
        `${program}: «${name}» contains ${JSON.stringify(number)}; expected finite numbers`,
      );
    return number;
  });
}
