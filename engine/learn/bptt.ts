import type { Machine } from '../machine/machine.ts';
import { lossName, type Trace } from '../machine/trace.ts';

/**
 * Fills the trace's gradients: of the weighted loss with respect to every quantity at every time.
 * There is no variable for what comes from the future: the recurrence is the lag, and pullback(t)
 * has left it in frame t − 1. Cost: twice the forward run. Source: werbos1990.
 */
export function bptt<Name extends string>(machine: Machine<Name>, trace: Trace<Name>): void {
  trace.grads.fill(0);
  seedLoss(trace);
  machine.pullbacks(trace, trace.length, 1);
}

/** Fills a trace's gradients; what it leaves in theta's is the rule's estimate of ∂loss/∂θ. */
export type GradientRule = <Name extends string>(
  machine: Machine<Name>,
  trace: Trace<Name>,
) => void;

/** Adds ∂loss/∂L_t, the loss weights, to the gradients of the losses of steps `first` to `last`. */
export function seedLoss<Name extends string>(
  trace: Trace<Name>,
  first = 1,
  last = trace.length,
): void {
  const loss = lossName(trace.program);
  if (loss === undefined)
    throw new Error(
      `${trace.program.name} has no loss, so there is nothing to differentiate; join it with a head first`,
    );
  for (let lane = 0; lane < trace.lanes.count; lane++)
    for (let t = first; t <= last; t++)
      trace.grads[trace.start(loss, t, lane)]! += trace.lossWeights[t]!;
}
