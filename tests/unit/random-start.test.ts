import { describe, expect, test } from 'vitest';
import { nearestOrthogonal, normalMatrix, stretches } from '#engine/analysis/random-start.ts';
import { times, transposed, unitMatrix } from '#engine/math/matrix.ts';

describe('normalMatrix', () => {
  test('keeps lengths on average: the squares of a row sum to about 1', () => {
    const matrix = normalMatrix(60, 1);
    expect(matrix.map((row) => row.length)).toEqual(Array<number>(60).fill(60));
    const squares = matrix.flat().reduce((sum, value) => sum + value * value, 0);
    // 3600 squares of mean 1/60: their sum deviates by √2 · 60 / 60
    expect(Math.abs(squares - 60)).toBeLessThan(6);
    expect(matrix).toEqual(normalMatrix(60, 1));
    expect(matrix).not.toEqual(normalMatrix(60, 2));
  });
});

describe('nearestOrthogonal', () => {
  test('makes all stretches 1, and leaves what keeps lengths already', () => {
    const orthogonal = nearestOrthogonal(normalMatrix(4, 3));
    const product = times(orthogonal, transposed(orthogonal));
    // rotations of four columns, each rounded
    product.forEach((row, i) =>
      row.forEach((value, j) => expect(value).toBeCloseTo(unitMatrix(4)[i]![j]!, 13)),
    );
    nearestOrthogonal(orthogonal).forEach((row, i) =>
      row.forEach((value, j) => expect(value).toBeCloseTo(orthogonal[i]![j]!, 13)),
    );
  });
});

describe('stretches', () => {
  test('are powers of those of one step where the matrix is diagonal, largest first', () => {
    const matrix = [
      [0.5, 0],
      [0, 2],
    ];
    expect([1, 2, 3].map((steps) => stretches(matrix, steps))).toEqual([
      [2, 0.5],
      [4, 0.25],
      [8, 0.125],
    ]);
  });
});
