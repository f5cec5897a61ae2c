import type { Machine } from './machine.ts';
import { fill, lengthOf, type Setting } from './play.ts';
import type { Trace } from './trace.ts';

/** One component of a computed quantity that is kept at a value, whatever the equations say. */
export interface Hold {
  readonly name: string;
  readonly unit: number;
  readonly value: number;
}

/**
 * Runs step t as `machine.step` does, but holds some components: whatever is computed from them
 * afterwards sees the held values. Errors: a quantity that no equation computes, a unit it does not have.
 */
export function stepHolding(
  machine: Machine,
  trace: Trace,
  t: number,
  holds: readonly Hold[],
): void {
  checkHolds(machine, holds);
  for (const { step, op, place } of machine.forward) {
    op.run(trace.values, place(t));
    for (const { name, unit, value } of holds)
      if (name === step.out) trace.value(name, t)[unit] = value;
  }
}

/** Runs a machine over a sequence as `play` does, with components held from step 1 on. */
export function playHolding(machine: Machine, setting: Setting, holds: readonly Hold[]): Trace {
  const trace = machine.trace(lengthOf(setting));
  fill(machine, trace, setting);
  for (let t = 1; t <= trace.length; t++) stepHolding(machine, trace, t, holds);
  return trace;
}

function checkHolds({ program, layout, forward }: Machine, holds: readonly Hold[]): void {
  for (const { name, unit } of holds) {
    if (!forward.some(({ step }) => step.out === name))
      throw new Error(`${program.name} computes no «${name}», so nothing of it can be held`);
    if (!Number.isInteger(unit) || unit < 0 || unit >= layout.length(name))
      throw new Error(
        `${program.name}: «${name}» has no unit ${unit}; expected a whole number below ${layout.length(name)}`,
      );
  }
}
