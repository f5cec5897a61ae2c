import { stateSize } from '../learn/jacobian.ts';
import type { Machine } from '../machine/machine.ts';

/** What one gradient over T steps asks for. */
export interface Cost {
  /** Products and additions: pairs of them, counted from the operations of the program. */
  readonly work: number;
  /** Numbers that must be kept until the gradient is there, beyond the parameters and their gradient. */
  readonly kept: number;
}

/** Pairs of a product and an addition in one step forward and in one step back. */
export function stepWork({ forward, backward }: Machine): { forward: number; backward: number } {
  const count = (instructions: Machine['forward']): number =>
    instructions.reduce((sum, { place }) => {
      const { rows, columns } = place(1);
      return sum + rows * columns;
    }, 0);
  return { forward: count(forward), backward: count(backward) };
}

/**
 * What `bptt` costs: every step forward and back once; all frames of values kept until the way back, and two
 * frames of gradients. Grows with T.
 */
export function bpttCost(machine: Machine, length: number): Cost {
  const { forward, backward } = stepWork(machine);
  const { frameSize } = machine.layout;
  return { work: length * (forward + backward), kept: (length + 1) * frameSize + 2 * frameSize };
}

/**
 * What `rtrl` costs: at every step one pullback for each state component and one for the loss, each followed by
 * a sum over all components of slope times influence; the influence is kept, and one frame. Independent of T.
 */
export function rtrlCost(machine: Machine, length: number): Cost {
  const { forward, backward } = stepWork(machine);
  const { frameSize, thetaSize } = machine.layout;
  const states = stateSize(machine);
  const rows = states + 1;
  return {
    work: length * (forward + rows * (backward + states * thetaSize)),
    // the influence after the step is made beside the one before it
    kept: 2 * states * thetaSize + 2 * frameSize,
  };
}
