import { describe, expect, test } from 'vitest';
import { extrapolated } from '#engine/learn/gradcheck.ts';
import { rng, tanh } from '#engine/math/index.ts';
import { isReduction, type Op, type Placed } from '#engine/program/op.ts';
import { everyOp } from '#engine/program/every-op.ts';

const ROWS = 3;

/** Inputs far from kinks: at the corner of a rectifier two slopes are right. */
const values = rng(5).stream('operands');
const operand = (length: number): number[] =>
  Array.from({ length }, () => 0.2 + 0.7 * values.uniform());

/** i = ROWS, j = 2: numbers of numbers of the arguments, and of the result. */
const LENGTHS = { i: ROWS, j: 2 };

function lengthsOf({ shape }: Op, arity: number): number[] {
  if (typeof shape === 'object')
    return shape.inputs.map((letters) =>
      letters.reduce((product, letter) => product * LENGTHS[letter], 1),
    );
  return Array.from({ length: arity }, (_, n) =>
    shape === 'apply' ? (n === 0 ? ROWS * LENGTHS.j : LENGTHS.j) : ROWS,
  );
}

function outLengthOf(op: Op): number {
  if (typeof op.shape === 'object')
    return op.shape.out.reduce((sum, letter) => sum + LENGTHS[letter], 0);
  return isReduction(op) ? 1 : ROWS;
}

describe('rows longer than any before', () => {
  test('apply and additive send back the sums of all columns, however many there are', () => {
    const columns = 1000;
    for (const [name, which] of [
      ['apply', 1],
      ['additive', 1],
    ] as const) {
      const op = everyOp.find((one) => one.name === name)!;
      const place = (count: number): Placed => ({
        out: 0,
        inputs: [2, 2 + 2 * count, 2 + 3 * count],
        rows: 2,
        columns: count,
        signs: [],
        constant: 1,
      });
      const numbers = Float64Array.from({ length: 2 + 4 * columns }, (_, n) => (n % 7) / 10);
      const grads = new Float64Array(numbers.length).fill(0, 2);
      grads.set([1, -2]);
      op.pullback(numbers, grads, place(columns), which);
      // the last column by itself is the same sum over two rows
      const last = (start: number): number => numbers[start + columns - 1]!;
      const slope = (row: number): number => {
        if (name === 'apply') return last(2 + row * columns);
        const n = tanh(last(2 + row * columns) + last(2 + 2 * columns));
        return last(2 + 3 * columns) * (1 - n * n);
      };
      expect(grads[2 + 3 * columns - 1]).toBe(slope(0) - 2 * slope(1));
    }
  });
});

describe('the table of operations', () => {
  for (const op of everyOp)
    test(`${op.name}: pullback adds, for every input, what differences find`, () => {
      const arity = Number.isFinite(op.arity) ? op.arity : 3;
      const columns = op.shape === 'apply' || typeof op.shape === 'object' ? 2 : 1;
      const lengths = lengthsOf(op, arity);
      const flat = lengths.map(operand);
      const outLength = outLengthOf(op);
      const start = lengths.map((_, n) =>
        lengths.slice(0, n).reduce((sum, length) => sum + length, outLength),
      );
      const at: Placed = {
        out: 0,
        inputs: start,
        rows: ROWS,
        columns,
        signs: [1, -1, 1],
        constant: 0.5,
      };
      const numbers = new Float64Array([...Array<number>(outLength).fill(0), ...flat.flat()]);
      const weights = operand(outLength);
      const weighted = (index: number, shift: number): number => {
        const moved = numbers.slice();
        moved[index]! += shift;
        op.run(moved, at);
        return weights.reduce((sum, weight, i) => sum + weight * moved[i]!, 0);
      };
      op.run(numbers, at);
      const grads = new Float64Array(numbers.length);
      grads.set(weights);
      for (let which = 0; which < arity; which++) op.pullback(numbers, grads, at, which);
      for (let index = outLength; index < numbers.length; index++)
        // differences leave an error of order step⁴ and rounding of about 1e-16 / step
        expect(grads[index]).toBeCloseTo(
          extrapolated((shift) => weighted(index, shift), 3e-4),
          9,
        );
    });
});
