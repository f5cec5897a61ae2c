import { jacobianProduct } from '../learn/jacobian.ts';
import type { Machine } from '../machine/machine.ts';
import type { Trace } from '../machine/trace.ts';
import { singularValues } from '../math/singular-values.ts';

/** One number of a run. */
export interface Spot {
  readonly name: string;
  readonly t: number;
  readonly unit: number;
}

/**
 * Returns ∂spot/∂input_k for every step k = 1 … t, one row per step: how the number would answer to small
 * changes of what was read. Its own gradients are kept. Cost: t pullbacks.
 */
export function saliency(
  machine: Machine,
  trace: Trace,
  { name, t, unit }: Spot,
  input = 'x',
): number[][] {
  const scratch = trace.sibling();
  const view = scratch.grad(name, t);
  if (!(unit in view))
    throw new Error(
      `saliency: «${name}» has no unit ${unit}; expected a whole number below ${view.length}`,
    );
  view[unit] = 1;
  for (let k = t; k >= 1; k--) machine.pullback(scratch, k);
  return Array.from({ length: t }, (_, index) => [...scratch.grad(input, index + 1)]);
}

/**
 * Returns the largest stretch ‖∂state_t/∂state_{t−k}‖ for lags k = 0 … t: what is left of a small
 * change, k steps later, in the direction that keeps most.
 */
export const lagNorms = (machine: Machine, trace: Trace, t: number): number[] =>
  Array.from(
    { length: t + 1 },
    (_, lag) => singularValues(jacobianProduct(machine, trace, t - lag, t)).values[0]!,
  );
