import { describe, expect, test } from 'vitest';
import { learnedAfter, rightUntil, TRIAL } from '#engine/models/guess-weights.ts';
import { nearestOrthogonal, normalMatrix, stretches } from '#engine/analysis/random-start.ts';
import { recallRun } from '#engine/models/recall.ts';
import { recallRow, recallWeights } from '#engine/tasks/recall-and-echo.ts';
import { rng } from '#engine/math/index.ts';
import { times, transposed } from '#engine/math/matrix.ts';

describe('recallRow', () => {
  test('asks for the sign before, and at the end for the first', () => {
    const random = rng(1).stream('rows');
    for (let n = 0; n < 20; n++) {
      const { inputs, targets } = recallRow(6, random);
      expect(inputs).toHaveLength(7);
      expect(inputs.map(([, cue]) => cue)).toEqual([1, 0, 0, 0, 0, 0, 1]);
      for (let t = 1; t < 6; t++) expect(targets[t]).toBe((inputs[t - 1]?.[0] ?? 0) > 0 ? 1 : 0);
      expect(targets[6]).toBe((inputs[0]?.[0] ?? 0) > 0 ? 1 : 0);
      expect(inputs[6]?.[0]).toBe(0);
    }
  });

  test('recallWeights leaves the recall alone when the echo weighs nothing', () => {
    expect(recallWeights(3, 0)).toEqual([0, 0, 0, 1]);
    expect(recallWeights(3, 0.5)).toEqual([0, 0.5, 0.5, 1]);
  });
});

describe('recallRun', () => {
  test('learns a short gap, and gives the same run for the same seed', () => {
    const setting = { gap: 3, echo: 0, seed: 1, updates: 300, rule: 'adam' } as const;
    const run = recallRun(setting);
    expect(run.solvedAt).toBeLessThan(300);
    expect(recallRun(setting)).toEqual(run);
  });
});

describe('rightUntil', () => {
  test('takes the lamp of chapter 1 to the end, with five numbers or eight', () => {
    expect(rightUntil(5, [2, 3, 0, 4, 0])).toBe(TRIAL);
    expect(rightUntil(8, [2, 3, -3, 0, 0, 4, 0, -1])).toBe(TRIAL);
  });

  test('stops at the first mark for a lamp that is never lit, and at once for one always lit', () => {
    const dark = rightUntil(5, [0, 0, 0, 0, -1]);
    expect(dark).toBeGreaterThan(0);
    expect(dark).toBeLessThan(TRIAL);
    expect(rightUntil(5, [0, 0, 0, 0, 1])).toBe(0);
  });
});

test('learnedAfter finds such a lamp by gradient descent', () => {
  expect(learnedAfter(2, 400)).toBeLessThan(400);
});

describe('nearestOrthogonal', () => {
  test('has columns of length one at right angles, and stretches nothing in thirty steps', () => {
    const matrix = nearestOrthogonal(normalMatrix(8, 1));
    times(transposed(matrix), matrix).forEach((row, i) =>
      row.forEach((value, j) => expect(value).toBeCloseTo(i === j ? 1 : 0, 12)),
    );
    for (const stretch of stretches(matrix, 30)) expect(stretch).toBeCloseTo(1, 10);
  });

  test('leaves an orthogonal matrix as it is', () => {
    const turn = [
      [0.6, -0.8],
      [0.8, 0.6],
    ];
    nearestOrthogonal(turn).forEach((row, i) =>
      row.forEach((value, j) => expect(value).toBeCloseTo(turn[i]?.[j] ?? NaN, 14)),
    );
  });
});
