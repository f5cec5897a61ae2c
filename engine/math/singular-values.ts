import { transposed, unitMatrix, type Matrix } from './matrix.ts';

/** matrix = Σ values[k] · left[k] right[k]ᵀ, largest value first. */
export interface SingularValues {
  readonly values: readonly number[];
  /** Where the directions `right` are sent; a row per value. Zeros where the value is 0. */
  readonly left: Matrix;
  readonly right: Matrix;
}

/**
 * Returns the singular values and directions of a matrix by rotating pairs of its columns until all are
 * orthogonal (Hestenes' one-sided Jacobi method). Small values keep their relative accuracy.
 * Cost: about ten sweeps of columns² · rows.
 */
export function singularValues(matrix: Matrix): SingularValues {
  const columns = transposed(matrix);
  const right = unitMatrix(columns.length);
  for (let sweep = 0; sweep < 60; sweep++) if (!orthogonalise(columns, right)) break;
  const lengths = columns.map((column) => Math.sqrt(dot(column, column)));
  const order = lengths.map((_, k) => k).sort((a, b) => lengths[b]! - lengths[a]!);
  return {
    values: order.map((k) => lengths[k]!),
    left: order.map((k) =>
      columns[k]!.map((value) => (lengths[k] === 0 ? 0 : value / lengths[k]!)),
    ),
    right: order.map((k) => right[k]!),
  };
}

/** One sweep over all pairs of columns; says whether any pair had to be turned. */
function orthogonalise(columns: number[][], right: number[][]): boolean {
  let turned = false;
  for (let i = 0; i < columns.length; i++)
    for (let j = i + 1; j < columns.length; j++) {
      const [first, second] = [columns[i]!, columns[j]!];
      const [a, b, c] = [dot(first, first), dot(second, second), dot(first, second)];
      if (c === 0 || c * c <= 1e-32 * a * b) continue;
      const zeta = (b - a) / (2 * c);
      const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
      const cosine = 1 / Math.sqrt(1 + tangent * tangent);
      turn(first, second, cosine, cosine * tangent);
      turn(right[i]!, right[j]!, cosine, cosine * tangent);
      turned = true;
    }
  return turned;
}

function turn(first: number[], second: number[], cosine: number, sine: number): void {
  for (let i = 0; i < first.length; i++) {
    const [x, y] = [first[i]!, second[i]!];
    first[i] = cosine * x - sine * y;
    second[i] = sine * x + cosine * y;
  }
}

const dot = (first: readonly number[], second: readonly number[]): number =>
  first.reduce((sum, value, i) => sum + value * second[i]!, 0);
