import { describe, expect, test } from 'vitest';
import { bestUnit, scoreUnits } from '#engine/analysis/best-unit.ts';

const LABELS = [0, 0, 1, 1, 0] as const;

describe('scoreUnits', () => {
  test('scoreUnits ranks units by what one threshold tells', () => {
    const states = [
      [0.1, 0.9, 0],
      [0.3, 0.8, 1],
      [0.7, 0.1, 2],
      [0.9, 0.6, 3],
      [0.2, 0.7, 4],
    ];
    const scores = scoreUnits(states, LABELS);
    expect(scores.map(({ unit }) => unit)).toEqual([0, 1, 2]);
    expect(scores[0]).toEqual({ unit: 0, threshold: 0.5, above: 1, accuracy: 1 });
    // everything below 0.65 is a yes: 0.1 and 0.6
    expect(scores[1]).toMatchObject({ above: 0, accuracy: 1 });
    // 0 0 1 1 0 along the axis: above 1.5 is a yes, and one of five is wrong
    expect(scores[2]).toEqual({ unit: 2, threshold: 1.5, above: 1, accuracy: 0.8 });
  });

  test('scoreUnits gives a unit that never moves the share of the more frequent answer', () => {
    const still = LABELS.map(() => [0.5]);
    expect(scoreUnits(still, LABELS)[0]).toMatchObject({ accuracy: 0.6, above: 0 });
  });

  test('bestUnit is as good as the best of all thresholds, tried one by one', () => {
    const states = Array.from({ length: 40 }, (_, n) => [(n * 17) % 23, (n * 7) % 11]);
    const labels = states.map(([a = 0, b = 0]): 0 | 1 => (a * b > 60 ? 1 : 0));
    const tried = [0, 1].flatMap((unit) =>
      states.flatMap((state) => {
        const right = states.filter(
          (other, n) => Number((other[unit] ?? 0) > (state[unit] ?? 0)) === labels[n],
        ).length;
        return [right, states.length - right];
      }),
    );
    expect(bestUnit(states, labels).accuracy).toBe(Math.max(...tried) / states.length);
  });

  test('scoreUnits names what does not fit', () => {
    expect(() => scoreUnits([[1]], [0, 1])).toThrow('1 states and 2 labels');
    expect(() => scoreUnits([], [])).toThrow(
      '0 states and 0 labels; expected as many, and at least one',
    );
    expect(() => bestUnit([[]], [1])).toThrow('bestUnit: the states have no units');
  });
});
