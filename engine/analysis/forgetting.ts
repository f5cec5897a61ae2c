import { log } from '../math/log.ts';
import { sigmoid } from '../math/activations.ts';
import { halvingTime } from './latch.ts';

/** Returns what a gate that stands at σ(bias) leaves of a number after some steps. */
export function keptByGate(bias: number, steps: number): number {
  const kept = sigmoid(bias);
  let share = 1;
  for (let n = 0; n < steps; n++) share *= kept;
  return share;
}

/** Returns in how many steps a gate that stands at σ(bias) lets go of half. */
export const halfLifeOfBias = (bias: number): number => halvingTime(sigmoid(bias));

/** Returns the bias whose gate lets go of half in this many steps: the logit of the kept share. */
export function biasForHalfLife(steps: number): number {
  let [low, high] = [-20, 40];
  // the half-life grows with the bias, so the interval can be halved
  for (let round = 0; round < 80; round++) {
    const middle = (low + high) / 2;
    if (halfLifeOfBias(middle) < steps) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Returns the time, not rounded, in which a leak α lets go of all but this share: ln share / ln (1 − α). */
export const timeUntilShare = (alpha: number, share: number): number => log(share) / log(1 - alpha);

/** Returns the first whole number of steps after which a leak α has left at most this share. */
export const stepsUntilShare = (alpha: number, share: number): number =>
  alpha >= 1 ? 1 : Math.ceil(timeUntilShare(alpha, share));

/**
 * Returns what n equal additions and then n equal subtractions of `amount` leave in a cell whose
 * forget gate stands at `kept`: 0 only if it stands at 1.
 */
export function countedUpAndDown(kept: number, amount: number, n: number): number {
  let cell = 0;
  for (let step = 0; step < n; step++) cell = kept * cell + amount;
  for (let step = 0; step < n; step++) cell = kept * cell - amount;
  return cell;
}
