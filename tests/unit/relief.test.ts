import { describe, expect, test } from 'vitest';
import { reliefPixels, type Relief } from '#components/primitives/relief.ts';

const BLUE = [0, 0, 255] as const;
const [COLUMNS, ROWS] = [5, 4];

const plane = (height: (column: number, row: number) => number): Relief => ({
  heights: Float64Array.from({ length: COLUMNS * ROWS }, (_, n) =>
    height(n % COLUMNS, Math.floor(n / COLUMNS)),
  ),
  columns: COLUMNS,
  rows: ROWS,
});

/** Red, green, blue and cover of a pixel, counted from the lowest row. */
const pixelOf = (relief: Relief, levels: number[], column: number, row: number): number[] => [
  ...reliefPixels(relief, levels, BLUE).subarray(
    4 * ((ROWS - 1 - row) * COLUMNS + column),
    4 * ((ROWS - 1 - row) * COLUMNS + column) + 4,
  ),
];

describe('reliefPixels', () => {
  test('leaves a plain at height 0 clear, and gives a higher one more of the colour', () => {
    expect(
      pixelOf(
        plane(() => 0),
        [2],
        2,
        2,
      )[3],
    ).toBe(0);
    const [low, high] = [1, 2].map((height) =>
      pixelOf(
        plane(() => height),
        [3],
        2,
        2,
      ),
    );
    expect(low!.slice(0, 3)).toEqual([0, 0, 255]);
    expect(high![3]).toBeGreaterThan(low![3]!);
  });

  test('lights slopes that face the upper left and darkens those that turn away', () => {
    const rising = pixelOf(
      plane((column) => 0.1 * column),
      [9],
      2,
      2,
    );
    const falling = pixelOf(
      plane((column) => -0.1 * column),
      [9],
      2,
      2,
    );
    // white is laid over what faces the light, black over what does not
    expect(rising[0]).toBeGreaterThan(0);
    expect(falling[0]).toBe(0);
    expect(falling[3]).toBeGreaterThan(0);
  });

  test('draws a line where a level lies between neighbours, and nowhere else', () => {
    const step = plane((_, row) => (row < 2 ? 1 : 1.001));
    const levels = [1.0005, 4];
    expect(pixelOf(step, levels, 2, 1)[3]).toBeGreaterThan(150);
    expect(pixelOf(step, levels, 2, 0)[3]).toBeLessThan(100);
    expect(pixelOf(step, levels, 2, 3)[3]).toBeLessThan(100);
  });
});
