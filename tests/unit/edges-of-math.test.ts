import { describe, expect, test } from 'vitest';
import { clusters } from '#engine/math/clusters.ts';
import { eigenvalues, spectralRadius } from '#engine/math/eigenvalues.ts';
import { erfc } from '#engine/math/erf.ts';
import { exp, expm1, log, log1p, rng, sigmoid, softplus, tanh } from '#engine/math/index.ts';
import { scale } from '#engine/math/powers.ts';

const stream = () => rng(3).stream('edges');

describe('clusters', () => {
  const points = [
    [0, 0],
    [0, 1],
    [10, 0],
    [10, 1],
    [0, 2],
  ];

  test('every point is in the group of its nearest centre, every centre is the mean of its group', () => {
    for (const count of [1, 2, 3, 5]) {
      const { centres, groups } = clusters(points, count, stream());
      expect(centres).toHaveLength(count);
      const distance = (a: readonly number[], b: readonly number[]): number =>
        a.reduce((sum, value, i) => sum + (value - b[i]!) * (value - b[i]!), 0);
      points.forEach((point, n) => {
        const own = distance(point, centres[groups[n]!]!);
        for (const centre of centres) expect(own).toBeLessThanOrEqual(distance(point, centre));
      });
      centres.forEach((centre, group) => {
        const members = points.filter((_, n) => groups[n] === group);
        expect(members.length).toBeGreaterThan(0);
        centre.forEach((value, i) =>
          // a mean of five small whole numbers
          expect(value).toBeCloseTo(
            members.reduce((sum, point) => sum + point[i]!, 0) / members.length,
            14,
          ),
        );
      });
    }
  });

  test('a group that loses its last point to its neighbours keeps its place', () => {
    // found by trying: (7, 6) is drawn, then comes nearest to nothing
    const scattered = [
      [2, 6], [5, 5], [5, 4], [8, 8], [4, 1], [0, 2], [6, 2], [1, 3],
      [2, 0], [6, 5], [8, 7], [7, 3], [4, 7], [7, 4], [3, 2],
    ]; // prettier-ignore
    const { centres, groups } = clusters(scattered, 5, rng(17941).stream('c'));
    expect(centres).toHaveLength(5);
    expect([...new Set(groups)].toSorted()).toEqual([0, 1, 3, 4]);
    expect(centres[2]!.every(Number.isFinite)).toBe(true);
  });

  test('no point of forty is nearer to another centre than to its own, after several rounds', () => {
    const random = rng(1).stream('points');
    const cloud = Array.from({ length: 40 }, () => [random.normal(), random.normal()]);
    const { centres, groups } = clusters(cloud, 4, rng(2).stream('c'));
    const sizes = centres.map((_, group) => groups.filter((own) => own === group).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(40);
    centres.forEach((centre, group) => {
      const mean = cloud
        .filter((_, n) => groups[n] === group)
        .reduce(([x, y], [p, q]) => [x! + p! / sizes[group]!, y! + q! / sizes[group]!], [0, 0]);
      // a mean of some ten numbers of size 1
      expect(centre[0]).toBeCloseTo(mean[0]!, 13);
      expect(centre[1]).toBeCloseTo(mean[1]!, 13);
    });
  });

  test('two far groups are found from every start', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { groups } = clusters(points, 2, rng(seed).stream('starts'));
      expect(new Set([groups[0], groups[1], groups[4]]).size).toBe(1);
      expect(groups[2]).toBe(groups[3]);
      expect(groups[0]).not.toBe(groups[2]);
    }
  });

  test('there are fewer groups where fewer points differ', () => {
    const { centres, groups } = clusters([[1], [1], [2], [2]], 4, stream());
    expect(centres.map(([x]) => x).toSorted()).toEqual([1, 2]);
    expect(groups[0]).toBe(groups[1]);
    expect(groups[2]).toBe(groups[3]);
  });
});

describe('eigenvalues', () => {
  test('of a cyclic shift are the roots of one, though all shifts of its corner run in a circle', () => {
    for (const size of [3, 4, 5, 6]) {
      const shift = Array.from({ length: size }, (_, i) =>
        Array.from({ length: size }, (__, j) => Number((i + 1) % size === j)),
      );
      const found = eigenvalues(shift);
      expect(found).toHaveLength(size);
      // products of a few dozen reflections
      for (const [re, im] of found) expect(Math.sqrt(re * re + im * im)).toBeCloseTo(1, 12);
      expect(found.reduce((sum, [re]) => sum + re, 0)).toBeCloseTo(0, 12);
      expect(found.reduce((sum, [, im]) => sum + im, 0)).toBe(0);
    }
  });

  test('of a matrix that ends all in two steps are 0', () => {
    expect(
      eigenvalues([
        [0, 1],
        [0, 0],
      ]),
    ).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(
      spectralRadius([
        [0, 5, 1],
        [0, 0, 2],
        [0, 0, 0],
      ]),
    ).toBe(0);
  });

  test('of a triangle are its diagonal, largest first', () => {
    expect(
      eigenvalues([
        [1, 7, 3],
        [0, -4, 2],
        [0, 0, 2],
      ]).map(([re]) => re),
    ).toEqual([-4, 2, 1]);
  });

  test('have the sum of the diagonal and the determinant for product', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = rng(seed).stream('matrix');
      const [a, b, c, d] = [random.normal(), random.normal(), random.normal(), random.normal()];
      const [[x, p], [y, q]] = eigenvalues([
        [a, b],
        [c, d],
      ]) as [[number, number], [number, number]];
      expect(x + y).toBeCloseTo(a + d, 13);
      expect(p + q).toBe(0);
      expect(x * y - p * q).toBeCloseTo(a * d - b * c, 12);
    }
  });
});

describe('the functions at the ends of their ranges', () => {
  test('infinity and what is no number pass through', () => {
    expect([log(Infinity), log1p(Infinity), log(0), log(-1), log(NaN)]).toEqual([
      Infinity,
      Infinity,
      -Infinity,
      NaN,
      NaN,
    ]);
    expect([erfc(NaN), erfc(0), erfc(-30), erfc(30)]).toEqual([NaN, 1, 2, 0]);
    expect([exp(Infinity), exp(-Infinity), exp(NaN), expm1(-Infinity)]).toEqual([
      Infinity,
      0,
      NaN,
      -1,
    ]);
    expect([tanh(NaN), tanh(Infinity), sigmoid(Infinity), softplus(-Infinity)]).toEqual([
      NaN,
      1,
      1,
      0,
    ]);
  });

  test('the mass of both sides of a normal distribution is 2', () => {
    for (const x of [0.1, 0.9, 1.9, 2, 2.1, 5]) expect(erfc(x) + erfc(-x)).toBeCloseTo(2, 14);
  });

  test('scale is exact beyond the powers that a double has', () => {
    expect(scale(2 ** -1000, 1500)).toBe(2 ** 500);
    expect(scale(2 ** 1000, -1500)).toBe(2 ** -500);
    expect(scale(1, -1074)).toBe(5e-324);
    expect(scale(3, 4)).toBe(48);
  });
});
