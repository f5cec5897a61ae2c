import type { Matrix } from './matrix.ts';

/**
 * Returns the lower triangle L of a symmetric matrix, L Lᵀ = matrix.
 * Errors: a matrix that is not positive definite, with the row where that shows.
 */
export function cholesky(matrix: Matrix): number[][] {
  const lower: number[][] = [];
  matrix.forEach((row, i) => {
    const line: number[] = [];
    for (let j = 0; j <= i; j++) {
      const other = j === i ? line : lower[j]!;
      let rest = row[j]!;
      for (let k = 0; k < j; k++) rest -= line[k]! * other[k]!;
      if (i === j && !(rest > 0))
        throw new Error(
          `cholesky: row ${i + 1} depends on those above; expected a positive definite matrix`,
        );
      line.push(i === j ? Math.sqrt(rest) : rest / other[j]!);
    }
    lower.push(line);
  });
  return lower;
}

/** Returns x with L Lᵀ x = right. */
export function solveCholesky(lower: Matrix, right: readonly number[]): number[] {
  const x = [...right];
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}
