import { describe, expect, test } from 'vitest';
import { compile, lstm, neuron, play, rnn, rnnLinear, type Machine } from '#engine/index.ts';
import { lyapunovExponents } from '#engine/analysis/lyapunov.ts';
import { fixedPoints } from '#engine/analysis/fixed-points.ts';
import { jacobian } from '#engine/learn/jacobian.ts';
import { randomSetting } from '../laws/random-setting.ts';

const silence = (length: number): number[][] => Array.from({ length }, () => [0]);

const linear = (W_hh: readonly (readonly number[])[], length: number) => {
  const machine: Machine = compile(rnnLinear, { D: 1, H: W_hh.length });
  const params = { W_xh: W_hh.map(() => 0), W_hh, b_h: W_hh.map(() => 0) };
  const initial = { h: W_hh.map(() => 1) };
  return { machine, trace: play(machine, { params, initial, inputs: silence(length) }) };
};

describe('lyapunovExponents', () => {
  test('lyapunovExponents of a diagonal matrix are the logarithms of its entries', () => {
    const { machine, trace } = linear([[0.5, 0, 0], [0, 2, 0], [0, 0, 1]], 7); // prettier-ignore
    const found = lyapunovExponents(machine, trace);
    [Math.log(2), 0, Math.log(0.5)].forEach((value, k) => expect(found[k]).toBeCloseTo(value, 14));
  });

  test('lyapunovExponents of a rotation are 0', () => {
    const { machine, trace } = linear([[0.6, -0.8], [0.8, 0.6]], 50); // prettier-ignore
    lyapunovExponents(machine, trace).forEach((value) =>
      expect(Math.abs(value)).toBeLessThan(1e-15),
    );
  });

  test('lyapunovExponents of a matrix that forgets in two steps hold a −Infinity', () => {
    const { machine, trace } = linear([[0, 1], [0, 0]], 4); // prettier-ignore
    expect(lyapunovExponents(machine, trace)).toEqual([-Infinity, -Infinity]);
  });

  test('lyapunovExponents of a latch at rest are log slope, w (1 − h²)', () => {
    const machine: Machine = compile(neuron);
    const [, , high] = fixedPoints(2, 0);
    if (high === undefined) throw new Error('a latch has three fixed points');
    const trace = play(machine, {
      params: { w: 2, u: 1, b: 0 },
      initial: { h: high.value },
      inputs: silence(20),
    });
    expect(lyapunovExponents(machine, trace)[0]).toBeCloseTo(Math.log(high.slope), 12);
  });

  test.each([rnn, lstm])('lyapunovExponents of $name sum to the mean log |det J|', (cell) => {
    const machine: Machine = compile(cell, { D: 1, H: 2 });
    const trace = play(machine, randomSetting(machine, 6, 1));
    const total = [1, 2, 3, 4, 5, 6].reduce(
      (sum, t) => sum + Math.log(Math.abs(determinant(jacobian(machine, trace, t)))),
      0,
    );
    const found = lyapunovExponents(machine, trace).reduce((sum, value) => sum + value, 0);
    expect(found).toBeCloseTo(total / 6, 11);
  });

  test('lyapunovExponents without a step left are refused', () => {
    const { machine, trace } = linear([[1]], 3);
    expect(() => lyapunovExponents(machine, trace, 3)).toThrow(
      'skipped is 3; expected a whole number below the 3 steps',
    );
    for (const skipped of [0.5, -1])
      expect(() => lyapunovExponents(machine, trace, skipped)).toThrow(`skipped is ${skipped};`);
  });
});

/** Along the first row. */
const determinant = (matrix: readonly (readonly number[])[]): number =>
  matrix.length === 1
    ? (matrix[0]?.[0] ?? NaN)
    : (matrix[0] ?? []).reduce((sum, value, j) => {
        const minor = matrix.slice(1).map((row) => row.filter((_, column) => column !== j));
        return sum + (j % 2 === 0 ? 1 : -1) * value * determinant(minor);
      }, 0);
