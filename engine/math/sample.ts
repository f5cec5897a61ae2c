import { exp } from './exp.ts';
import type { RandomStream } from './rng.ts';

/**
 * Returns the shares of classes at a temperature: softmax(logits / temperature). At 0 all of it goes to
 * the likeliest class, of equals the first. Range of the temperature: 0 … Infinity, where all are equal.
 */
export function tempered(logits: ArrayLike<number>, temperature: number): number[] {
  if (!(temperature >= 0))
    throw new Error(`temperature is ${temperature}; expected a number from 0`);
  const scores = Array.from(logits);
  const largest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  if (temperature === 0) {
    const best = scores.indexOf(largest);
    return scores.map((_, k) => Number(k === best));
  }
  // the largest is taken out first, so that nothing overflows
  const weights = scores.map((score) => exp((score - largest) / temperature));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Draws a class by its share; never one whose share is 0. */
export function draw(shares: readonly number[], random: RandomStream): number {
  let rest = random.uniform();
  let last = -1;
  for (const [k, share] of shares.entries()) {
    if (share <= 0) continue;
    if (rest < share) return k;
    rest -= share;
    last = k;
  }
  // rounding may leave a little beyond the sum
  if (last < 0) throw new Error('draw: no class has a share above 0');
  return last;
}
