import { describe, expect, test } from 'vitest';
import {
  trainWindowed,
  windowedDefaults,
  windowedRun,
  windowReader,
} from '#engine/models/windowed.ts';
import { windowBound } from '#engine/tasks/quote-bounds.ts';
import { quoteWindows } from '#engine/tasks/quote-windows.ts';

const RATES = { open: 0.05, close: 0.08 };
const setting = (size: number, seed: number) => ({ ...windowedDefaults, size, rates: RATES, seed });

describe('quoteWindows', () => {
  test.each([1, 2, 5, 8])(
    'quoteWindows(%d) are 2^(size+1) − 1 and share out the whole text',
    (size) => {
      const windows = [...quoteWindows(size, RATES)];
      expect(windows).toHaveLength(2 ** (size + 1) - 1);
      expect(new Set(windows.map(({ x }) => x.join())).size).toBe(windows.length);
      const total = windows.reduce((sum, { inside, outside }) => sum + inside + outside, 0);
      // at most 511 additions of rounded terms
      expect(Math.abs(total - 1)).toBeLessThan(1e-13);
    },
  );

  test('quoteWindows answered by the likelier side give windowBound', () => {
    for (const size of [1, 3, 7]) {
      let best = 0;
      for (const { inside, outside } of quoteWindows(size, RATES))
        best += Math.max(inside, outside);
      expect(Math.abs(best - windowBound(size, RATES))).toBeLessThan(1e-13);
    }
  });

  test('quoteWindows(1) are a letter and the two marks', () => {
    const shares = [...quoteWindows(1, RATES)].map(({ x, distance }) => [x, distance]);
    expect(shares).toEqual([
      [[0], 1],
      [[-1], 0],
      [[1], 0],
    ]);
  });
});

describe('windowReader', () => {
  test('windowReader has no state', () => {
    expect(windowReader.state).toEqual([]);
  });
});

describe('trainWindowed', () => {
  test('trainWindowed gives the same result for the same seed, and another for another', () => {
    const accuracies = [1, 1, 2].map((seed) => windowedRun(setting(8, seed)).accuracy);
    expect(accuracies[0]).toBe(accuracies[1]);
    expect(accuracies[0]).not.toBe(accuracies[2]);
  });

  test('trainWindowed never beats windowBound', () => {
    for (const size of [1, 4, 9]) {
      for (const seed of [1, 2, 3, 4]) {
        const { accuracy } = windowedRun(setting(size, seed));
        // rounding of a sum of 2^(size+1) terms
        expect(accuracy).toBeLessThanOrEqual(windowBound(size, RATES) + 1e-12);
      }
    }
  });

  test('trainWindowed works inside its window: short windows reach the bound', () => {
    const { accuracy, accuracyAt } = windowedRun(setting(2, 1));
    expect(Math.abs(accuracy - windowBound(2, RATES))).toBeLessThan(1e-12);
    expect(accuracyAt).toEqual([1, 1]);
  });

  test('trainWindowed yields growing shares of the work, at most one update at a time', () => {
    const training = trainWindowed({ ...setting(2, 1), updates: 10 });
    const shares: number[] = [];
    for (let next = training.next(); next.done !== true; next = training.next())
      shares.push(next.value);
    expect(shares).toHaveLength(10);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});
