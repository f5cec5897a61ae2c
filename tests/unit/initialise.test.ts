import { describe, expect, test } from 'vitest';
import { compile, define, gru, join, leakyOutput, lstm, rnn, sigmoidHead } from '#engine/index.ts';
import { initialise, LSTM_GATES, withChrono, withForgetBias } from '#engine/learn/initialise.ts';
import { constant, glorot, identity, orthogonal, uniform } from '#engine/math/initialisers.ts';
import { asRows, times, transposed, unitMatrix } from '#engine/math/matrix.ts';
import { rng, sigmoid } from '#engine/math/index.ts';

const stream = () => rng(1).stream('numbers');

describe('orthogonal', () => {
  test.each([
    [4, 4],
    [7, 3],
    [3, 7],
    [1, 5],
    [30, 30],
  ])('orthogonal %d × %d has rows or columns of length 1 at right angles', (rows, columns) => {
    const matrix = asRows(orthogonal()(rows, columns, stream()), columns);
    const product =
      rows < columns ? times(matrix, transposed(matrix)) : times(transposed(matrix), matrix);
    // sums of up to 30 products, each rounded
    product.forEach((row, i) =>
      row.forEach((value, j) => expect(Math.abs(value - Number(i === j))).toBeLessThan(1e-14)),
    );
  });

  test('orthogonal times a gain stretches every vector by it', () => {
    const matrix = asRows(orthogonal(3)(5, 5, stream()), 5);
    times(transposed(matrix), matrix).forEach((row, i) =>
      row.forEach((value, j) => expect(value).toBeCloseTo(9 * Number(i === j), 12)),
    );
  });
});

describe('identity', () => {
  test('identity is the unit matrix, and its left part where there are more rows', () => {
    expect(asRows(identity()(3, 3, stream()), 3)).toEqual(unitMatrix(3));
    expect(asRows(identity(2)(3, 2, stream()), 2)).toEqual([
      [2, 0],
      [0, 2],
      [0, 0],
    ]);
  });
});

describe('glorot', () => {
  test('glorot stays below √(6 / (rows + columns)) and has the variance 2 / (rows + columns)', () => {
    const numbers = glorot(60, 40, stream());
    expect(numbers.every((value) => Math.abs(value) <= Math.sqrt(6 / 100))).toBe(true);
    const variance = numbers.reduce((sum, value) => sum + value * value, 0) / numbers.length;
    // the variance of 2,400 squares of uniform numbers is off by 1.8 % (one standard deviation)
    expect(Math.abs(variance / 0.02 - 1)).toBeLessThan(0.06);
  });
});

describe('initialise', () => {
  const machine = compile(join(lstm, sigmoidHead), { D: 2, H: 3, K: 1 });

  test('initialise gives every parameter its length', () => {
    const params = initialise(machine, 1);
    for (const { name, role } of machine.program.quantities.values())
      if (role === 'param') expect(params[name]).toHaveLength(machine.layout.length(name));
  });

  test('initialise gives the same parameter the same numbers in another program', () => {
    const plain = initialise(compile(rnn, { D: 2, H: 3 }), 5);
    const joined = initialise(compile(join(rnn, sigmoidHead), { D: 2, H: 3, K: 4 }), 5);
    expect(joined['W_hh']).toEqual(plain['W_hh']);
  });

  test('initialise gives parameters of one shape different numbers', () => {
    const { W_xi, W_xf, W_xg } = initialise(machine, 1);
    expect(W_xi).not.toEqual(W_xf);
    expect(W_xf).not.toEqual(W_xg);
  });

  test('initialise takes a matrix for one, whatever its name begins with', () => {
    const text = 'h[t] = tanh(branch x[t] + b)';
    const tree = compile(define({ name: 'tree', source: [], equations: text }), { D: 2, H: 2 });
    const params = initialise(tree, 1, { matrices: constant(2), biases: constant(1) });
    expect(params).toEqual({ branch: [2, 2, 2, 2], b: [1, 1] });
  });

  test('initialise follows rules by kind, and rules by name before them', () => {
    const params = initialise(machine, 1, {
      recurrent: identity(),
      matrices: constant(2),
      biases: constant(-1),
      byName: { W_xi: uniform(0.1), b_f: constant(1) },
    });
    expect(params['W_hg']).toEqual(unitMatrix(3).flat());
    expect(params['W_xg']).toEqual([2, 2, 2, 2, 2, 2]);
    expect(params['b_i']).toEqual([-1, -1, -1]);
    expect(params['b_f']).toEqual([1, 1, 1]);
    expect(params['W_xi']?.every((value) => Math.abs(value) <= 0.1)).toBe(true);
  });

  test('initialise names a rule for nothing, and a vector without a rule', () => {
    expect(() => initialise(machine, 1, { byName: { b_q: constant(0) } })).toThrow(
      'has no parameter «b_q»; it has W_xi, W_hi, b_i',
    );
    expect(() => initialise(compile(leakyOutput, { D: 1, H: 1 }), 1)).toThrow(
      'leaky-output: nothing says how «alpha» begins; give a rule in byName',
    );
  });
});

describe('withForgetBias', () => {
  test('withForgetBias opens the forget gate and touches nothing else', () => {
    const params = initialise(compile(lstm, { D: 1, H: 2 }), 1);
    expect(withForgetBias(params, 1)).toEqual({ ...params, b_f: [1, 1] });
    expect(() => withForgetBias({ b_z: [0] }, 1)).toThrow('no parameter «b_f»; there are b_z');
    expect(() => withForgetBias({ W: [0], b_z: [0] }, 1)).toThrow('there are W, b_z');
  });
});

describe('withChrono', () => {
  test('withChrono lets units forget within 2 to T steps, and write as much as they forget', () => {
    const params = initialise(compile(lstm, { D: 1, H: 50 }), 1);
    const chrono = withChrono(params, LSTM_GATES, 100, stream());
    const spans = chrono['b_f']?.map((bias) => 1 / (1 - sigmoid(bias))) ?? [];
    expect(Math.min(...spans)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...spans)).toBeLessThanOrEqual(100 + 1e-9);
    // of fifty, one lies in the upper half but once in 10¹⁵
    expect(Math.max(...spans)).toBeGreaterThan(50);
    expect(withChrono({ b_z: [5] }, { keep: 'b_z' }, 2, stream())['b_z']).toEqual([0]);
    chrono['b_f']?.forEach((bias, i) => expect(chrono['b_i']?.[i]).toBe(-bias));
  });

  test('withChrono of a GRU needs the gate that keeps alone', () => {
    const params = initialise(compile(gru, { D: 1, H: 4 }), 1);
    const chrono = withChrono(params, { keep: 'b_z' }, 20, stream());
    expect(chrono['b_z']?.every((bias) => bias >= 0)).toBe(true);
    expect({ ...chrono, b_z: params['b_z'] }).toEqual(params);
  });
});
