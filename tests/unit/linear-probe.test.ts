import { describe, expect, test } from 'vitest';
import {
  explained,
  fitLinearProbe,
  memoryCurve,
  readProbe,
} from '#engine/analysis/linear-probe.ts';
import { cholesky, solveCholesky } from '#engine/math/cholesky.ts';
import { rng } from '#engine/math/index.ts';
import { times, transposed } from '#engine/math/matrix.ts';

const random = rng(2).stream('states');
const states = Array.from({ length: 60 }, () => [
  random.normal(),
  random.normal(),
  random.normal(),
]);

describe('cholesky', () => {
  test('cholesky gives L with L Lᵀ equal to the matrix, and solves with it', () => {
    const matrix = times(transposed(states), states);
    const lower = cholesky(matrix);
    const back = times(lower, transposed(lower.map((row) => [...row, 0, 0].slice(0, 3))));
    back.forEach((row, i) => expect(row[i]).toBeCloseTo(matrix[i]?.[i] ?? NaN, 10));
    const x = solveCholesky(lower, [1, 2, 3]);
    times(
      matrix,
      x.map((value) => [value]),
    ).forEach(([value], i) => expect(value).toBeCloseTo(i + 1, 12));
  });

  test('cholesky names a row that depends on others', () => {
    expect(() => cholesky([[1, 1], [1, 1]])).toThrow('row 2 depends on those above'); // prettier-ignore
  });
});

describe('fitLinearProbe', () => {
  test('fitLinearProbe finds the line that made the targets', () => {
    const targets = states.map(([a = 0, b = 0, c = 0]) => 2 * a - b + 0.5 * c + 7);
    const probe = fitLinearProbe(states, targets);
    [2, -1, 0.5].forEach((weight, i) => expect(probe.weights[i]).toBeCloseTo(weight, 10));
    expect(probe.bias).toBeCloseTo(7, 10);
    expect(explained(probe, states, targets)).toBeCloseTo(1, 14);
  });

  test('fitLinearProbe leaves errors at right angles to the states, with mean 0', () => {
    const targets = states.map(([a = 0, b = 0]) => Math.sign(a) * b);
    const probe = fitLinearProbe(states, targets, 0);
    const errors = states.map((state, n) => (targets[n] ?? NaN) - readProbe(probe, state));
    expect(errors.reduce((sum, error) => sum + error, 0)).toBeCloseTo(0, 11);
    [0, 1, 2].forEach((i) =>
      expect(
        states.reduce((sum, state, n) => sum + (state[i] ?? NaN) * (errors[n] ?? NaN), 0),
      ).toBeCloseTo(0, 11),
    );
  });

  test('fitLinearProbe names what does not fit', () => {
    for (const states of [[], [[1]]])
      expect(() => fitLinearProbe(states, [1, 2])).toThrow(
        `fitLinearProbe: ${states.length} states and 2 targets; expected as many, and at least one`,
      );
    expect(() => fitLinearProbe([], [])).toThrow('0 states and 0 targets');
  });

  test('fitLinearProbe bears a unit that never moves', () => {
    const still = states.map(([a = 0]) => [a, 1]);
    const probe = fitLinearProbe(
      still,
      still.map(([a = 0]) => 3 * a),
    );
    expect(probe.weights[1]).toBe(0);
    expect(probe.weights[0]).toBeCloseTo(3, 10);
  });
});

describe('explained', () => {
  test('explained is what is left of the variance of the targets, in whatever unit', () => {
    const states = [[0], [1], [2], [3]];
    const probe = { weights: [2], bias: 0 };
    for (const unit of [1, 10]) {
      const scaled = { weights: [2 * unit], bias: 0 };
      const targets = [0, 2, 4, 10].map((target) => target * unit);
      // errors 0, 0, 0, 4 against deviations −4, −2, 0, 6 from the mean 4
      expect(explained(scaled, states, targets)).toBeCloseTo(1 - 16 / 56, 14);
    }
    expect(explained(probe, states, [0, 2, 4, 6])).toBe(1);
    expect(explained({ weights: [0], bias: 3 }, states, [0, 2, 4, 6])).toBe(0);
  });
});

describe('memoryCurve', () => {
  test('memoryCurve of a delay line of three is 1 for three lags, then about 0', () => {
    const inputs = Array.from({ length: 2000 }, () => random.normal());
    const line = inputs.map((_, t) => [0, 1, 2].map((lag) => inputs[t - lag] ?? 0));
    const curve = memoryCurve(line, inputs, 4);
    [0, 1, 2].forEach((lag) => expect(curve[lag]).toBeCloseTo(1, 10));
    // nothing can be told; a thousand noise values leave a few parts in a hundred
    [3, 4].forEach((lag) => expect(Math.abs(curve[lag] ?? NaN)).toBeLessThan(0.05));
  });
});
