import { seedLoss, type GradientRule } from './bptt.ts';

/**
 * Returns truncated BPTT: after every `every` steps, the losses of those steps flow back through the
 * last `window` steps. `tbptt(k)` cuts the sequence into chunks of k; `tbptt(k, 1)` sends every
 * single loss back through k steps; `tbptt(T)` is bptt, bit for bit; `tbptt(1)` is Elman's training.
 * States are carried over the cuts. Where windows overlap, frames keep the gradients of the last one.
 * Errors: a window shorter than `every`, which would lose losses. Source: williams1990.
 */
export function tbptt(window: number, every = window): GradientRule {
  if (!Number.isInteger(every) || every < 1 || !Number.isInteger(window) || window < every)
    throw new Error(
      `tbptt: window ${window}, every ${every}; expected whole numbers with 1 ≤ every ≤ window`,
    );
  return (machine, trace) => {
    trace.grads.fill(0);
    for (let first = 1; first <= trace.length; first += every) {
      const last = Math.min(first + every - 1, trace.length);
      const cut = Math.max(1, first + every - window);
      if (window > every) trace.clearFrames(cut - 1, last);
      seedLoss(trace, first, last);
      machine.pullbacks(trace, last, cut);
    }
  };
}
