import { describe, expect, test } from 'vitest';
import { endLoss, endSlope, steepest, walk } from '#engine/analysis/cliff.ts';

const places = [
  { w: 0.5, b: 0.2 },
  { w: 1.4, b: -0.1 },
  { w: 2, b: 0 },
  { w: 3.5, b: -0.6 },
];

describe('endLoss', () => {
  test('is the loss of the machine, bit for bit', () => {
    for (const place of places)
      for (const length of [2, 9, 30])
        expect(endLoss(place, length)).toBe(endSlope(place, length).loss);
  });

  test('has the slopes that backpropagation says', () => {
    for (const { w, b } of places) {
      const { byW, byB } = endSlope({ w, b }, 12);
      const change = 1e-5;
      const difference = (dw: number, db: number): number =>
        (endLoss({ w: w + dw, b: b + db }, 12) - endLoss({ w: w - dw, b: b - db }, 12)) /
        (2 * change);
      // central differences with this step agree to about eight digits
      expect(byW).toBeCloseTo(difference(change, 0), 6);
      expect(byB).toBeCloseTo(difference(0, change), 6);
    }
  });
});

describe('walk', () => {
  const setting = { from: { w: 1.7, b: -0.4 }, length: 20, learningRate: 0.1, most: 1 } as const;

  test('with clipping by norm never steps further than the rate times the bound', () => {
    const path = walk({ ...setting, rule: 'norm' }, 20);
    for (let n = 1; n < path.length; n++) {
      const [from, to] = [path[n - 1]!, path[n]!];
      expect(Math.hypot(to.w - from.w, to.b - from.b)).toBeLessThanOrEqual(0.1 + 1e-12);
    }
  });

  test('is the same with a bound that nothing reaches and without one', () => {
    expect(walk({ ...setting, rule: 'norm', most: 1e9 }, 8)).toEqual(
      walk({ ...setting, rule: 'none' }, 8),
    );
  });

  test('leaves the valley for good without clipping, and not with it', () => {
    expect(walk({ ...setting, rule: 'none' }, 30).at(-1)?.loss).toBeGreaterThan(1.9);
    expect(walk({ ...setting, rule: 'norm' }, 30).at(-1)?.loss).toBeLessThan(0.05);
  });
});

test('steepest grows with the length of the text', () => {
  expect(steepest(1.4, 30)).toBeGreaterThan(5 * steepest(1.4, 10));
});
