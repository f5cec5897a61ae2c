import { describe, expect, test } from 'vitest';
import { compile, gru, join, play, sigmoidHead, type Machine } from '#engine/index.ts';
import { lagNorms, saliency } from '#engine/analysis/saliency.ts';
import { extrapolated } from '#engine/learn/gradcheck.ts';
import { randomSetting } from '../laws/random-setting.ts';

const machine: Machine = compile(join(gru, sigmoidHead), { D: 2, H: 3, K: 1 });
const setting = randomSetting(machine, 5, 1);
const rows = (setting.inputs as Record<string, number[][]>)['x'] ?? [];

describe('saliency', () => {
  test('saliency is the slope of the answer in every input, as differences find it', () => {
    const trace = play(machine, setting);
    saliency(machine, trace, { name: 'y', t: 4, unit: 0 }).forEach((row, k) =>
      row.forEach((slope, i) => {
        const numeric = extrapolated((shift) => {
          const x = rows.map((whole) => [...whole]);
          const moved = x[k];
          if (moved !== undefined) moved[i] = (moved[i] ?? NaN) + shift;
          return play(machine, { ...setting, inputs: { x } }).value('y', 4)[0] ?? NaN;
        }, 1e-3);
        // extrapolation leaves an error of order step⁴ plus rounding of about 1e-16 / step
        expect(Math.abs(slope - numeric)).toBeLessThan(1e-11);
      }),
    );
  });

  test('saliency keeps the gradients of the trace', () => {
    const trace = play(machine, setting);
    trace.grads.fill(3);
    saliency(machine, trace, { name: 'h', t: 2, unit: 1 });
    expect(trace.grads.every((value) => value === 3)).toBe(true);
  });

  test('saliency names a unit that is not there', () => {
    expect(() => saliency(machine, play(machine, setting), { name: 'y', t: 1, unit: 1 })).toThrow(
      '«y» has no unit 1; expected a whole number below 1',
    );
  });
});

describe('lagNorms', () => {
  test('lagNorms begin at 1 and never grow faster than the largest steps', () => {
    const trace = play(machine, setting);
    const norms = lagNorms(machine, trace, 5);
    expect(norms[0]).toBe(1);
    expect(norms).toHaveLength(6);
    const single = [1, 2, 3, 4, 5].map((t) => lagNorms(machine, trace, t)[1] ?? NaN);
    const most = single
      .toReversed()
      .reduce((bounds, norm) => [...bounds, (bounds.at(-1) ?? 1) * norm], [1]);
    norms.forEach((norm, k) => expect(norm).toBeLessThanOrEqual((most[k] ?? NaN) * (1 + 1e-12)));
  });
});
