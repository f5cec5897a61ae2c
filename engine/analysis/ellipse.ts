import { eigenvalues, type Complex } from '../math/eigenvalues.ts';
import { times, unitMatrix, type Matrix } from '../math/matrix.ts';
import { singularValues } from '../math/singular-values.ts';

/** Where some steps with one 2 × 2 matrix send the circle of all arrows of length one. */
export interface Ellipse {
  readonly step: number;
  /** The product of the steps. */
  readonly matrix: Matrix;
  /** Its singular values: the longest and the shortest radius. */
  readonly longest: number;
  readonly shortest: number;
  /** Which arrows become them. */
  readonly fromLongest: readonly number[];
  readonly fromShortest: readonly number[];
  /** The area, as a multiple of the circle's. */
  readonly area: number;
}

/** Returns the ellipses after 0 … last steps of h → W h. Cost: a product and a decomposition each. */
export function ellipses(matrix: Matrix, last: number): Ellipse[] {
  let product: Matrix = unitMatrix(2);
  return Array.from({ length: last + 1 }, (_, step) => {
    if (step > 0) product = times(matrix, product);
    const { values, right } = singularValues(product);
    const [longest = 0, shortest = 0] = values;
    return {
      step,
      matrix: product,
      longest,
      shortest,
      fromLongest: right[0]!,
      fromShortest: right[1]!,
      area: longest * shortest,
    };
  });
}

/** Returns the first step after which every arrow is shorter than it was, or Infinity within `last`. */
export function firstShorter(matrix: Matrix, last: number): number {
  const found = ellipses(matrix, last).find(({ step, longest }) => step > 0 && longest < 1);
  return found?.step ?? Infinity;
}

/**
 * Returns the directions, as arrows of length one, that a 2 × 2 matrix keeps or reverses: two, one
 * where they fall together, none where it turns every arrow. A multiple of the identity keeps all;
 * the axes stand for them.
 */
export function keptDirections(matrix: Matrix): number[][] {
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = matrix;
  const real = eigenvalues(matrix).filter(([, imaginary]) => imaginary === 0);
  if (b === 0 && c === 0)
    return [
      [1, 0],
      [0, 1],
    ];
  const directions = real.map(([value]: Complex) => {
    // either row of (W − value) gives the direction; the longer one loses fewer digits
    const [first, second] = [
      [b, value - a],
      [value - d, c],
    ];
    const length = ([x = 0, y = 0]: number[]): number => Math.sqrt(x * x + y * y);
    const chosen = length(first!) >= length(second!) ? first! : second!;
    return chosen.map((part) => part / length(chosen));
  });
  const [one, two] = directions;
  if (one === undefined || two === undefined) return directions;
  const cross = one[0]! * two[1]! - one[1]! * two[0]!;
  return Math.abs(cross) < 1e-9 ? [one] : directions;
}
