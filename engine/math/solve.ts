import type { Matrix } from './matrix.ts';

/**
 * Returns x with matrix · x = right, by elimination with the largest pivot of each column.
 * Errors: a matrix whose rows depend on one another.
 */
export function solve(matrix: Matrix, right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  rows.forEach((_, k) => {
    let best = k;
    for (let i = k + 1; i < rows.length; i++)
      if (Math.abs(rows[i]![k]!) > Math.abs(rows[best]![k]!)) best = i;
    const pivot = rows[best]!;
    if (pivot[k] === 0)
      throw new Error(`solve: column ${k + 1} depends on those before; expected a regular matrix`);
    rows[best] = rows[k]!;
    rows[k] = pivot;
    for (const other of rows) {
      const share = other === pivot ? 0 : other[k]! / pivot[k]!;
      if (share !== 0) for (let j = k; j < other.length; j++) other[j]! -= share * pivot[j]!;
    }
  });
  return rows.map((row, k) => row.at(-1)! / row[k]!);
}
