import { log } from '../math/log.ts';
import { squeezes, type Squeeze } from './squeezes.ts';

/** A state that one step of h → squeeze(w h + drive) leaves where it is. */
export interface FixedPoint {
  readonly value: number;
  /** Derivative of the map there: the part of a small distance that one step leaves over. */
  readonly slope: number;
  /** Whether nearby states come closer. At slope ±1 they creep where the squeeze bends, as 1/√t. */
  readonly stable: boolean;
}

/** States of a squeeze without a bound are looked for up to here. */
const FAR = 1e9;

/**
 * Returns all fixed points of h → squeeze(w h + drive) that stand alone, in ascending order: for tanh one, or
 * three when w > 1 and |drive| < `foldDrive(w)`. Each is one of the two float64 numbers next to the true
 * one as far as the rounding of the squeeze allows. Cost: at most three bisections.
 */
export function fixedPoints(
  w: number,
  drive: number,
  squeeze: Squeeze = squeezes.tanh,
): FixedPoint[] {
  if (!Number.isFinite(w) || !Number.isFinite(drive)) {
    throw new Error(
      `fixedPoints: w and drive must be finite, found ${String(w)}, ${String(drive)}`,
    );
  }
  if (restingStretch(w, drive, squeeze) !== undefined) return [];
  const excess = excessOf(w, drive, squeeze);
  const values: number[] = [];
  // between two edges the excess is monotone: at most one root
  for (const [low, high] of pieces(w, drive, squeeze)) {
    const root = rootBetween(excess, low, high);
    if (root !== undefined && root !== values.at(-1)) values.push(root);
  }
  return values.map((value) => {
    const slope = w * squeeze.slope({ sum: w * value + drive, result: value });
    const size = Math.abs(slope);
    return { value, slope, stable: size < 1 || (size === 1 && squeeze.bends) };
  });
}

/**
 * Returns the states that h → squeeze(w h + drive) leaves all where they are, if it has a whole stretch of
 * them: the straight part of a squeeze, for w = 1 without drive.
 */
export function restingStretch(
  w: number,
  drive: number,
  squeeze: Squeeze,
): readonly [low: number, high: number] | undefined {
  const excess = excessOf(w, drive, squeeze);
  return pieces(w, drive, squeeze).find(([low, high]) => excess(low) === 0 && excess(high) === 0);
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

/** Returns the drives between which h → squeeze(w h + drive) has two stable states, or undefined without such. */
export function foldDrives(
  w: number,
  squeeze: Squeeze,
): readonly [low: number, high: number] | undefined {
  const [first, second] = w > 0 ? squeeze.turns(1 / w) : [];
  if (first === undefined || second === undefined) return undefined;
  return [second.sum - w * second.result, first.sum - w * first.result];
}

/** Returns the size of the state at the fold, where w (1 − h²) = 1. Range: w ≥ 1. */
export const foldState = (w: number): number => Math.sqrt(1 - 1 / w);

/** Says whether h → tanh(w h + drive) has two stable states with a watershed between them. */
export const isBistable = (w: number, drive: number): boolean => Math.abs(drive) < foldDrive(w);

/**
 * Returns the two states between which h → squeeze(w h + drive) swings for ever, lower first, or
 * undefined where it comes to rest or swings without a bound. With tanh only w < −1 swings.
 */
export function swing(
  w: number,
  drive: number,
  squeeze: Squeeze = squeezes.tanh,
): readonly [low: number, high: number] | undefined {
  const rest = fixedPoints(w, drive, squeeze)[0];
  if (rest === undefined || rest.stable || w >= 0 || squeeze.low === -Infinity) return undefined;
  const step = (h: number): number => squeeze.at(w * h + drive);
  const top = Math.min(squeeze.high, step(squeeze.low));
  // two steps together are monotone; above the unstable point they cross the diagonal once
  const excess = (h: number): number => step(step(h)) - h;
  const high = rootBetween(excess, rest.value + (top - rest.value) * 1e-6, top);
  if (high === undefined) return undefined;
  return [step(high), high];
}

/** How far one step carries a state up. */
const excessOf =
  (w: number, drive: number, squeeze: Squeeze) =>
  (h: number): number =>
    squeeze.at(w * h + drive) - h;

/** Returns the stretches of states between two turns of the excess. */
function pieces(w: number, drive: number, squeeze: Squeeze): [low: number, high: number][] {
  const [low, high] = [Math.max(-FAR, squeeze.low), Math.min(FAR, squeeze.high)];
  const turns = (w > 0 ? squeeze.turns(1 / w) : [])
    .map(({ sum }) => (sum - drive) / w)
    .filter((h) => h > low && h < high);
  const edges = [low, ...turns, high];
  return edges.slice(1).map((edge, i) => [edges[i] ?? low, edge]);
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
