import { describe, expect, test } from 'vitest';
import {
  biasForHalfLife,
  countedUpAndDown,
  halfLifeOfBias,
  keptByGate,
} from '#engine/analysis/forgetting.ts';
import { stretch } from '#engine/analysis/lag-norms.ts';
import { phasePlanes } from '#engine/analysis/phase-planes.ts';
import { phaseRun } from '#engine/analysis/phase.ts';
import { compile, rnn } from '#engine/index.ts';
import { jacobianProduct } from '#engine/learn/jacobian.ts';
import { log } from '#engine/math/index.ts';

describe('a gate that stands', () => {
  test('keeps the same share with every step', () => {
    expect([0, 1, 3].map((steps) => keptByGate(0, steps))).toEqual([1, 0.5, 0.125]);
    expect(keptByGate(100, 5)).toBe(1);
    expect(halfLifeOfBias(0)).toBe(1);
  });

  test('has the bias that its half-life asks for', () => {
    for (const steps of [0.5, 1, 7, 1000])
      // the half-life of a thousand steps has lost three digits to 1 − kept
      expect(halfLifeOfBias(biasForHalfLife(steps)) / steps).toBeCloseTo(1, 11);
  });

  test('counts up and down to 0 only where it keeps all', () => {
    expect(countedUpAndDown(1, 2, 5)).toBe(0);
    expect(countedUpAndDown(0.5, 1, 0)).toBe(0);
    // 1 → −0.5; and 1, 1.5 → −0.25, −1.125
    expect([1, 2].map((n) => countedUpAndDown(0.5, 1, n))).toEqual([-0.5, -1.125]);
    expect(countedUpAndDown(0.5, 4, 2)).toBe(4 * -1.125);
  });
});

describe('phaseRun', () => {
  test.each(Object.entries(phasePlanes))(
    'measures on the plane %s the stretch of the product of its Jacobians',
    (_, plane) => {
      const machine = compile(rnn, { D: 1, H: plane.start.length });
      const { trace, logNorms, cycle } = phaseRun(plane, 0.7, 0.3, 4);
      expect(trace.length).toBe(4 + 12);
      expect(logNorms).toHaveLength(5);
      expect(logNorms[0]).toBe(0);
      for (let t = 1; t <= 4; t++)
        // a few matrices of two rows
        expect(logNorms[t]).toBeCloseTo(log(stretch(jacobianProduct(machine, trace, 0, t))), 12);
      const start = trace.value('h', 4);
      const apart = (length: number): number =>
        trace.value('h', 4 + length).reduce((sum, h, i) => sum + (h - start[i]!) ** 2, 0);
      const lengths = Array.from({ length: 12 }, (__, n) => n + 1);
      expect(cycle).toBe(lengths.find((length) => apart(length) < 1e-6) ?? 0);
    },
  );

  test('calls a state that rests a cycle of one, after a long run', () => {
    expect(phaseRun(phasePlanes.radius, 0.5, 0, 60).cycle).toBe(1);
  });
});
