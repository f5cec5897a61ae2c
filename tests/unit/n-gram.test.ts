import { describe, expect, test } from 'vitest';
import { rng } from '#engine/math/index.ts';
import { countNGrams, nGramLoss } from '#engine/models/n-gram.ts';

const random = rng(6).stream('symbols');
const text = Array.from({ length: 400 }, () => random.integer(0, 3));

describe('countNGrams', () => {
  test.each([0, 1, 2, 3])(
    'with %d symbols of context answers with shares that sum to 1',
    (size) => {
      const model = countNGrams(text, { contextSize: size, classes: 4, smoothing: 0.5 });
      for (const past of [[], [1], [2, 3, 1], [0, 0, 0, 0]])
        expect(model.predict(past).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 14);
    },
  );

  test('without context answers with the frequencies', () => {
    const model = countNGrams([0, 0, 1, 2], { contextSize: 0, classes: 4, smoothing: 0 });
    expect(model.predict([3, 1])).toEqual([0.5, 0.25, 0.25, 0]);
  });

  test('on its own text loses nothing by a longer context', () => {
    const losses = [0, 1, 2, 3, 4].map((contextSize) =>
      nGramLoss(countNGrams(text, { contextSize, classes: 4, smoothing: 0 }), text),
    );
    // the first symbols of the text have no full context, so that sizes differ in a few counts there
    losses.slice(1).forEach((loss, n) => expect(loss).toBeLessThanOrEqual((losses[n] ?? 0) + 0.02));
  });

  test('knows a text of period 3 from two symbols on, and not from none', () => {
    const periodic = Array.from({ length: 60 }, (_, t) => [0, 1, 1][t % 3] ?? 0);
    const rest = (contextSize: number): number =>
      nGramLoss(countNGrams(periodic, { contextSize, classes: 2, smoothing: 0 }), periodic);
    // after 1 comes 1 or 0: one symbol of context leaves a doubt, two leave only the first step
    expect(rest(0)).toBeCloseTo(-(Math.log(1 / 3) + 2 * Math.log(2 / 3)) / 3, 12);
    expect(rest(1)).toBeGreaterThan(0.4);
    expect(rest(2)).toBeLessThan(0.02);
  });

  test('falls back on a shorter context where the longer one never occurred', () => {
    const model = countNGrams([0, 1, 0, 1], { contextSize: 2, classes: 3, smoothing: 0 });
    expect(model.predict([2, 1])).toEqual([1, 0, 0]);
    expect(model.predict([2, 2])).toEqual([0.5, 0.5, 0]);
  });
});
