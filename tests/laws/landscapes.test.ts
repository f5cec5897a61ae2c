import { describe, expect, test } from 'vitest';
import { float32Function, float32Names } from '#components/gpu/float32.ts';
import { kernelText } from '#components/gpu/kernel-text.ts';
import { landscapes } from '#components/gpu/landscapes.ts';
import { cliffLandscape } from '#engine/analysis/cliff-landscape.ts';
import { endLoss, endSlope } from '#engine/analysis/cliff.ts';
import { slopeOf, valueOf } from '#engine/written/functions.ts';
import { lanesOf } from '#engine/written/lanes.ts';
import { along, computeStrip, type Area } from '#engine/written/landscape.ts';

const area: Area = { across: [0, 4], up: [-0.8, 0.8], columns: 9, rows: 7 };

describe('cliffLandscape', () => {
  test.each([2, 3, 20, 100])('is the loss and the slope of the engine at T = %i', (T) => {
    const lanes = lanesOf(cliffLandscape.routine, area.columns);
    const strip = { area, rest: { T }, firstRow: 2, rows: 3 };
    const [loss, square] = computeStrip(cliffLandscape, lanes, strip);
    for (let row = 0; row < strip.rows; row++)
      for (let column = 0; column < area.columns; column++) {
        const w = along(area.across, column, area.columns);
        const b = along(area.up, strip.firstRow + row, area.rows);
        const at = row * area.columns + column;
        expect(loss![at]).toBe(endLoss({ w, b }, T));
        const { norm } = endSlope({ w, b }, T);
        // forward and backward add the same products in another order, T steps deep; where the slopes of
        // the two texts cancel, what is left is the rounding of the two
        expect(Math.abs(Math.sqrt(square![at]!) - norm)).toBeLessThanOrEqual(1e-11 * norm + 1e-14);
      }
  });
});

describe('kernelText', () => {
  test.each(Object.entries(landscapes))('has all functions that %s calls', (_, landscape) => {
    const { source, functions } = kernelText(landscape);
    expect(source).toMatch(
      /^function\(x0, dx, y0, dy, T\) \{\nconst (w|x) = x0 \+ dx \* this\.thread\.x;/,
    );
    expect(functions.length).toBeGreaterThan(0);
  });
});

describe('float32Function', () => {
  test.each(float32Names)('%s is the function of the operation table', (name) => {
    const [kind, ...op] = name.split('_') as ['value' | 'slope', ...string[]];
    const value = valueOf(op.join('_'));
    const isEverywhere = !/log|root/.test(name);
    const run = new Function(`return ${float32Function(name)}`)() as (...args: number[]) => number;
    for (const x of [-8, -1.5, -0.25, 0, 0.25, 1.5, 8].filter((at) => at > 0 || isEverywhere)) {
      const y = value(x);
      const [expected, found] =
        kind === 'value' ? [y, run(x)] : [slopeOf(op.join('_'))(y, x), run(y, x)];
      // the table's own 1 − tanh² has lost seven of sixteen digits at 8
      expect(found).toBeCloseTo(expected, 13);
    }
  });

  test('keeps the digits of a slope where tanh is flat', () => {
    const slope = new Function(`return ${float32Function('slope_tanh')}`)() as (
      y: number,
      x: number,
    ) => number;
    expect(slope(1, 12) / (4 * Math.exp(-24))).toBeCloseTo(1, 9);
  });

  test('is refused for what kernels do not have, by name', () => {
    expect(() => float32Function('value_gelu')).toThrow('kernels have no «value_gelu»');
  });
});
