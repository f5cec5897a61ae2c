import type { Optimizer } from './optimizer.ts';

/** The share of the learning rate that update t = 1, 2, … takes. */
export type Schedule = (t: number) => number;

/** Falls to `factor` of itself after every `every` updates. */
export const stepwise =
  (every: number, factor: number): Schedule =>
  (t) =>
    power(factor, Math.floor((t - 1) / every));

/** Falls by one factor with every update. */
export const exponential = (factor: number): Schedule => stepwise(1, factor);

/** 1 / (1 + (t − 1) / halfAfter): slow enough to reach any place, fast enough to settle. Source: robbins1951. */
export const hyperbolic =
  (halfAfter: number): Schedule =>
  (t) =>
    1 / (1 + (t - 1) / halfAfter);

/** A straight line from 1 to 0 after `updates` updates. */
export const linear =
  (updates: number): Schedule =>
  (t) =>
    Math.max(0, 1 - (t - 1) / updates);

/** Rises in equal steps over the first `updates` updates, then follows another schedule from its start. */
export const warmedUp =
  (updates: number, then: Schedule = () => 1): Schedule =>
  (t) =>
    t <= updates ? t / updates : then(t - updates);

/**
 * Returns an optimizer whose every update is this share of the given one's; the memories are the
 * given one's. For all optimizers here that is the same as a learning rate that changes, because
 * each step is proportional to it.
 */
export function scheduled(optimizer: Optimizer, schedule: Schedule): Optimizer {
  let t = 0;
  return {
    get memory() {
      return optimizer.memory;
    },
    update(theta, grad) {
      t += 1;
      const share = schedule(t);
      const before = theta.slice();
      optimizer.update(theta, grad);
      // a whole step keeps its bits
      if (share === 1) return;
      before.forEach((value, i) => (theta[i] = value + share * (theta[i]! - value)));
    },
  };
}

function power(factor: number, exponent: number): number {
  let product = 1;
  for (let n = 0; n < exponent; n++) product *= factor;
  return product;
}
