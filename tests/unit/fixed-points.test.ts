import { describe, expect, test } from 'vitest';
import { fixedPoints, foldDrive, isBistable, swing } from '#engine/analysis/fixed-points.ts';
import { tanh } from '#engine/math/activations.ts';

/** Attracting state and slope for w without drive, to the six digits of the book's table. */
const LATCH_FACTS = [
  [1.05, 0.370706, 0.905706],
  [1.2, 0.65857, 0.679543],
  [1.5, 0.85856, 0.394313],
  [2, 0.957504, 0.166372],
  [3, 0.994902, 0.030513],
] as const;

describe('fixedPoints', () => {
  test.each(LATCH_FACTS)('w = %d has the upper state %d with slope %d', (w, value, slope) => {
    const upper = fixedPoints(w, 0)[2];
    // half a unit of the sixth digit
    expect(Math.abs((upper?.value ?? NaN) - value)).toBeLessThan(5e-7);
    expect(Math.abs((upper?.slope ?? NaN) - slope)).toBeLessThan(5e-7);
    expect(upper?.stable).toBe(true);
  });

  test('fixedPoints without drive are symmetric, with an unstable one at exactly 0', () => {
    const [lower, middle, upper] = fixedPoints(2, 0);
    expect(lower?.value).toBe(-(upper?.value ?? NaN));
    expect(middle).toEqual({ value: 0, slope: 2, stable: false });
  });

  test('fixedPoints of w = 1 is the origin alone, which still attracts', () => {
    expect(fixedPoints(1, 0)).toEqual([{ value: 0, slope: 1, stable: true }]);
  });

  test('fixedPoints goes from one to three at w = 1 exactly', () => {
    const counts = [0.9, 0.99, 0.999, 1, 1.001, 1.01].map((w) => fixedPoints(w, 0).length);
    expect(counts).toEqual([1, 1, 1, 1, 3, 3]);
  });

  test('fixedPoints of a saturated unit is the end of the range', () => {
    expect(fixedPoints(3, 40).map((point) => point.value)).toEqual([1]);
  });

  test('fixedPoints names what is not a number', () => {
    expect(() => fixedPoints(NaN, 0)).toThrow('w and drive must be finite, found NaN, 0');
  });
});

describe('foldDrive', () => {
  test('foldDrive of w = 2 is √2 − artanh √½', () => {
    // artanh z = ½ ln((1 + z)/(1 − z)) at z = 0.70710678…: 0.88137358701954; √2 = 1.41421356237310
    expect(Math.abs(foldDrive(2) - 0.532839975353555)).toBeLessThan(1e-14);
  });

  test('foldDrive parts one fixed point from three on both sides', () => {
    const fold = foldDrive(2);
    for (const sign of [-1, 1]) {
      expect(fixedPoints(2, sign * (fold - 1e-6))).toHaveLength(3);
      expect(fixedPoints(2, sign * (fold + 1e-6))).toHaveLength(1);
    }
  });

  test('foldDrive is 0 up to w = 1, where no drive gives two states', () => {
    expect([foldDrive(-3), foldDrive(0.5), foldDrive(1)]).toEqual([0, 0, 0]);
    expect(isBistable(1, 0)).toBe(false);
  });
});

describe('swing', () => {
  test('swing of w = −2 lies at plus and minus the latch state of w = 2', () => {
    // h → tanh(−2 h) turns the sign at each step: |h| follows h → tanh(2 h)
    const upper = fixedPoints(2, 0)[2]?.value ?? NaN;
    const [low, high] = swing(-2, 0) ?? [NaN, NaN];
    expect(Math.abs(high - upper)).toBeLessThan(1e-15);
    expect(Math.abs(low + upper)).toBeLessThan(1e-15);
  });

  test('swing maps its two states onto each other under a drive', () => {
    const [low, high] = swing(-2.5, 0.3) ?? [NaN, NaN];
    // slope of tanh at most 2.5 on an error of one rounding
    expect(Math.abs(tanh(-2.5 * low + 0.3) - high)).toBeLessThan(1e-15);
    expect(Math.abs(tanh(-2.5 * high + 0.3) - low)).toBeLessThan(1e-15);
  });

  test('swing is undefined where the state comes to rest', () => {
    expect([swing(-1, 0), swing(0.5, 0), swing(2, 0), swing(-2, 3)]).toEqual(
      Array(4).fill(undefined),
    );
  });
});
