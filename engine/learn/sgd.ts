import { checkSettings, elementwise, RANGES, type Optimizer } from './optimizer.ts';

export interface SgdSettings {
  /** Share of the old velocity that is kept. Range: 0 … 1. */
  readonly momentum?: number;
  /** Share of the gradient that the velocity does not take in after the first update. */
  readonly dampening?: number;
  /** Looks ahead along the velocity before it steps. */
  readonly nesterov?: boolean;
  /** Added to the gradient, times the parameter. */
  readonly weightDecay?: number;
}

/**
 * Gradient descent, θ ← θ − learningRate · gradient, with momentum and Nesterov's look ahead.
 * Source: polyak1964, sutskever2013, in PyTorch's form. Errors: a setting outside its range.
 */
export function sgd(
  learningRate: number,
  { momentum = 0, dampening = 0, nesterov = false, weightDecay = 0 }: SgdSettings = {},
): Optimizer {
  checkSettings('sgd', { learningRate, momentum, weightDecay }, RANGES);
  if (!(learningRate > 0))
    throw new Error(`sgd: learningRate is ${learningRate}; expected a number above 0`);
  if (momentum === 0)
    return elementwise([], () => (p, g) => p - learningRate * (g + weightDecay * p));
  return elementwise(['velocity'], (t) => (p, g, { velocity }, i) => {
    const slope = g + weightDecay * p;
    const next = t === 1 ? slope : momentum * velocity[i]! + (1 - dampening) * slope;
    velocity[i] = next;
    return p - learningRate * (nesterov ? slope + momentum * next : next);
  });
}
