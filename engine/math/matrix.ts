/** A matrix by rows. For analysis: what is trained lies in flat arrays. */
export type Matrix = readonly (readonly number[])[];

/** Returns the unit matrix. */
export const unitMatrix = (size: number): number[][] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => Number(i === j)));

/** Returns the product of two matrices; sums run in ascending order. */
export const times = (left: Matrix, right: Matrix): number[][] =>
  left.map((row) =>
    right[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * right[k]![j]!, 0)),
  );

/** Returns columns as rows. */
export const transposed = (matrix: Matrix): number[][] =>
  matrix[0]!.map((_, j) => matrix.map((row) => row[j]!));

/** Returns a flat row-major array as rows. */
export const asRows = (flat: ArrayLike<number>, columns: number): number[][] =>
  Array.from({ length: flat.length / columns }, (_, i) =>
    Array.from({ length: columns }, (__, j) => flat[i * columns + j]!),
  );

/** Returns the square root of the sum of squares. */
export const frobeniusNorm = (matrix: Matrix): number =>
  Math.sqrt(matrix.flat().reduce((sum, value) => sum + value * value, 0));
