import { times, transposed, type Matrix } from '../math/matrix.ts';
import { rng } from '../math/rng.ts';
import { singularValues } from '../math/singular-values.ts';

/** Returns a matrix of independent normal numbers of variance 1/size: one step keeps lengths on average. */
export function normalMatrix(size: number, seed: number): number[][] {
  const random = rng(seed).stream('matrix');
  const spread = 1 / Math.sqrt(size);
  return Array.from({ length: size }, () =>
    Array.from({ length: size }, () => spread * random.normal()),
  );
}

/**
 * Returns the orthogonal matrix nearest to a matrix: its singular values made 1. Range: matrices whose
 * singular values are all above 0.
 */
export function nearestOrthogonal(matrix: Matrix): number[][] {
  const { left, right } = singularValues(matrix);
  return times(transposed(left), right);
}

/** Returns the factors by which so many steps stretch arrows, the largest first. */
export function stretches(matrix: Matrix, steps: number): readonly number[] {
  let product: Matrix = matrix;
  for (let step = 2; step <= steps; step++) product = times(matrix, product);
  return singularValues(product).values;
}
