import { nearest, quoted } from '../program/errors.ts';
import type { Machine } from './machine.ts';
import { lossName, type Trace } from './trace.ts';

/** A number, a vector, or a matrix by rows. */
export type Numbers = number | readonly number[] | readonly (readonly number[])[];

/** One row per time step; plain numbers where the quantity has length 1. */
export type Rows = readonly (number | readonly number[])[];

/** Everything a run needs: settings in, trace out. */
export interface Setting {
  readonly params: Readonly<Record<string, Numbers>>;
  /** States at t = 0; those not named are 0. */
  readonly initial?: Readonly<Record<string, Numbers>>;
  /** Rows of the quantity `x`, or of several inputs by name; where there are several targets, of these too. */
  readonly inputs: Rows | Readonly<Record<string, Rows>>;
  /** Rows of the program's target. */
  readonly targets?: Rows;
  /** One weight per time step; 0 switches a step's loss off. */
  readonly lossWeights?: readonly number[];
}

/**
 * Runs a machine over a sequence and returns its trace.
 * Errors: a name the program does not have, a missing parameter, a wrong number of numbers,
 * a number that is not finite.
 */
export function play<Name extends string>(machine: Machine<Name>, setting: Setting): Trace<Name> {
  const trace = machine.trace(lengthOf(setting));
  fill(machine, trace, setting);
  machine.steps(trace, 1, trace.length);
  return trace;
}

/** Returns the number of time steps of a setting. */
export function lengthOf({ inputs, targets }: Setting): number {
  const [rows] = isRows(inputs) ? [inputs] : Object.values(inputs);
  return (rows ?? targets ?? []).length;
}

const isRows = (inputs: Setting['inputs']): inputs is Rows => Array.isArray(inputs);

/** Writes a setting into a trace without running it. Errors: those of `play`. */
export function fill(machine: Machine, trace: Trace, setting: Setting): void {
  const { program } = machine;
  const namesOf = (wanted: readonly string[]): string[] =>
    [...program.quantities.values()]
      .filter(({ role }) => wanted.includes(role))
      .map(({ name }) => name);
  const params = namesOf(['param']);
  checkNames(program.name, 'parameter', Object.keys(setting.params), params);
  for (const name of params) {
    const numbers = setting.params[name];
    if (numbers === undefined)
      throw new Error(`${program.name}: parameter «${name}» is missing; give ${quoted(params)}`);
    write(trace, name, undefined, numbers);
  }
  checkNames(program.name, 'state', Object.keys(setting.initial ?? {}), program.state);
  for (const [name, numbers] of Object.entries(setting.initial ?? {}))
    write(trace, name, 0, numbers);
  const [target] = namesOf(['target']);
  writeInputs(trace, setting.inputs, namesOf(['input', 'state', 'target']));
  if (setting.targets !== undefined) {
    if (target === undefined)
      throw new Error(`${program.name} has no target; leave out targets, or join it with a head`);
    writeRows(trace, target, setting.targets, 'target');
  }
  if (setting.lossWeights !== undefined) setWeights(trace, setting.lossWeights);
}

function checkNames(
  program: string,
  kind: string,
  given: readonly string[],
  known: readonly string[],
): void {
  for (const name of given) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    const hint = near.length > 0 ? `; did you mean ${quoted(near)}?` : '';
    throw new Error(`${program} has no ${kind} «${name}»; it has ${quoted(known)}${hint}`);
  }
}

function write(trace: Trace, name: string, t: number | undefined, numbers: Numbers): void {
  const view = trace.value(name, t);
  const flat = typeof numbers === 'number' ? [numbers] : numbers.flat();
  const where = `${trace.program.name}: «${name}»${t === undefined ? '' : ` at t = ${t}`}`;
  if (flat.length !== view.length)
    throw new Error(
      `${where} has ${flat.length} numbers; expected ${trace.layout.rows(name)} × ${trace.layout.columns(name)}`,
    );
  const columns = trace.layout.columns(name);
  const ragged =
    typeof numbers === 'number'
      ? undefined
      : numbers.find(
          (row): row is readonly number[] => typeof row !== 'number' && row.length !== columns,
        );
  if (ragged !== undefined)
    throw new Error(
      `${where} has a row of ${ragged.length} numbers; expected ${trace.layout.rows(name)} × ${columns}`,
    );
  const bad = flat.find((value) => !Number.isFinite(value));
  if (bad !== undefined) throw new Error(`${where} contains ${bad}; expected finite numbers`);
  view.set(flat);
}

/** Rows that have no name are x; a program without x takes none. */
function writeInputs(trace: Trace, inputs: Setting['inputs'], known: readonly string[]): void {
  if (!isRows(inputs)) checkNames(trace.program.name, 'input', Object.keys(inputs), known);
  const byName = !isRows(inputs) ? inputs : known.includes('x') ? { x: inputs } : {};
  for (const [name, rows] of Object.entries(byName)) writeRows(trace, name, rows, 'input');
}

function writeRows(
  trace: Trace,
  name: string,
  rows: readonly (number | readonly number[])[],
  kind: string,
): void {
  if (rows.length !== trace.length)
    throw new Error(
      `${trace.program.name}: ${rows.length} ${kind} rows for ${trace.length} steps; expected one row per step`,
    );
  rows.forEach((row, index) => write(trace, name, index + 1, row));
}

function setWeights(trace: Trace, weights: readonly number[]): void {
  if (lossName(trace.program) === undefined)
    throw new Error(`${trace.program.name} has no loss to weigh; join it with a head first`);
  if (weights.length !== trace.length)
    throw new Error(
      `${trace.program.name}: ${weights.length} loss weights for ${trace.length} steps; expected one per step`,
    );
  const bad = weights.find((weight) => !Number.isFinite(weight));
  if (bad !== undefined)
    throw new Error(`${trace.program.name}: a loss weight is ${bad}; expected finite numbers`);
  weights.forEach((weight, index) => (trace.lossWeights[index + 1] = weight));
}
