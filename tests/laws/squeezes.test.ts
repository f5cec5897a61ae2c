import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fixedPoints,
  foldDrive,
  foldDrives,
  restingStretch,
  swing,
} from '#engine/analysis/fixed-points.ts';
import { letterGoal } from '#engine/analysis/latch.ts';
import { squeezes } from '#engine/analysis/squeezes.ts';
import { compile, neuron, play, withFunctions } from '#engine/index.ts';

const weight = fc.double({ min: -8, max: 8, noNaN: true });
const drive = fc.double({ min: -4, max: 4, noNaN: true });
const names = ['tanh', 'logistic', 'rectifier', 'none'] as const;

describe.each(names)('the squeeze %s', (name) => {
  const squeeze = squeezes[name];

  test('is the operation that the neuron runs, bit for bit', () => {
    const machine = compile(withFunctions(neuron, { tanh: squeeze.op }));
    fc.assert(
      fc.property(weight, drive, drive, (w, b, h) => {
        const trace = play(machine, { params: { w, u: 0, b }, initial: { h }, inputs: [0] });
        // 0 and −0 are one state
        expect(trace.value('h', 1)[0] === squeeze.at(w * h + b)).toBe(true);
      }),
      { seed: 1 },
    );
  });

  test('has the slope of a difference, no steeper than its steepest', () => {
    fc.assert(
      fc.property(weight, (sum) => {
        fc.pre(Math.abs(sum) > 1e-3);
        const slope = squeeze.slope({ sum, result: squeeze.at(sum) });
        const step = 1e-5;
        const difference = (squeeze.at(sum + step) - squeeze.at(sum - step)) / (2 * step);
        // the third derivative is at most 2, so the difference is good to step² / 3 and rounding
        expect(Math.abs(slope - difference)).toBeLessThan(1e-9);
        expect(slope).toBeLessThanOrEqual(squeeze.steepest);
      }),
      { seed: 2 },
    );
  });

  test('has fixed points that stay where they are, to the rounding of one step', () => {
    fc.assert(
      fc.property(weight, drive, (w, b) => {
        // so near to 1 the point of a line lies beyond every picture
        fc.pre(Math.abs(w - 1) > 1e-3);
        for (const { value } of fixedPoints(w, b, squeeze)) {
          const moved = squeeze.at(w * value + b) - value;
          expect(Math.abs(moved)).toBeLessThan(1e-14 * (1 + Math.abs(w)) * (1 + Math.abs(value)));
        }
      }),
      { seed: 3 },
    );
  });

  test('takes a state where the analysis says that letters take it', () => {
    fc.assert(
      fc.property(weight, drive, drive, (w, b, start) => {
        const points = fixedPoints(w, b, squeeze);
        // near a fold, or at slope 1, the way takes longer than this loop
        fc.pre(points.every(({ slope }) => Math.abs(Math.abs(slope) - 1) > 0.02));
        fc.pre(Math.abs(w - 1) > 0.02);
        const folds = foldDrives(w, squeeze);
        fc.pre(folds === undefined || folds.every((fold) => Math.abs(fold - b) > 0.01));
        fc.pre(points.every(({ value }) => Math.abs(value - start) > 1e-3));
        const goal = letterGoal(w, b, start, squeeze);
        let h = start;
        for (let n = 0; n < 5000; n++) h = squeeze.at(w * h + b);
        if (goal === undefined) expect(Math.abs(squeeze.at(w * h + b) - h)).toBeGreaterThan(1e-6);
        else if (Number.isFinite(goal)) expect(Math.abs(h - goal)).toBeLessThan(1e-9);
        else expect(Math.sign(h - start)).toBe(Math.sign(goal));
      }),
      { seed: 4 },
    );
  });

  test('has three fixed points exactly between its folds', () => {
    fc.assert(
      fc.property(weight, drive, (w, b) => {
        const folds = foldDrives(w, squeeze);
        fc.pre(folds === undefined || folds.every((fold) => Math.abs(fold - b) > 1e-9));
        const isBetween = folds !== undefined && folds[0] < b && b < folds[1];
        expect(fixedPoints(w, b, squeeze).length === 3).toBe(isBetween);
      }),
      { seed: 5 },
    );
  });
});

describe('the turns of a squeeze', () => {
  test.each(['tanh', 'logistic'] as const)(
    'of %s are where its slope is the one asked for',
    (name) => {
      const squeeze = squeezes[name];
      for (const part of [1e-3, 0.2, 0.9]) {
        const slope = part * squeeze.steepest;
        const turns = squeeze.turns(slope);
        expect(turns).toHaveLength(2);
        expect(turns[0]!.sum).toBeLessThan(turns[1]!.sum);
        for (const place of turns) {
          // a logarithm and a root of numbers of size 1
          expect(squeeze.at(place.sum)).toBeCloseTo(place.result, 13);
          expect(squeeze.slope(place)).toBeCloseTo(slope, 13);
        }
      }
      for (const slope of [-1, 0, squeeze.steepest, 2]) expect(squeeze.turns(slope)).toEqual([]);
    },
  );

  test('make the folds of tanh: the drives at which the curve touches the diagonal', () => {
    for (const w of [1.1, 2, 5]) {
      const [low, high] = foldDrives(w, squeezes.tanh)!;
      expect(high).toBeCloseTo(foldDrive(w), 13);
      expect(low).toBeCloseTo(-foldDrive(w), 13);
    }
    expect([-2, 0, 1].map((w) => foldDrives(w, squeezes.tanh))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('swing', () => {
  test('is found for no weight that is not negative, and for no line', () => {
    expect([0, 0.5, 3].map((w) => swing(w, 0.1))).toEqual([undefined, undefined, undefined]);
    expect(swing(-3, 0, squeezes.none)).toBeUndefined();
    expect(swing(-0.9, 0)).toBeUndefined();
    expect(swing(-1.1, 0)).toHaveLength(2);
  });

  test('has no state at its unstable middle, where letters swing a state for ever', () => {
    expect(letterGoal(-3, 0, 0.5)).toBeUndefined();
    expect(letterGoal(-0.5, 0, 0.5)).toBeCloseTo(0, 14);
    // driven down, to the next stable state below and not above
    const [low, middle, high] = fixedPoints(2, 0.1).map(({ value }) => value);
    expect(letterGoal(2, 0.1, middle! - 0.01)).toBe(low);
    expect(letterGoal(2, 0.1, middle! + 0.01)).toBe(high);
    expect([-2, 2].map((from) => letterGoal(2, 0.1, from))).toEqual([low, high]);
  });

  test('of slope −1 or 1 only a squeeze that bends still comes to rest', () => {
    expect(fixedPoints(-1, 0, squeezes.none).map(({ stable }) => stable)).toEqual([false]);
    expect(fixedPoints(-1, 0).map(({ stable }) => stable)).toEqual([true]);
  });
});

describe('a straight squeeze', () => {
  test('leaves every state where it is, for w = 1 without a bias, and no other does', () => {
    expect(names.map((name) => restingStretch(1, 0, squeezes[name]) !== undefined)).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(fixedPoints(1, 0, squeezes.none)).toEqual([]);
    expect(letterGoal(1, 0, 0.3, squeezes.none)).toBe(0.3);
    expect(letterGoal(1, 0, -1, squeezes.rectifier)).toBe(0);
    expect(letterGoal(1, 0.1, 0, squeezes.none)).toBe(Infinity);
  });
});
