import { describe, expect, test } from 'vitest';
import { contourPath } from '#components/primitives/contours.ts';

const grid = (columns: number, rows: number, height: (x: number, y: number) => number) => ({
  columns,
  rows,
  values: Float64Array.from({ length: columns * rows }, (_, n) =>
    height(n % columns, Math.floor(n / columns)),
  ),
});

/** The rings of a path, as points. */
const rings = (path: string): [number, number][][] =>
  path
    .split('Z')
    .filter((ring) => ring !== '')
    .map((ring) =>
      ring
        .slice(1)
        .split('L')
        .map((point) => point.split(' ').map(Number) as [number, number]),
    );

const areaOf = (ring: [number, number][]): number =>
  ring.reduce((sum, [x, y], n) => {
    const [nextX, nextY] = ring[(n + 1) % ring.length] ?? [0, 0];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);

describe('contourPath', () => {
  test('a level above everything has no ring, one below everything is the border', () => {
    const hill = grid(5, 4, () => 1);
    expect(contourPath(hill, 2)).toBe('');
    expect(rings(contourPath(hill, 0)).map((ring) => Math.abs(areaOf(ring)))).toEqual([12]);
  });

  test('a slope is crossed where the level lies between two points', () => {
    const [ring = []] = rings(
      contourPath(
        grid(5, 3, (x) => x),
        1.25,
      ),
    );
    expect(Math.min(...ring.map(([x]) => x))).toBe(1.25);
    expect(Math.abs(areaOf(ring))).toBeCloseTo(2.75 * 2, 10);
  });

  test('a step between two points is found where it is, when heights can be asked', () => {
    const step = (x: number): number => (x > 1.7 ? 1 : 0);
    const [ring = []] = rings(contourPath({ ...grid(4, 2, step), at: step }, 0.5));
    expect(Math.min(...ring.map(([x]) => x))).toBeCloseTo(1.7, 2);
  });

  test('a hollow is a second ring, wound the other way', () => {
    const found = rings(
      contourPath(
        grid(9, 9, (x, y) => Math.abs(x - 4) + Math.abs(y - 4)),
        2,
      ),
    );
    expect(found).toHaveLength(2);
    const [outer = [], inner = []] = found;
    expect(Math.sign(areaOf(outer))).toBe(-Math.sign(areaOf(inner)));
  });

  test('every saddle gives closed rings that use each crossing once', () => {
    for (const values of [
      [1, 0, 0, 1],
      [0, 1, 1, 0],
    ]) {
      const found = rings(
        contourPath({ columns: 2, rows: 2, values: Float64Array.from(values) }, 0.5),
      );
      expect(found).toHaveLength(2);
      for (const ring of found) expect(Math.abs(areaOf(ring))).toBeCloseTo(0.125, 10);
    }
  });
});
