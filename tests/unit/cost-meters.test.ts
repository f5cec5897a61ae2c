import { describe, expect, test } from 'vitest';
import {
  costsOf,
  logShare,
  plainLayer,
  stopOf,
  thousands,
  workRatio,
} from '#components/views/cost-meters.ts';
import { stopwatch, TIMED, type Timing } from '#components/views/stopwatch.ts';
import { costSettings, STEPS, UNITS } from '#components/widgets/cost-settings.ts';
import { stepWork } from '#engine/analysis/cost.ts';

describe('what a gradient costs', () => {
  test('one step forward takes each weight, each sum and each function once', () => {
    for (const n of UNITS) {
      // weights 2n + n² + n, then n sums and n tanh, and of the answer its sum, its squashing, its loss
      const { forward } = stepWork(plainLayer(n));
      expect(forward).toBe(n * n + 5 * n + 3);
    }
  });

  test.each(UNITS)('with %i units grows with the steps as it should', (n) => {
    const [one, ten] = [costsOf(n, 10), costsOf(n, 100)];
    expect(ten.bptt.work).toBe(10 * one.bptt.work);
    expect(ten.rtrl.work).toBe(10 * one.rtrl.work);
    expect(ten.rtrl.kept).toBe(one.rtrl.kept);
    const { frameSize } = plainLayer(n).layout;
    expect(ten.bptt.kept - one.bptt.kept).toBe(90 * frameSize);
  });

  test('grows as n², n⁴, n and n³ in large layers', () => {
    const [half, whole] = [costsOf(512, 1), costsOf(1024, 1)];
    expect(whole.bptt.work / half.bptt.work).toBeCloseTo(4, 0);
    expect(whole.rtrl.work / half.rtrl.work).toBeCloseTo(16, 0);
    expect(whole.bptt.kept / half.bptt.kept).toBeCloseTo(2, 1);
    expect(whole.rtrl.kept / half.rtrl.kept).toBeCloseTo(8, 0);
  });

  test.each(UNITS)('with %i units forwards keeps fewer numbers exactly from its step on', (n) => {
    const { fewerFrom } = costsOf(n, 1);
    const at = costsOf(n, fewerFrom);
    expect(at.rtrl.kept).toBeLessThan(at.bptt.kept);
    if (fewerFrom === 1) return;
    const before = costsOf(n, fewerFrom - 1);
    expect(before.rtrl.kept).toBeGreaterThanOrEqual(before.bptt.kept);
  });

  test('is more forwards, whatever the size', () => {
    for (const n of UNITS) expect(workRatio(n)).toBeGreaterThan(1);
  });

  test('fits the scales that are drawn', () => {
    const most = costsOf(costSettings.units.max, costSettings.steps.max);
    expect(most.rtrl.work).toBeLessThan(1e13);
    expect(most.rtrl.kept).toBeLessThan(1e8);
  });
});

describe('sliders and bars', () => {
  test('each stop is its own', () => {
    for (const stops of [STEPS, UNITS])
      stops.forEach((stop, i) => expect(stopOf(stop, stops)).toBe(i));
    expect(stopOf(480, STEPS)).toBe(STEPS.indexOf(500));
  });

  test('stops reach from end to end, and the first state stands on one', () => {
    expect([STEPS[0], STEPS.at(-1)]).toEqual([costSettings.steps.min, costSettings.steps.max]);
    expect([UNITS[0], UNITS.at(-1)]).toEqual([costSettings.units.min, costSettings.units.max]);
    expect(STEPS).toContain(costSettings.steps.fallback);
    expect(UNITS).toContain(costSettings.units.fallback);
  });

  test('a bar is as long as its number has digits', () => {
    expect(logShare(1, 8)).toBe(0);
    expect(logShare(1e4, 8)).toBeCloseTo(0.5, 12);
    expect(logShare(1e9, 8)).toBe(1);
  });

  test('thousands stand apart', () => {
    expect(thousands(0)).toEqual(['0']);
    expect(thousands(999)).toEqual(['999']);
    expect(thousands(4512345678901)).toEqual(['4', '512', '345', '678', '901']);
  });
});

describe('the stopwatch', () => {
  /** A clock that goes on by one at every look: each piece takes as long as any other. */
  const run = (tick: number): { timings: Timing[]; shares: number[] } => {
    let time = 0;
    const timings: Timing[] = [];
    const shares: number[] = [];
    const work = stopwatch(
      () => (time += tick),
      (timing) => timings.push(timing),
    );
    for (let next = work.next(); next.done !== true; next = work.next()) shares.push(next.value);
    return { timings, shares };
  };

  test('gives the ratio of the times of a step for each size', () => {
    const { timings } = run(10);
    expect(timings.map(({ units }) => units)).toEqual([...TIMED]);
    // a piece backwards reads 8 · 16 steps, a piece forwards 16 divided by the units
    for (const { units, ratio } of timings) expect(ratio).toBeCloseTo((128 * units) / 16, 9);
  });

  test('gives up a clock that stands', () => {
    expect(run(0).timings.every(({ ratio }) => Number.isNaN(ratio))).toBe(true);
  });

  test('says how far it is, and never goes back', () => {
    const { shares } = run(10);
    expect(shares.at(-1)).toBeGreaterThan(0.95);
    expect(shares.at(-1)).toBeLessThan(1);
    shares.forEach((share, i) => expect(share).toBeGreaterThanOrEqual(shares[i - 1] ?? 0));
  });
});
