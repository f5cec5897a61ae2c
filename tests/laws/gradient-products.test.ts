import { describe, expect, test } from 'vitest';
import { bestWeight, keepAfter, keeps, peak } from '#engine/analysis/memory-gradient.ts';
import { ellipses, firstShorter, keptDirections } from '#engine/analysis/ellipse.ts';
import { lagJacobians, lagNorms, powers, stretch } from '#engine/analysis/lag-norms.ts';
import { compile, play, rnn, rnnLinear, rnnSigmoid, type Trace } from '#engine/index.ts';
import { jacobianProduct } from '#engine/learn/jacobian.ts';
import { rng, tanh } from '#engine/math/index.ts';
import { times, type Matrix } from '#engine/math/matrix.ts';

const random = rng('gradient-products').stream('matrices');
const matrices = Array.from({ length: 40 }, (): Matrix =>
  [0, 1].map(() => [0, 1].map(() => 4 * random.uniform() - 2)),
);

const run = (cell: typeof rnn, W_hh: Matrix, inputs: number[]): Trace =>
  play(compile(cell, { D: 1, H: 2 }), {
    params: { W_xh: [[1], [-0.5]], W_hh, b_h: [0.1, -0.2] },
    inputs,
  });

describe('keeps', () => {
  test('the gradient is the quotient of small differences at the mark', () => {
    for (const w of [0.5, 1, 1.3, 2]) {
      const change = 1e-6;
      const end = (h: number): number => {
        let state = h;
        for (let n = 0; n < 6; n++) state = tanh(w * state);
        return state;
      };
      const start = tanh(0.4);
      const slope = (end(start + change) - end(start - change)) / (2 * change);
      // a central difference with this step is right to about ten digits
      expect(keepAfter(w, 0.4, 6).gradient).toBeCloseTo(slope, 8);
    }
  });

  test('without bias no gradient exceeds the state it belongs to over the state at the mark', () => {
    for (const w of [0.3, 0.9, 1, 1.5, 3])
      for (const u of [0.05, 0.5, 3]) {
        const all = keeps(w, u, 30);
        for (const { state, gradient } of all)
          // tanh bends towards zero, so its slope is less than its rise; equal only at the mark
          expect(gradient).toBeLessThanOrEqual(state / (all[0]?.state ?? NaN) + 1e-15);
      }
  });

  test('peak finds a gradient above one where a faint mark meets a weight above one', () => {
    expect(peak(2, 0.05, 20)?.letters).toBe(4);
    expect(peak(2, 3, 20)?.letters).toBe(0);
  });

  test('bestWeight lies below one and leaves more than its neighbours', () => {
    const { w, gradient } = bestWeight(3, 20);
    expect(w).toBeLessThan(1);
    for (const step of [-0.01, 0.01])
      expect(keepAfter(w + step, 3, 20).gradient).toBeLessThan(gradient);
  });
});

describe('lagJacobians', () => {
  const inputs = [1, -1, -1, 1, 0.5, -1];

  test('entry k is the product of the last k Jacobians', () => {
    for (const W of matrices.slice(0, 8)) {
      const machine = compile(rnn, { D: 1, H: 2 });
      const trace = run(rnn, W, inputs);
      expect(lagJacobians(machine, trace)).toHaveLength(6 + 1);
      lagJacobians(machine, trace).forEach((product, k) =>
        jacobianProduct(machine, trace, 6 - k, 6).forEach((row, i) =>
          row.forEach((value, j) => expect(product[i]?.[j]).toBeCloseTo(value, 12)),
        ),
      );
    }
  });

  test('no norm exceeds the power of the steepest slope times the singular value', () => {
    for (const W of matrices)
      for (const [cell, slope] of [
        [rnn, 1],
        [rnnLinear, 1],
        [rnnSigmoid, 0.25],
      ] as const) {
        const machine = compile(cell, { D: 1, H: 2 });
        const bounds = powers(slope * stretch(W), 6);
        lagNorms(machine, run(cell as typeof rnn, W, inputs)).forEach((norm, k) =>
          expect(norm).toBeLessThanOrEqual((bounds[k] ?? NaN) * (1 + 1e-12)),
        );
      }
  });
});

describe('ellipses', () => {
  test('the longest radius is never beaten by an arrow, and is reached by its own', () => {
    for (const W of matrices)
      for (const { matrix, longest, fromLongest } of ellipses(W, 5)) {
        const lengthOf = ([x = 0, y = 0]: readonly number[]): number => {
          const [[p = 0], [q = 0]] = times(matrix, [[x], [y]]) as [number[], number[]];
          return Math.sqrt(p * p + q * q);
        };
        expect(lengthOf(fromLongest)).toBeCloseTo(longest, 10);
        for (let n = 0; n < 12; n++) {
          const [x, y] = [random.normal(), random.normal()];
          const size = Math.sqrt(x * x + y * y);
          expect(lengthOf([x / size, y / size])).toBeLessThanOrEqual(longest * (1 + 1e-12));
        }
      }
  });

  test('the area is the size of the determinant', () => {
    for (const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] of matrices)
      expect(
        ellipses(
          [
            [a, b],
            [c, d],
          ],
          1,
        )[1]?.area,
      ).toBeCloseTo(Math.abs(a * d - b * c), 12);
  });

  test('a nilpotent matrix doubles an arrow and then ends all', () => {
    const [, one, two] = ellipses(
      [
        [0, 2],
        [0, 0],
      ],
      2,
    );
    expect([one?.longest, two?.longest]).toEqual([2, 0]);
  });

  test('firstShorter is infinite for a rotation', () => {
    expect(
      firstShorter(
        [
          [0.6, -0.8],
          [0.8, 0.6],
        ],
        20,
      ),
    ).toBe(Infinity);
  });

  test('keptDirections are kept or reversed', () => {
    for (const W of matrices)
      for (const [x = 0, y = 0] of keptDirections(W)) {
        const [[p = 0], [q = 0]] = times(W, [[x], [y]]) as [number[], number[]];
        expect(p * y - q * x).toBeCloseTo(0, 10);
      }
  });
});
