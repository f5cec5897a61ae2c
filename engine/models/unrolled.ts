import type { Machine } from '../machine/machine.ts';
import type { Numbers, Rows, Setting } from '../machine/play.ts';
import type { Trace } from '../machine/trace.ts';

/**
 * Fills the one frame of an unrolled program (see `unroll`) from a setting as `play` takes it, and
 * runs it. Row t of inputs and targets goes to copy t; an untied program takes parameters by the
 * names of their copies. Errors: a name that the program does not have.
 */
export function playUnrolled(machine: Machine, setting: Setting): Trace {
  const trace = machine.trace(1);
  fillUnrolled(trace, setting);
  machine.step(trace, 1);
  return trace;
}

/** Writes a setting into the frame of an unrolled program without running it. */
export function fillUnrolled(
  trace: Trace,
  { params, initial = {}, inputs, targets = [] }: Setting,
): void {
  for (const [name, numbers] of Object.entries(params)) trace.value(name).set(flat(numbers));
  for (const [name, numbers] of Object.entries(initial))
    trace.value(`${name}_0`, 1).set(flat(numbers));
  const rows: Readonly<Record<string, Rows>> = isRows(inputs) ? { x: inputs } : inputs;
  for (const [name, each] of Object.entries({ ...rows, d: targets }))
    each.forEach((row, index) => trace.value(`${name}_${index + 1}`, 1).set(flat(row)));
}

const isRows = (inputs: Setting['inputs']): inputs is Rows => Array.isArray(inputs);

/** Fills the gradients of an unrolled run: of the sum of all its losses. */
export function pullbackUnrolled(machine: Machine, trace: Trace): void {
  trace.grads.fill(0);
  for (const { name, role } of machine.program.quantities.values())
    if (role === 'loss') trace.grad(name, 1)[0] = 1;
  machine.pullback(trace, 1);
}

const flat = (numbers: Numbers): readonly number[] =>
  typeof numbers === 'number' ? [numbers] : numbers.flat();
