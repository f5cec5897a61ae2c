import { seedLoss, type GradientRule } from './bptt.ts';

/**
 * Returns bptt with the state detached behind some steps: values pass there, gradients do not. Frames hold the
 * gradients that are left. `detached([])` is bptt, bit for bit; with a cut behind every k-th step it is
 * `tbptt(k)` up to the order of the sum. Errors: a cut that is no whole number from 1 on.
 */
export function detached(cuts: readonly number[]): GradientRule {
  const bad = cuts.find((cut) => !Number.isInteger(cut) || cut < 1);
  if (bad !== undefined)
    throw new Error(`detached: a cut behind step ${bad}; expected whole numbers from 1 on`);
  return (machine, trace) => {
    trace.grads.fill(0);
    seedLoss(trace);
    const { thetaSize, frameSize } = trace.layout;
    for (let t = trace.length; t >= 1; t--) {
      const before = thetaSize + (t - 1) * frameSize;
      const kept = cuts.includes(t - 1) ? trace.grads.slice(before, before + frameSize) : undefined;
      machine.pullback(trace, t);
      // what step t sends back over the cut is dropped; the losses before it stay seeded
      if (kept !== undefined) trace.grads.set(kept, before);
    }
  };
}
