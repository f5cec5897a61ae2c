import type { Machine } from '../machine/machine.ts';
import type { Trace } from '../machine/trace.ts';
import { times, unitMatrix } from '../math/matrix.ts';

/** How one number of step t hangs on what the step was given. */
export interface Slope {
  /** ∂number/∂state at t − 1, states in the program's order. */
  readonly state: Float64Array;
  /** ∂number/∂θ within this step alone. */
  readonly theta: Float64Array;
}

/** Number of all state components: 2H for a cell with h and c. */
export const stateSize = ({ program, layout }: Machine): number =>
  program.state.reduce((sum, name) => sum + layout.length(name), 0);

/**
 * Returns the slopes of one quantity at step t, one per component, by as many pullbacks.
 * The gradients of `scratch` are used and lost; give `trace.sibling()` to keep the trace's own.
 */
export function slopes(machine: Machine, scratch: Trace, name: string, t: number): Slope[] {
  const { program, layout } = machine;
  return Array.from({ length: layout.length(name) }, (_, i) => {
    scratch.clearGrads(t - 1, t);
    scratch.grad(name, t)[i] = 1;
    machine.pullback(scratch, t);
    const state = new Float64Array(stateSize(machine));
    let start = 0;
    for (const lagged of program.state) {
      state.set(scratch.grad(lagged, t - 1), start);
      start += layout.length(lagged);
    }
    return { state, theta: scratch.thetaGrad.slice() };
  });
}

/** Returns ∂state_t/∂state_{t−1} by rows, states in the program's order: [h; c] for an LSTM. */
export function jacobian(machine: Machine, trace: Trace, t: number): number[][] {
  const scratch = trace.sibling();
  return machine.program.state.flatMap((name) =>
    slopes(machine, scratch, name, t).map(({ state }) => [...state]),
  );
}

/** Returns ∂state_last/∂state_first, the product of the Jacobians between; the unit matrix if equal. */
export function jacobianProduct(
  machine: Machine,
  trace: Trace,
  first: number,
  last: number,
): number[][] {
  let product = unitMatrix(stateSize(machine));
  for (let t = first + 1; t <= last; t++) product = times(jacobian(machine, trace, t), product);
  return product;
}
