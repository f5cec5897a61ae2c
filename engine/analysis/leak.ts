import { log, log1p } from '../math/log.ts';

/**
 * Returns the share of its potential that a unit with time constant τ, u_t = (1 − 1/τ) u_{t−1}, has
 * left after some steps. Range: τ ≥ 1, steps a whole number ≥ 0.
 */
export function retention(tau: number, steps: number): number {
  let share = 1;
  for (let n = 0; n < steps; n++) share *= 1 - 1 / tau;
  return share;
}

/** Returns after how many steps a share is left, not rounded: log share / log(1 − 1/τ). Range: τ ≥ 1. */
export const stepsUntil = (tau: number, share: number): number =>
  // log1p, because 1 − 1/τ has lost the digits of a large τ
  tau === 1 ? 0 : log(share) / log1p(-1 / tau);
