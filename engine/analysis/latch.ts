import { log } from '../math/log.ts';
import { tanh } from '../math/activations.ts';
import { fixedPoints } from './fixed-points.ts';

/** More steps than any reader waits for: beyond them a memory counts as held. */
const PATIENCE = 1_000_000;

/**
 * Returns the number of letters after which the memory of an opening mark has fallen to half:
 * the first n for which the state is at most half as far from rest as h0, the state right after
 * the mark, was. Rest is the state in which a long text without marks leaves h = −1. Infinity when the
 * state never comes back that far: it lies across the watershed (w > 1), or the state swings for
 * ever and keeps the beat (w < −1), or a million letters were not enough.
 */
export function halfLife(w: number, b: number, h0: number): number {
  const rest = restState(w, b);
  if (rest === undefined) return Infinity;
  const half = Math.abs(h0 - rest) / 2;
  let h = h0;
  for (let n = 0; n <= PATIENCE; n++) {
    if (Math.abs(h - rest) <= half) return n;
    const next = tanh(w * h + b);
    // the state rests elsewhere: no later step can differ
    if (next === h) return Infinity;
    h = next;
  }
  return Infinity;
}

/**
 * Returns in how many steps a small distance from a fixed point halves: log ½ / log |slope|.
 * 0 at slope 0, Infinity from slope ±1 on.
 */
export function halvingTime(slope: number): number {
  const kept = Math.abs(slope);
  if (kept >= 1) return Infinity;
  return kept === 0 ? 0 : log(0.5) / log(kept);
}

/**
 * Returns the state in which a long text without marks leaves h = −1, or undefined when it swings
 * for ever (w < −1).
 */
export function restState(w: number, b: number): number | undefined {
  return fixedPoints(w, b).find((point) => point.stable)?.value;
}

/**
 * Returns the unstable state that parts the two stable ones, or undefined when there is no second
 * stable state.
 */
export function watershed(w: number, b: number): number | undefined {
  const points = fixedPoints(w, b);
  return points.length === 3 ? points[1]?.value : undefined;
}

/**
 * Returns how many opening marks in a row carry the rest state across the watershed, so that the
 * letters after them leave it there: 1 for a good latch, Infinity where no row of marks is long
 * enough, undefined where there is no second stable state to reach.
 */
export function marksToLatch(w: number, u: number, b: number): number | undefined {
  const rest = restState(w, b);
  const ridge = watershed(w, b);
  if (rest === undefined || ridge === undefined) return undefined;
  // a row of marks climbs to the lowest fixed point of the map that reads marks
  const climbsTo = fixedPoints(w, u + b)[0]!.value;
  if (u <= 0 || climbsTo <= ridge) return Infinity;
  let h = rest;
  for (let n = 1; n <= PATIENCE; n++) {
    h = tanh(w * h + u + b);
    if (h > ridge) return n;
  }
  return Infinity;
}
