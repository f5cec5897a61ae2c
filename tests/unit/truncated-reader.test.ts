import { describe, expect, test } from 'vitest';
import { encodeQuotes } from '#engine/index.ts';
import { questions, truncatedDefaults, truncatedRun } from '#engine/models/truncated-reader.ts';

const short = { ...truncatedDefaults, characters: 8000 };

describe('questions', () => {
  test('are asked at every character, or only so many letters after a mark', () => {
    const text = encodeQuotes('ab“cd”efg');
    expect(questions(text, 0).every(Boolean)).toBe(true);
    expect(
      questions(text, 2)
        .map((asked, n) => (asked ? n + 1 : 0))
        .filter(Boolean),
    ).toEqual([2, 5, 8, 9]);
  });
});

describe('a reader that is trained on pieces', () => {
  test('gives the same answer for the same seed', () => {
    const setting = { ...short, window: 10, isCarried: true, askedAfter: 0, seed: 4 };
    expect(truncatedRun(setting)).toBe(truncatedRun(setting));
  });

  test('remembers beyond its pieces when the state is carried, and not when it is reset', () => {
    const run = (isCarried: boolean): number =>
      truncatedRun({ ...short, window: 2, isCarried, askedAfter: 0, seed: 1 });
    expect(run(true)).toBeGreaterThan(0.97);
    expect(run(false)).toBeLessThan(0.8);
  });

  test('learns nothing about marks that blame cannot reach, even if the state is carried', () => {
    const learned = (window: number): number =>
      [1, 2, 3, 4, 5].filter(
        (seed) =>
          truncatedRun({ ...truncatedDefaults, window, isCarried: true, askedAfter: 2, seed }) >
          0.95,
      ).length;
    expect(learned(1)).toBe(0);
    // luck is left: not every start finds it
    expect(learned(20)).toBeGreaterThanOrEqual(3);
  });
});
