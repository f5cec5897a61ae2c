import { describe, expect, test } from 'vitest';
import { cholesky, solveCholesky } from '#engine/math/cholesky.ts';
import { eigenvalues, type Complex } from '#engine/math/eigenvalues.ts';
import { rng } from '#engine/math/index.ts';
import { entropy } from '#engine/math/information.ts';
import { glorot, identity, orthogonal, uniform } from '#engine/math/initialisers.ts';
import {
  asRows,
  frobeniusNorm,
  times,
  transposed,
  unitMatrix,
  type Matrix,
} from '#engine/math/matrix.ts';
import { draw, tempered } from '#engine/math/sample.ts';
import { singularValues } from '#engine/math/singular-values.ts';
import { solve } from '#engine/math/solve.ts';

const random = rng('matrices').stream('normal');
const drawn = (rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.normal()));

/** Equal up to the rounding of a few hundred operations on numbers of size 1. */
function close(found: Matrix, expected: Matrix): void {
  expect(found.map((row) => row.length)).toEqual(expected.map((row) => row.length));
  found.forEach((row, i) =>
    row.forEach((value, j) => expect(value).toBeCloseTo(expected[i]![j]!, 11)),
  );
}

const product = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];

describe('eigenvalues', () => {
  test('have, in every power, the trace of that power of the matrix', () => {
    for (const size of [1, 2, 3, 4, 6])
      for (let n = 0; n < 4; n++) {
        const matrix = drawn(size, size);
        const values = eigenvalues(matrix);
        expect(values).toHaveLength(size);
        let [power, powers] = [unitMatrix(size), values.map((): Complex => [1, 0])];
        for (let k = 1; k <= size; k++) {
          power = times(power, matrix);
          powers = powers.map((value, i) => product(value, values[i]!));
          const trace = power.reduce((sum, row, i) => sum + row[i]!, 0);
          // sixth powers of numbers up to about 4
          expect(powers.reduce((sum, [re]) => sum + re, 0)).toBeCloseTo(trace, 8);
          expect(powers.reduce((sum, [, im]) => sum + im, 0)).toBeCloseTo(0, 8);
        }
      }
  });

  test('stand by size, and leave the matrix as it was', () => {
    const matrix = drawn(5, 5);
    const before = matrix.map((row) => [...row]);
    const sizes = eigenvalues(matrix).map(([re, im]) => re * re + im * im);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(matrix).toEqual(before);
  });
});

describe('singularValues', () => {
  test('put the matrix together again, from directions at right angles, largest first', () => {
    for (const [rows, columns] of [[1, 1], [2, 2], [3, 3], [5, 3], [4, 4]] as const) {
      const matrix = drawn(rows, columns);
      const { values, left, right } = singularValues(matrix);
      const stretched = values.map((value, k) => left[k]!.map((part) => part * value));
      close(times(transposed(stretched), right), matrix);
      close(times(left, transposed(left)), unitMatrix(columns));
      close(times(right, transposed(right)), unitMatrix(columns));
      expect(values).toEqual(values.toSorted((a, b) => b - a));
      expect(frobeniusNorm([values])).toBeCloseTo(frobeniusNorm(matrix), 12);
    }
  }); // prettier-ignore

  test('of a matrix that loses a direction hold a 0, whose direction is sent nowhere', () => {
    const { values, left, right } = singularValues([[3, 0], [4, 0]]); // prettier-ignore
    expect(values).toEqual([5, 0]);
    expect(left).toEqual([[0.6, 0.8], [0, 0]]); // prettier-ignore
    expect(right).toEqual(unitMatrix(2));
  });
});

describe('solve', () => {
  test('finds what the matrix sends to the right-hand side, and changes neither', () => {
    for (const size of [1, 2, 3, 5]) {
      const [matrix, sought] = [drawn(size, size), drawn(size, 1)];
      const right = times(matrix, sought).flat();
      const before = structuredClone([matrix, right]);
      close([solve(matrix, right)], [sought.flat()]);
      expect([matrix, right]).toEqual(before);
    }
  });

  test('takes the largest pivot of a column, so that a small one costs no digits', () => {
    // without exchange the 1 of the second row would be lost beside 1e20
    expect(solve([[1e-20, 1], [1, 1]], [1, 2])).toEqual([1, 1]); // prettier-ignore
    expect(solve([[1e-20, 1], [-1, 1]], [1, 0])).toEqual([1, 1]); // prettier-ignore
    expect(solve([[0, 2], [3, 0]], [4, 9])).toEqual([3, 2]); // prettier-ignore
  });

  test('refuses rows that depend on one another', () => {
    expect(() => solve([[1, 2], [2, 4]], [1, 1])).toThrow(
      'solve: column 2 depends on those before; expected a regular matrix',
    ); // prettier-ignore
  });
});

describe('cholesky', () => {
  test('gives a triangle whose square is the matrix, and solves with it', () => {
    for (const size of [1, 2, 4]) {
      const factor = drawn(size, size + 2);
      const matrix = times(factor, transposed(factor));
      const lower = cholesky(matrix);
      expect(lower.map((row) => row.length)).toEqual(matrix.map((_, i) => i + 1));
      const whole = lower.map((row) => matrix.map((_, j) => row[j] ?? 0));
      close(times(whole, transposed(whole)), matrix);
      const sought = drawn(size, 1);
      const right = times(matrix, sought).flat();
      close([solveCholesky(lower, right)], [sought.flat()]);
    }
  });

  test('refuses a matrix that sends a direction to 0', () => {
    expect(() => cholesky([[1, 1], [1, 1]])).toThrow(
      'cholesky: row 2 depends on those above; expected a positive definite matrix',
    ); // prettier-ignore
  });
});

describe('initialisers', () => {
  test('orthogonal keeps lengths times its gain, along its shorter side', () => {
    for (const [rows, columns] of [[3, 3], [2, 5], [5, 2]] as const) {
      const matrix = asRows(orthogonal(2)(rows, columns, random), columns);
      const short = rows < columns ? matrix : transposed(matrix);
      close(times(short, transposed(short)), unitMatrix(short.length).map((row) => row.map((one) => 4 * one)));
    }
  }); // prettier-ignore

  test('identity has its scale on the diagonal, and glorot fills its range', () => {
    expect(asRows(identity(3)(2, 3, random), 3)).toEqual([[3, 0, 0], [0, 3, 0]]); // prettier-ignore
    const [wide, narrow] = [glorot(20, 30, random), uniform(0.1)(20, 30, random)];
    expect(wide).toHaveLength(600);
    for (const [numbers, most] of [[wide, Math.sqrt(6 / 50)], [narrow, 0.1]] as const) {
      // of 600 uniform numbers one lies in the last twentieth of each side, but for a chance of 1e-13
      expect(Math.max(...numbers)).toBeGreaterThan(0.9 * most);
      expect(Math.max(...numbers)).toBeLessThanOrEqual(most);
      expect(Math.min(...numbers)).toBeLessThan(-0.9 * most);
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-most);
    }
  }); // prettier-ignore
});

describe('shares', () => {
  test('tempered keeps the order, sums to 1, and gives all to the first of the largest at 0', () => {
    expect(tempered([1, 3, 3, 2], 0)).toEqual([0, 1, 0, 0]);
    expect(tempered([1, 3], Infinity)).toEqual([0.5, 0.5]);
    const [small = NaN, large = NaN] = tempered([0, Math.log(9)], 2);
    // the square root of 9 parts 1 to 3
    expect([small, large].map((share) => share * 4)).toEqual([
      expect.closeTo(1, 14),
      expect.closeTo(3, 14),
    ]);
    expect(tempered([1e4, 0], 1)).toEqual([1, 0]);
    expect(() => tempered([1], -1)).toThrow('temperature is -1; expected a number from 0');
    expect(() => tempered([1], NaN)).toThrow('temperature is NaN; expected a number from 0');
  });

  test('draw passes over shares of 0 and takes the last where rounding leaves a rest', () => {
    const at = (value: number): Parameters<typeof draw>[1] => ({ ...random, uniform: () => value });
    expect([0, 0.24, 0.25, 0.5, 0.99].map((u) => draw([0, 0.25, 0, 0.75, 0], at(u)))).toEqual([
      1, 1, 3, 3, 3,
    ]);
    expect(draw([0.5, 0.25, 0], at(0.9))).toBe(1);
    expect(() => draw([0, 0], at(0.5))).toThrow('draw: no class has a share above 0');
  });

  test('entropy is 0 of a certainty and the logarithm of how many are equally likely', () => {
    expect(entropy([1, 0])).toBe(0);
    expect(entropy([0.25, 0.25, 0.25, 0.25])).toBeCloseTo(Math.log(4), 14);
  });
});
