import type { RandomStream } from './rng.ts';

/** Draws the numbers of a matrix, row by row; a vector has one column. */
export type Initialiser = (rows: number, columns: number, random: RandomStream) => number[];

/** The same number everywhere. */
export const constant =
  (value: number): Initialiser =>
  (rows, columns) =>
    Array<number>(rows * columns).fill(value);

/** Uniform between −most and most. */
export const uniform =
  (most: number): Initialiser =>
  (rows, columns, random) =>
    Array.from({ length: rows * columns }, () => most * (2 * random.uniform() - 1));

/** Uniform, so wide that signals keep their size both ways. Source: glorot2010, eq. 16. */
export const glorot: Initialiser = (rows, columns, random) =>
  uniform(Math.sqrt(6 / (rows + columns)))(rows, columns, random);

const normals = (length: number, random: RandomStream): number[] =>
  Array.from({ length }, () => random.normal());

/** A random rotation or reflection, which keeps every length, times a gain. Source: saxe2014. */
export const orthogonal =
  (gain = 1): Initialiser =>
  (rows, columns, random) => {
    const [few, many] = rows < columns ? [rows, columns] : [columns, rows];
    const vectors: number[][] = [];
    while (vectors.length < few) vectors.push(unitBeside(vectors, normals(many, random)));
    return Array.from({ length: rows * columns }, (_, n) => {
      const [i, j] = [Math.floor(n / columns), n % columns];
      return gain * (rows < columns ? vectors[i]![j]! : vectors[j]![i]!);
    });
  };

/** Ones on the diagonal, times a scale: what comes in stays as it is. Source: le2015. */
export const identity =
  (scale = 1): Initialiser =>
  (rows, columns) =>
    Array.from({ length: rows * columns }, (_, n) =>
      Math.floor(n / columns) === n % columns ? scale : 0,
    );

/** Takes away from a vector its parts along others and makes its length 1 (Gram and Schmidt). */
function unitBeside(others: readonly (readonly number[])[], vector: number[]): number[] {
  // twice is enough: what rounding leaves of the parts after the first time is gone after the second
  for (let pass = 0; pass < 2; pass++)
    for (const other of others) {
      const along = dot(other, vector);
      vector.forEach((value, i) => (vector[i] = value - along * other[i]!));
    }
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((value) => value / length);
}

const dot = (first: readonly number[], second: readonly number[]): number =>
  first.reduce((sum, value, i) => sum + value * second[i]!, 0);
