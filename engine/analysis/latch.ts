import { log } from '../math/log.ts';
import { fixedPoints, restingStretch } from './fixed-points.ts';
import { squeezes, type Squeeze } from './squeezes.ts';

/** More steps than any reader waits for: beyond them a memory counts as held. */
const PATIENCE = 1_000_000;

/**
 * Returns the number of letters after which the memory of an opening mark has fallen to half:
 * the first n for which the state is at most half as far from rest as h0, the state right after
 * the mark, was. Rest is the state in which a long text without marks leaves h = −1. Infinity when the
 * state never comes back that far: it lies across the watershed (w > 1), or the state swings for
 * ever and keeps the beat (w < −1), or a million letters were not enough.
 */
export function halfLife(
  w: number,
  b: number,
  h0: number,
  squeeze: Squeeze = squeezes.tanh,
): number {
  const rest = restState(w, b, squeeze);
  if (rest === undefined) return Infinity;
  const half = Math.abs(h0 - rest) / 2;
  let h = h0;
  for (let n = 0; n <= PATIENCE; n++) {
    if (Math.abs(h - rest) <= half) return n;
    const next = squeeze.at(w * h + b);
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
 * for ever (with tanh w < −1) or nothing draws it in.
 */
export function restState(
  w: number,
  b: number,
  squeeze: Squeeze = squeezes.tanh,
): number | undefined {
  return fixedPoints(w, b, squeeze).find((point) => point.stable)?.value;
}

/**
 * Returns the state to which letters take a state, ±Infinity if they drive it away for ever, undefined where
 * they swing it.
 */
export function letterGoal(
  w: number,
  b: number,
  from: number,
  squeeze: Squeeze = squeezes.tanh,
): number | undefined {
  const points = fixedPoints(w, b, squeeze);
  const excess = squeeze.at(w * from + b) - from;
  if (excess === 0) return from;
  // a falling map has one fixed point, and jumps over it
  if (w < 0) return points[0]?.stable === true ? points[0].value : undefined;
  const places = restingStretch(w, b, squeeze) ?? points.map(({ value }) => value);
  const ahead =
    excess > 0 ? places.find((place) => place > from) : places.findLast((place) => place < from);
  return ahead ?? excess * Infinity;
}

/**
 * Returns the unstable state that parts the two stable ones, or undefined when there is no second
 * stable state.
 */
export function watershed(
  w: number,
  b: number,
  squeeze: Squeeze = squeezes.tanh,
): number | undefined {
  const points = fixedPoints(w, b, squeeze);
  return points.length === 3 ? points[1]?.value : undefined;
}

/**
 * Returns how many opening marks in a row carry the rest state across the watershed, so that the
 * letters after them leave it there: 1 for a good latch, Infinity where no row of marks is long
 * enough, undefined where there is no second stable state to reach.
 */
export function marksToLatch(
  w: number,
  u: number,
  b: number,
  squeeze: Squeeze = squeezes.tanh,
): number | undefined {
  const rest = restState(w, b, squeeze);
  const ridge = watershed(w, b, squeeze);
  if (rest === undefined || ridge === undefined) return undefined;
  // a row of marks climbs to the lowest fixed point of the map that reads marks
  const climbsTo = fixedPoints(w, u + b, squeeze)[0]?.value ?? ridge;
  if (u <= 0 || climbsTo <= ridge) return Infinity;
  let h = rest;
  for (let n = 1; n <= PATIENCE; n++) {
    h = squeeze.at(w * h + u + b);
    if (h > ridge) return n;
  }
  return Infinity;
}
