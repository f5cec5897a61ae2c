import { describe, expect, test } from 'vitest';
import {
  halfLife,
  halvingTime,
  marksToLatch,
  restState,
  watershed,
} from '#engine/analysis/latch.ts';
import { tanh } from '#engine/math/activations.ts';

describe('halfLife', () => {
  test('halfLife of a small memory follows the slope w', () => {
    // 0.01 · 0.9^n ≤ 0.005 first at n = 7: 0.9^6 = 0.531, 0.9^7 = 0.478; tanh is straight here
    expect(halfLife(0.9, 0, 0.01)).toBe(7);
  });

  test('halfLife counts the letters of a hand-computed case', () => {
    // 1 → tanh 0.5 = 0.4621, below one half after one letter
    expect(halfLife(0.5, 0, 1)).toBe(1);
  });

  test('halfLife counts, under a bias too, the letters until half of the distance to rest is gone', () => {
    for (const b of [-0.4, 0.3]) {
      const rest = restState(0.8, b)!;
      let [h, n] = [0.9, 0];
      for (; Math.abs(h - rest) > Math.abs(0.9 - rest) / 2; n++) h = tanh(0.8 * h + b);
      expect(n).toBeGreaterThan(0);
      expect(halfLife(0.8, b, 0.9)).toBe(n);
    }
  });

  test('halfLife of w = 1 is finite, because the state creeps back', () => {
    // 0.995 → 0.759 → 0.640 → 0.565 → 0.511 → 0.471, and half of 0.995 is 0.4975
    expect(halfLife(1, 0, tanh(3))).toBe(5);
  });

  test('halfLife is Infinity for the latch, and finite where the mark is too weak', () => {
    expect(halfLife(2, 0, 0.795)).toBe(Infinity);
    expect(Number.isFinite(halfLife(2, 0, -0.3))).toBe(true);
  });

  test('halfLife is Infinity where the state swings for ever', () => {
    expect(halfLife(-2, 0, 0.9)).toBe(Infinity);
  });

  test('halfLife is 0 where there is nothing to forget', () => {
    expect(halfLife(0.5, 0, 0)).toBe(0);
  });
});

describe('halvingTime', () => {
  test('halvingTime inverts the slope 2^(−1/10)', () => {
    expect(Math.abs(halvingTime(0.9330329915368074) - 10)).toBeLessThan(1e-12);
  });

  test('halvingTime is Infinity from slope 1 on, whatever its sign', () => {
    expect([halvingTime(1), halvingTime(-1), halvingTime(2), halvingTime(0)]).toEqual([
      Infinity,
      Infinity,
      Infinity,
      0,
    ]);
  });
});

describe('restState', () => {
  test('restState is where letters leave h = −1', () => {
    let h = -1;
    for (let n = 0; n < 200; n++) h = tanh(2 * h);
    expect(Math.abs((restState(2, 0) ?? NaN) - h)).toBeLessThan(1e-15);
  });

  test('restState of a swinging unit is undefined', () => {
    expect(restState(-2, 0)).toBe(undefined);
  });
});

describe('marksToLatch', () => {
  test('marksToLatch of the canonical latch is one mark', () => {
    expect(marksToLatch(2, 3, 0)).toBe(1);
  });

  test('marksToLatch counts a row of marks that only together cross the watershed', () => {
    // from −0.9575 with u = 1: −0.724 → −0.420 → 0.159
    expect(marksToLatch(2, 1, 0)).toBe(3);
  });

  test('marksToLatch is Infinity below the fold drive 0.5328 of w = 2', () => {
    expect(marksToLatch(2, 0.53, 0)).toBe(Infinity);
    expect(marksToLatch(2, 0.54, 0)).toBeGreaterThan(10);
    expect(marksToLatch(2, -1, 0)).toBe(Infinity);
  });

  test('marksToLatch is undefined without a second stable state', () => {
    expect(marksToLatch(1, 3, 0)).toBe(undefined);
    expect(watershed(1, 0)).toBe(undefined);
  });
});
