import type { Machine } from '../machine/machine.ts';
import { lossName, type Trace } from '../machine/trace.ts';
import { slopes, stateSize, type Slope } from './jacobian.ts';

/**
 * The influence of every parameter on every state component, carried forward in time: what
 * real-time recurrent learning remembers instead of the past. Nothing in it knows a cell.
 * Memory: states × parameters. Source: williams1989.
 */
export class Influence {
  /** ∂state/∂θ after the last step taken, one row per state component. */
  rows: Float64Array[];
  private readonly machine: Machine;
  private readonly scratch: Trace;

  constructor(machine: Machine, trace: Trace) {
    this.machine = machine;
    this.scratch = trace.sibling();
    this.rows = Array.from(
      { length: stateSize(machine) },
      () => new Float64Array(machine.layout.thetaSize),
    );
  }

  /**
   * Returns ∂quantity_t/∂θ, one row per component, through the whole past.
   * To be asked between the run of step t and `advance(t)`.
   */
  on(name: string, t: number): Float64Array[] {
    return slopes(this.machine, this.scratch, name, t).map((slope) => this.total(slope));
  }

  /** Takes step t, which must have been run; returns the gradient of its weighted loss, 0 without one. */
  advance(t: number): Float64Array {
    const { machine, scratch } = this;
    const loss = lossName(machine.program);
    const gradient =
      loss === undefined ? new Float64Array(machine.layout.thetaSize) : this.on(loss, t)[0]!;
    const weight = scratch.lossWeights[t]!;
    this.rows = machine.program.state.flatMap((name) => this.on(name, t));
    return gradient.map((value) => weight * value);
  }

  /** The direct slope, and the slope through each state component times its influence. */
  private total({ state, theta }: Slope): Float64Array {
    const total = theta.slice();
    this.rows.forEach((row, k) => {
      const slope = state[k]!;
      if (slope === 0) return;
      for (let p = 0; p < total.length; p++) total[p]! += slope * row[p]!;
    });
    return total;
  }
}

/**
 * Fills the gradients of theta by real-time recurrent learning: forward, without going back in time.
 * Equals bptt up to rounding. Cost: states² × parameters per step.
 */
export function rtrl(machine: Machine, trace: Trace): void {
  const influence = new Influence(machine, trace);
  trace.grads.fill(0);
  for (let t = 1; t <= trace.length; t++) {
    const gradient = influence.advance(t);
    for (let p = 0; p < gradient.length; p++) trace.grads[p]! += gradient[p]!;
  }
}
