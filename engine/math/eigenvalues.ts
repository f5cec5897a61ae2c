import type { Matrix } from './matrix.ts';

/** A complex number, as [real, imaginary]. */
export type Complex = readonly [re: number, im: number];

/**
 * Returns the eigenvalues of a square matrix, complex ones as exact pairs; in order of size, largest
 * first. Method: Householder's reduction to Hessenberg form, then Francis' double-shift steps.
 * Cost: about 10 · size³. Errors: no convergence in 100 steps per eigenvalue (never seen).
 */
export function eigenvalues(matrix: Matrix): Complex[] {
  const h = matrix.map((row) => [...row]);
  for (let k = 0; k < h.length - 2; k++) clearBelow(h, k + 1, h.length - 1, k);
  const found: Complex[] = [];
  let [last, steps] = [h.length - 1, 0];
  while (last >= 0) {
    const first = blockStart(h, last);
    if (first >= last - 1) {
      found.push(...(first === last ? [[h[last]![last]!, 0] as const] : pairOf(h, first)));
      [last, steps] = [first - 1, 0];
      continue;
    }
    steps += 1;
    if (steps > 100) throw new Error('eigenvalues: no convergence; is every entry finite?');
    francisStep(h, first, last, steps);
  }
  return found.sort((a, b) => size(b) - size(a) || b[0] - a[0] || b[1] - a[1]);
}

/** Returns the largest size of an eigenvalue. */
export const spectralRadius = (matrix: Matrix): number =>
  eigenvalues(matrix).reduce((largest, value) => Math.max(largest, size(value)), 0);

const size = ([re, im]: Complex): number => Math.sqrt(re * re + im * im);

/** Where the block that ends at `last` begins; entries below the diagonal that have died become 0. */
function blockStart(h: number[][], last: number): number {
  for (let k = last; k > 0; k--) {
    const scale = Math.abs(h[k - 1]![k - 1]!) + Math.abs(h[k]![k]!);
    if (Math.abs(h[k]![k - 1]!) > 2.3e-16 * scale) continue;
    h[k]![k - 1] = 0;
    return k;
  }
  return 0;
}

/** The two eigenvalues of a 2 × 2 block, the real ones without cancellation. */
function pairOf(h: readonly number[][], k: number): Complex[] {
  const [a, b, c, d] = [h[k]![k]!, h[k]![k + 1]!, h[k + 1]![k]!, h[k + 1]![k + 1]!];
  const [half, middle] = [(a - d) / 2, (a + d) / 2];
  const discriminant = half * half + b * c;
  if (discriminant < 0) {
    const im = Math.sqrt(-discriminant);
    return [
      [middle, im],
      [middle, -im],
    ];
  }
  const root = Math.sqrt(discriminant);
  const large = middle >= 0 ? middle + root : middle - root;
  return [
    [large, 0],
    [large === 0 ? 0 : (a * d - b * c) / large, 0],
  ];
}

/** One implicit double-shift step on rows and columns first … last. */
function francisStep(h: number[][], first: number, last: number, steps: number): void {
  const [p, q] = [h[last - 1]!, h[last]!];
  // every tenth step takes other shifts: those of the corner can run in a circle
  const detour = Math.abs(q[last - 1]!) + Math.abs(p[last - 2]!);
  const isDetour = steps % 10 === 0;
  const trace = isDetour ? 1.5 * detour : p[last - 1]! + q[last]!;
  const determinant = isDetour
    ? detour * detour
    : p[last - 1]! * q[last]! - p[last]! * q[last - 1]!;
  const [r, s] = [h[first]!, h[first + 1]!];
  reflect(h, first, Math.min(first + 2, last), first, [
    r[first]! * (r[first]! - trace) + r[first + 1]! * s[first]! + determinant,
    s[first]! * (r[first]! + s[first + 1]! - trace),
    s[first]! * h[first + 2]![first + 1]!,
  ]);
  // what the first reflection put below the diagonal is chased out of the block
  for (let k = first + 1; k < last; k++) clearBelow(h, k, Math.min(k + 2, last), k - 1);
}

/** Reflects rows low … high so that column j keeps nothing below row `low`. */
function clearBelow(h: number[][], low: number, high: number, j: number): void {
  const rows = h.slice(low, high + 1);
  reflect(
    h,
    low,
    high,
    j,
    rows.map((row) => row[j]!),
  );
  // exactly, or the rounding errors would be dragged along
  for (const row of rows.slice(1)) row[j] = 0;
}

/**
 * Multiplies h from both sides by the reflection that sends `vector`, which lives in rows low … high,
 * to a multiple of the first unit vector. Columns before `from` are known to be 0 there.
 */
function reflect(h: number[][], low: number, high: number, from: number, vector: number[]): void {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (length === 0) return;
  const v = vector.slice(0, high - low + 1);
  v[0] = v[0]! + (v[0]! < 0 ? -length : length);
  const scale = 2 / v.reduce((sum, value) => sum + value * value, 0);
  for (let j = from; j < h.length; j++) {
    const share = scale * v.reduce((sum, value, n) => sum + value * h[low + n]![j]!, 0);
    v.forEach((value, n) => (h[low + n]![j]! -= share * value));
  }
  for (const row of h) {
    const share = scale * v.reduce((sum, value, n) => sum + value * row[low + n]!, 0);
    v.forEach((value, n) => (row[low + n]! -= share * value));
  }
}
