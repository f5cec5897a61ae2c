import type { Machine } from '../machine/machine.ts';
import { constant, glorot, type Initialiser } from '../math/initialisers.ts';
import { log } from '../math/log.ts';
import { rng, type RandomStream } from '../math/rng.ts';

/** What each kind of parameter begins with; a rule by name goes before the others. */
export interface InitialRules {
  /** Matrices from state to state: those with as many rows as columns by definition. Default: `matrices`. */
  readonly recurrent?: Initialiser;
  /** All other matrices. Default: glorot. */
  readonly matrices?: Initialiser;
  /** Vectors whose names begin with b. Default: 0. */
  readonly biases?: Initialiser;
  readonly byName?: Readonly<Record<string, Initialiser>>;
}

type Params = Readonly<Record<string, readonly number[]>>;

/**
 * Returns parameters for a machine. Each is drawn from a stream of its own name, so that a new
 * parameter never shifts an old one. Errors: a rule for a name that the program does not have, a
 * vector that is no bias and has no rule.
 */
export function initialise(
  { program, layout }: Machine,
  seed: number | string,
  { matrices = glorot, recurrent = matrices, biases = constant(0), byName = {} }: InitialRules = {},
): Record<string, number[]> {
  const params = [...program.quantities.values()].filter(({ role }) => role === 'param');
  const names = params.map(({ name }) => name);
  for (const name of Object.keys(byName))
    if (!names.includes(name))
      throw new Error(`${program.name} has no parameter «${name}»; it has ${names.join(', ')}`);
  return Object.fromEntries(
    params.map(({ name, shape: [rows, columns] }) => {
      const isBias = columns === undefined && name.startsWith('b');
      const general = columns === undefined ? undefined : rows === columns ? recurrent : matrices;
      const rule = byName[name] ?? (isBias ? biases : general);
      if (rule === undefined)
        throw new Error(
          `${program.name}: nothing says how «${name}» begins; give a rule in byName`,
        );
      const random = rng(seed).stream(`weights/${name}`);
      return [name, rule(layout.rows(name), layout.columns(name), random)];
    }),
  );
}

/** Returns the same parameters with the bias of the forget gate raised. Source: gers2000, jozefowicz2015. */
export const withForgetBias = (params: Params, value: number): Record<string, number[]> =>
  withVector(params, 'b_f', (numbers) => numbers.map(() => value));

/** Which bias opens the gate that keeps the old state, and which the gate that writes the new one. */
export interface Gates {
  readonly keep?: string;
  readonly write?: string;
}

/** The gates of an LSTM. A GRU has { keep: 'b_z' }, or { write: 'b_z' } in the other convention. */
export const LSTM_GATES: Gates = { keep: 'b_f', write: 'b_i' };

/**
 * Returns the same parameters with biases that let unit i forget in about 1 + u_i steps, u_i uniform
 * from 1 to longest − 1. Source: tallec2018, eq. 16. Errors: a bias that is not there, `longest` < 2.
 */
export function withChrono(
  params: Params,
  { keep, write }: Gates,
  longest: number,
  random: RandomStream,
): Record<string, number[]> {
  if (!(longest >= 2))
    throw new Error(`withChrono: longest is ${longest}; expected a number from 2`);
  const length = params[keep ?? write ?? '']?.length ?? 0;
  const biases = Array.from({ length }, () => log(1 + random.uniform() * (longest - 2)));
  const kept = keep === undefined ? { ...params } : withVector(params, keep, () => biases);
  const negative = biases.map((value) => -value);
  return (write === undefined ? kept : withVector(kept, write, () => negative)) as Record<
    string,
    number[]
  >;
}

function withVector(
  params: Params,
  name: string,
  change: (numbers: readonly number[]) => number[],
): Record<string, number[]> {
  const numbers = params[name];
  if (numbers === undefined)
    throw new Error(`no parameter «${name}»; there are ${Object.keys(params).join(', ')}`);
  const copies = Object.entries(params).map(([key, row]): [string, number[]] => [key, [...row]]);
  return { ...Object.fromEntries(copies), [name]: change(numbers) };
}
