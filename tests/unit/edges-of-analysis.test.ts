import { describe, expect, test } from 'vitest';
import { scoreUnits } from '#engine/analysis/best-unit.ts';
import { endSlope, walk } from '#engine/analysis/cliff.ts';
import { keptDirections } from '#engine/analysis/ellipse.ts';
import { fixedPoints, swing } from '#engine/analysis/fixed-points.ts';
import { stepsUntilShare, timeUntilShare } from '#engine/analysis/forgetting.ts';
import { retention, stepsUntil } from '#engine/analysis/leak.ts';
import { extractMachine, follow } from '#engine/analysis/state-machine.ts';
import { rng } from '#engine/math/index.ts';

const stream = () => rng(3).stream('edges');

describe('scoreUnits', () => {
  test('equal values stand on one side of every threshold', () => {
    const [score] = scoreUnits([[1], [1], [1], [2]], [0, 1, 0, 1]);
    expect(score).toEqual({ unit: 0, threshold: 1.5, above: 1, accuracy: 0.75 });
  });

  test('a unit may say no by being above, and ties go to the first unit', () => {
    const states = [
      [0, 5],
      [1, 4],
      [2, 3],
    ];
    const scores = scoreUnits(states, [1, 0, 0]);
    expect(scores).toEqual([
      { unit: 0, threshold: 0.5, above: 0, accuracy: 1 },
      { unit: 1, threshold: 4.5, above: 1, accuracy: 1 },
    ]);
  });

  test('a unit that is the same in all states gives the more frequent answer', () => {
    const constant = [[7], [7], [7]];
    expect(scoreUnits(constant, [1, 1, 0])[0]).toMatchObject({ above: 1, accuracy: 2 / 3 });
    expect(scoreUnits(constant, [0, 1, 0])[0]).toMatchObject({
      above: 0,
      accuracy: 2 / 3,
      threshold: -Infinity,
    });
  });
});

describe('walk', () => {
  const from = { w: 2, b: -0.5 };

  test('a bound by components moves each of the two by at most bound times rate', () => {
    const [start, next] = walk(
      { from, length: 8, learningRate: 0.5, rule: 'value', most: 1e-3 },
      1,
    );
    expect(start).toEqual(endSlope(from, 8));
    expect(Math.abs(next!.w - from.w)).toBeCloseTo(5e-4, 15);
    expect(Math.abs(next!.b - from.b)).toBeCloseTo(5e-4, 15);
  });

  test('a bound on the norm keeps the direction, no bound keeps the length', () => {
    const setting = { from, length: 8, learningRate: 0.5, most: 1e-3 };
    const [start, free] = walk({ ...setting, rule: 'none' }, 1);
    const [, bound] = walk({ ...setting, rule: 'norm' }, 1);
    const [dw, db] = [bound!.w - from.w, bound!.b - from.b];
    expect(Math.sqrt(dw * dw + db * db)).toBeCloseTo(5e-4, 15);
    expect(dw * start!.byB - db * start!.byW).toBeCloseTo(0, 15);
    expect(free!.w - from.w).toBeCloseTo(-0.5 * start!.byW, 15);
    expect(free!.b - from.b).toBeCloseTo(-0.5 * start!.byB, 15);
  });
});

describe('keptDirections', () => {
  test('a multiple of the identity keeps all, the axes stand for them', () => {
    expect(
      keptDirections([
        [2, 0],
        [0, 2],
      ]),
    ).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(
      keptDirections([
        [2, 0],
        [0, 3],
      ]),
    ).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  test('a shear keeps one direction, a rotation none', () => {
    const kept = keptDirections([
      [1, 1],
      [0, 1],
    ]);
    expect(kept).toHaveLength(1);
    expect(Math.abs(kept[0]![0]!)).toBe(1);
    expect(
      keptDirections([
        [0, -1],
        [1, 0],
      ]),
    ).toEqual([]);
  });

  test('every direction that is kept has length one and is only stretched', () => {
    for (const [a, b, c, d] of [[2, 0, 1, 1], [2, 1, 0, 1], [1, 3, 2, -1], [-2, 0.5, 4, 1], [1, 100, 1e-3, 3]] as const) {
      const kept = keptDirections([[a, b], [c, d]]);
      expect(kept).toHaveLength(2);
      for (const [x = NaN, y = NaN] of kept) {
        expect(x * x + y * y).toBeCloseTo(1, 13);
        // beside its own direction nothing is left, but for rounding of numbers up to 100
        expect((a * x + b * y) * y - (c * x + d * y) * x).toBeCloseTo(0, 12);
      }
    }
  }); // prettier-ignore

  test('a lower triangle keeps the second axis', () => {
    const kept = keptDirections([
      [2, 0],
      [1, 1],
    ]);
    expect(kept).toHaveLength(2);
    expect(kept.map(([x, y]) => Math.abs(x! / y!))).toContain(0);
  });
});

describe('fixedPoints', () => {
  test('a root on an edge is found once', () => {
    // without weight and drive the map sends everything to 0; a turning point may be the root itself
    expect(fixedPoints(0, 0)).toEqual([{ value: 0, slope: 0, stable: true }]);
    expect(fixedPoints(1, 0)).toEqual([{ value: 0, slope: 1, stable: true }]);
  });

  test('a drive beyond all weights saturates: the fixed point is the end itself', () => {
    for (const sign of [-1, 1]) {
      const [point, ...others] = fixedPoints(0.5, sign * 50);
      expect(point).toEqual({ value: sign, slope: 0, stable: true });
      expect(others).toEqual([]);
    }
  });

  test('a number that is not finite is told', () => {
    expect(() => fixedPoints(NaN, 0)).toThrow('must be finite, found NaN, 0');
    expect(() => fixedPoints(1, Infinity)).toThrow('must be finite, found 1, Infinity');
  });
});

describe('swing', () => {
  test('is not seen where it is smaller than a millionth', () => {
    expect(swing(-(1 + 1e-14), 0)).toBeUndefined();
    expect(swing(-(1 + 1e-9), 0)).toBeDefined();
  });
});

describe('forgetting', () => {
  test('a leak of 1 forgets all at once; half leaks half a step at a time', () => {
    expect(stepsUntilShare(1, 0.1)).toBe(1);
    expect(stepsUntilShare(0.5, 0.25)).toBe(2);
    expect(timeUntilShare(0.5, 0.25)).toBeCloseTo(2, 14);
    expect(stepsUntilShare(0.5, 0.2)).toBe(3);
  });

  test('stepsUntil is when retention reaches the share, and no time for a unit without memory', () => {
    expect(stepsUntil(1, 0.5)).toBe(0);
    for (const tau of [1.5, 2, 10, 1000]) {
      const steps = 7;
      // two logarithms and a division
      expect(stepsUntil(tau, retention(tau, steps))).toBeCloseTo(steps, 10);
    }
  });
});

describe('follow', () => {
  test('stops where the machine has no edge', () => {
    const runs = [{ symbols: ['a', 'b'], states: [[0], [1], [0]] }];
    const machine = extractMachine(runs, 2, stream());
    const [first, second] = [machine.start, 1 - machine.start];
    expect(follow(machine, ['a', 'b', 'a'])).toEqual([first, second, first, second]);
    expect(follow(machine, ['b', 'a'])).toEqual([first]);
    expect(machine.consistency).toBe(1);
  });
});
