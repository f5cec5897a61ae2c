import { log } from '../math/log.ts';
import { tanh } from '../math/activations.ts';

/** A state that one step of h → tanh(w h + drive) leaves where it is. */
export interface FixedPoint {
  readonly value: number;
  /** Derivative of the map there: the part of a small distance that one step leaves over. */
  readonly slope: number;
  /** Whether nearby states come closer. At slope ±1 (w = ±1 without drive) they creep, as 1/√t. */
  readonly stable: boolean;
}

/**
 * Returns all fixed points of h → tanh(w h + drive), in ascending order: one, or three when w > 1
 * and |drive| < `foldDrive(w)`. Each is one of the two float64 numbers next to the true one
 * as far as the rounding of tanh allows. Cost: at most three bisections of about 60 steps.
 */
export function fixedPoints(w: number, drive: number): FixedPoint[] {
  if (!Number.isFinite(w) || !Number.isFinite(drive)) {
    throw new Error(
      `fixedPoints: w and drive must be finite, found ${String(w)}, ${String(drive)}`,
    );
  }
  const excess = (h: number): number => tanh(w * h + drive) - h;
  const turns = turningPoints(w, drive);
  const edges = [-1, ...turns, 1];
  const values: number[] = [];
  // between two edges the excess is monotone: at most one root
  for (let i = 1; i < edges.length; i++) {
    const root = rootBetween(excess, edges[i - 1]!, edges[i]!);
    if (root !== undefined && root !== values.at(-1)) values.push(root);
  }
  return values.map((value) => {
    const slope = w * (1 - value * value);
    return { value, slope, stable: Math.abs(slope) <= 1 };
  });
}

/**
 * Returns the size of the drive below which h → tanh(w h + drive) has two stable states; 0 for
 * w ≤ 1, where there is only one. At the fold the curve touches the diagonal with slope 1:
 * tanh² = 1 − 1/w, and the drive is w √(1 − 1/w) − artanh √(1 − 1/w).
 */
export function foldDrive(w: number): number {
  if (w <= 1) return 0;
  const touch = foldState(w);
  return w * touch - artanh(touch);
}

/** Returns the size of the state at the fold, where w (1 − h²) = 1. Range: w ≥ 1. */
export const foldState = (w: number): number => Math.sqrt(1 - 1 / w);

/** Says whether h → tanh(w h + drive) has two stable states with a watershed between them. */
export const isBistable = (w: number, drive: number): boolean => Math.abs(drive) < foldDrive(w);

/**
 * Returns the two states between which h → tanh(w h + drive) swings for ever, lower first, or
 * undefined where it comes to rest. Only w < −1 swings.
 */
export function swing(w: number, drive: number): readonly [low: number, high: number] | undefined {
  const rest = fixedPoints(w, drive)[0];
  if (rest === undefined || rest.stable || w >= 0) return undefined;
  const step = (h: number): number => tanh(w * h + drive);
  // two steps together are monotone; above the unstable point they cross the diagonal once
  const excess = (h: number): number => step(step(h)) - h;
  const high = rootBetween(excess, rest.value + (1 - rest.value) * 1e-6, 1);
  if (high === undefined) return undefined;
  return [step(high), high];
}

/** Returns where the excess tanh(w h + drive) − h turns, inside [−1, 1]; empty for w ≤ 1. */
function turningPoints(w: number, drive: number): number[] {
  if (w <= 1) return [];
  const a = artanh(foldState(w));
  return [(-a - drive) / w, (a - drive) / w].filter((h) => h > -1 && h < 1);
}

/** Returns a root of f in [low, high] by bisection down to neighbouring numbers, if f changes sign. */
function rootBetween(f: (h: number) => number, low: number, high: number): number | undefined {
  const atLow = f(low);
  const atHigh = f(high);
  if (atLow === 0) return low;
  if (atHigh === 0) return high;
  if (atLow > 0 === atHigh > 0) return undefined;
  let [below, above] = [low, high];
  for (;;) {
    const middle = below + (above - below) / 2;
    if (middle === below || middle === above) {
      return Math.abs(f(below)) <= Math.abs(f(above)) ? below : above;
    }
    const value = f(middle);
    if (value === 0) return middle;
    if (value > 0 === atLow > 0) below = middle;
    else above = middle;
  }
}

const artanh = (z: number): number => 0.5 * log((1 + z) / (1 - z));
