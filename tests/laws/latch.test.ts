import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixedPoints, foldDrive, isBistable } from '#engine/analysis/fixed-points.ts';
import { halfLife, restState } from '#engine/analysis/latch.ts';
import { tanh } from '#engine/math/index.ts';

const weight = fc.double({ min: -3, max: 3, noNaN: true });
const drive = fc.double({ min: -4, max: 4, noNaN: true });
const start = fc.double({ min: -1, max: 1, noNaN: true });

describe('fixedPoints', () => {
  test('fixedPoints stay where they are', () => {
    fc.assert(
      fc.property(weight, drive, (w, b) => {
        for (const { value } of fixedPoints(w, b)) {
          // tanh is good to 2.5 units of the last place, its argument to two more, times |w| ≤ 3
          expect(Math.abs(tanh(w * value + b) - value)).toBeLessThan(3e-15);
        }
      }),
      { seed: 1 },
    );
  });

  test('fixedPoints are three exactly where isBistable says so, else one', () => {
    fc.assert(
      fc.property(weight, drive, (w, b) => {
        // at the fold itself rounding decides
        fc.pre(Math.abs(Math.abs(b) - foldDrive(w)) > 1e-9 && Math.abs(w - 1) > 1e-9);
        expect(fixedPoints(w, b)).toHaveLength(isBistable(w, b) ? 3 : 1);
      }),
      { seed: 2 },
    );
  });

  test('fixedPoints of the opposite drive are the opposite points', () => {
    fc.assert(
      fc.property(weight, drive, (w, b) => {
        const mirrored = fixedPoints(w, -b).map(({ value }) => -value);
        const points = fixedPoints(w, b).map(({ value }) => value);
        fc.pre(Math.abs(Math.abs(b) - foldDrive(w)) > 1e-6);
        expect(mirrored).toHaveLength(points.length);
        mirrored.reverse().forEach((value, i) => {
          // the bracket is approached from the other side; 1e-6 from a fold the root is soft
          expect(Math.abs(value - (points[i] ?? NaN))).toBeLessThan(1e-9);
        });
      }),
      { seed: 3 },
    );
  });
});

describe('restState', () => {
  test('restState attracts h = −1', () => {
    fc.assert(
      fc.property(weight, drive, (w, b) => {
        const rest = restState(w, b);
        // near a fold or w = −1 the approach takes longer than this loop
        const slope = rest === undefined ? 1 : w * (1 - rest * rest);
        fc.pre(rest !== undefined && Math.abs(slope) < 0.98);
        fc.pre(Math.abs(Math.abs(b) - foldDrive(w)) > 0.01);
        let h = -1;
        for (let n = 0; n < 5000; n++) h = tanh(w * h + b);
        expect(Math.abs(h - (rest ?? NaN))).toBeLessThan(1e-9);
      }),
      { seed: 4 },
    );
  });
});

describe('halfLife', () => {
  test('halfLife is finite up to w = 1 without drive, and Infinity across the watershed beyond', () => {
    fc.assert(
      fc.property(weight, start, (w, h0) => {
        fc.pre(Math.abs(w) <= 1 || w > 1.0001);
        expect(halfLife(w, 0, h0) === Infinity).toBe(w > 1 && h0 >= 0);
      }),
      { seed: 5 },
    );
  });
});
