import type { Machine } from '../machine/machine.ts';
import type { Trace } from '../machine/trace.ts';
import { seedLoss } from './bptt.ts';

/**
 * Returns what each use of the parameters owes to each loss: entry [t − 1][k − 1] is the part of ∂L_t/∂θ
 * that comes from the use at step k ≤ t. All entries together are bptt's gradient.
 * Cost: T²/2 pullbacks; memory: T²/2 times the parameters.
 */
export function contributions(machine: Machine, trace: Trace): Float64Array[][] {
  const scratch = trace.sibling();
  return Array.from({ length: trace.length }, (_, index) => {
    scratch.clearGrads(0, trace.length);
    seedLoss(scratch, index + 1, index + 1);
    const uses: Float64Array[] = [];
    for (let k = index + 1; k >= 1; k--) {
      machine.pullback(scratch, k);
      uses[k - 1] = scratch.thetaGrad.slice();
      scratch.thetaGrad.fill(0);
    }
    return uses;
  });
}
