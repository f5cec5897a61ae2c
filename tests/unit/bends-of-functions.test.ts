import { describe, expect, test } from 'vitest';
import { clusters } from '#engine/math/clusters.ts';
import { eigenvalues, spectralRadius } from '#engine/math/eigenvalues.ts';
import { erfc } from '#engine/math/erf.ts';
import { exp, expm1, log, log1p, rng, sigmoid, softplus, tanh } from '#engine/math/index.ts';
import { inBits, perplexity } from '#engine/math/information.ts';
import { oneHot } from '#engine/math/one-hot.ts';

/** How many floating-point numbers lie between two of one sign. */
function ulpsBetween(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  const [x, y] = new BigInt64Array(new Float64Array([a, b]).buffer);
  return Math.abs(Number(x! - y!));
}

/** Where the functions change from one formula to another, from near and far on both sides. */
const BENDS = [
  0, 1e-300, 1e-20, 5.5e-17, 1e-9, 0.01, 0.25, 0.3465, 0.34658, 0.5, 0.69, 0.7, 1, 1.0397, 1.03973,
  1.5, 2, 3.7, 7, 13.5, 13.9, 14.3, 20, 21.9, 22.1, 36, 38.4, 38.9, 39.6, 100, 700, 707.9, 708.1,
  708.9, 709.1, 709.7, 709.8, 720, 740, 745, 745.2, 800,
]; // prettier-ignore
const BOTH_SIGNS = BENDS.flatMap((x) => [x, -x]);

describe.each<[string, (x: number) => number, (x: number) => number, readonly number[]]>([
  ['exp', exp, Math.exp, BOTH_SIGNS],
  ['expm1', expm1, Math.expm1, BOTH_SIGNS],
  ['tanh', tanh, Math.tanh, BOTH_SIGNS],
  [
    'log',
    log,
    Math.log,
    [5e-324, 1e-310, 2.3e-308, 1e-5, 0.5, 0.7, 0.71, 1, 1.4, 1.42, 2, 7, 1e300],
  ],
  ['log1p', log1p, Math.log1p, [-0.9, -0.3, -1e-9, -1e-17, 0, 1e-17, 1e-9, 0.4, 5, 1e300]],
  ['sigmoid', sigmoid, (x) => 1 / (1 + Math.exp(-x)), BENDS],
  ['softplus', softplus, (x) => x + Math.log1p(Math.exp(-x)), BENDS],
])('%s', (_, found, expected, places) => {
  test('is, where its formula changes, what the browser has, to three roundings', () => {
    // each of the two is within 1 to 2 ulp of the truth
    for (const x of places) expect(ulpsBetween(found(x), expected(x)), `at ${x}`).toBeLessThan(4);
  });
});

describe('exp', () => {
  test('has numbers on both sides of where they become subnormal, and 0 only below all of them', () => {
    expect(exp(-745.1)).toBe(5e-324);
    expect(exp(-745.14)).toBe(0);
    expect(exp(-708.3)).toBeGreaterThan(2.2250738585072014e-308);
    expect(exp(709.78)).toBeLessThan(Infinity);
    expect(exp(709.79)).toBe(Infinity);
  });
});

describe('erfc', () => {
  test('is what Simpson’s rule makes of the two tails of the bell curve', () => {
    for (const x of [0.3, 1, 1.9, 2, 2.5, 4]) {
      // beyond ten more the tail is below 1e-43; steps of s leave (2x s)⁴ / 180 of it, at most 1.4e-8
      const steps = 2000;
      const heights = Array.from({ length: steps + 1 }, (_, n) => {
        const weight = n === 0 || n === steps ? 1 : n % 2 === 1 ? 4 : 2;
        return weight * exp(-((x + n / 200) ** 2));
      });
      const area = heights.reduce((sum, height) => sum + height, 0) / 600;
      expect((area * 2) / Math.sqrt(Math.PI) / erfc(x)).toBeCloseTo(1, 7);
    }
  });
});

describe('information', () => {
  test('of an even choice of two is one bit, and a blind guess among as many as equal chances', () => {
    expect(inBits(log(2))).toBe(1);
    expect(inBits(log(8))).toBeCloseTo(3, 14);
    expect(perplexity(log(5))).toBeCloseTo(5, 13);
  });
});

describe('oneHot', () => {
  test('is 1 at its index and 0 elsewhere', () => {
    expect([0, 2].map((index) => oneHot(index, 3))).toEqual([[1, 0, 0], [0, 0, 1]]); // prettier-ignore
  });
});

describe('clusters', () => {
  test('of no points, or in no whole number of groups, are refused', () => {
    const random = rng(1).stream('clusters');
    for (const [points, count] of [
      [[], 1],
      [[[1]], 0],
      [[[1]], 1.5],
    ] as const)
      // prettier-ignore
      expect(() => clusters(points, count, random)).toThrow(
        `clusters: ${points.length} points in ${count} groups; expected at least one of each`,
      );
  });
});

describe('spectralRadius', () => {
  test('is the size of the largest eigenvalue, a complex one too', () => {
    expect(spectralRadius([[3, 0], [0, -5]])).toBe(5); // prettier-ignore
    expect(spectralRadius([[3, -4], [4, 3]])).toBeCloseTo(5, 14); // prettier-ignore
  });
});

describe('eigenvalues', () => {
  test('of one size stand with the positive one first', () => {
    expect(eigenvalues([[2, 0, 0], [0, 1, 0], [0, 0, -2]])).toEqual([[2, 0], [-2, 0], [1, 0]]); // prettier-ignore
  });

  test('far apart keep the digits of the small one, whatever the sign of the large one', () => {
    // the product is 1 and the sum 1e8: the small one is 1e-8 (1 + 1e-16)
    for (const sign of [1, -1]) {
      const [large, small] = eigenvalues([[sign * 1e8, 1], [1, sign * 2e-8]]); // prettier-ignore
      expect(large![0] * sign - 1e8).toBeLessThan(1e-6);
      expect(Math.abs(small![0] * sign * 1e8 - 1)).toBeLessThan(1e-15);
    }
  });

  test('that are all 0 are 0, though the matrix is not', () => {
    expect(eigenvalues([[1, -1], [1, -1]])).toEqual([[0, 0], [0, 0]]); // prettier-ignore
  });
});
