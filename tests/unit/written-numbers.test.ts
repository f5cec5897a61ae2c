import { describe, expect, test } from 'vitest';
import { sigmoid } from '#engine/math/index.ts';
import { squaredError } from '#engine/program/ops-losses.ts';
import { softmax } from '#engine/program/ops-softmax.ts';
import { bring } from '#engine/program/ops.ts';
import { Duals } from '#engine/written/duals.ts';
import { slopeOf, valueOf } from '#engine/written/functions.ts';
import { lanesOf } from '#engine/written/lanes.ts';
import { along, computeStrip } from '#engine/written/landscape.ts';
import { formOf } from '#engine/written/operations.ts';
import { Writer } from '#engine/written/writer.ts';

/** Arithmetic that is simply done. */
const plain = {
  constant: (value: number): number => value,
  add: (a: number, b: number): number => a + b,
  subtract: (a: number, b: number): number => a - b,
  multiply: (a: number, b: number): number => a * b,
  value: (op: string, x: number): number => valueOf(op)(x),
  slope: (op: string, y: number, x: number): number => slopeOf(op)(y, x),
};

describe('Duals', () => {
  const duals = new Duals(plain, 2);
  const [x, y] = [duals.variable(3, 0), duals.variable(5, 1)];

  test('give sums, differences and products their derivatives, and undefined for what is unmoved', () => {
    expect(x.tangents).toEqual([1, undefined]);
    expect(duals.constant(4)).toEqual({ value: 4, tangents: [undefined, undefined] });
    expect(duals.add(x, y)).toEqual({ value: 8, tangents: [1, 1] });
    expect(duals.subtract(x, y)).toEqual({ value: -2, tangents: [1, -1] });
    expect(duals.subtract(x, duals.constant(1))).toEqual({ value: 2, tangents: [1, undefined] });
    expect(duals.multiply(x, y)).toEqual({ value: 15, tangents: [5, 3] });
    expect(duals.add(x, x)).toEqual({ value: 6, tangents: [2, undefined] });
    expect(duals.multiply(x, x)).toEqual({ value: 9, tangents: [6, undefined] });
  });

  test('ask for no slope where the argument is unmoved, and for none of a slope', () => {
    const deaf = new Duals({ ...plain, slope: () => expect.fail('a slope was asked for') }, 2);
    expect(deaf.value('tanh', deaf.constant(0)).tangents).toEqual([undefined, undefined]);
    const { value, tangents } = duals.value('sigmoid', duals.multiply(x, y));
    expect(value).toBe(sigmoid(15));
    expect(tangents).toEqual([5, 3].map((part) => part * slopeOf('sigmoid')(sigmoid(15), 15)));
    expect(() => duals.slope('tanh')).toThrow(
      'the slope of «tanh» is not differentiated a second time',
    );
  });
});

describe('formOf', () => {
  const parts = {
    columns: 1,
    signs: [1, -1] as const,
    constant: 4,
    inputs: [
      [2, 3],
      [5, 7],
    ],
  };
  const back = { ...parts, out: [0, 0], D: [10, 100] };

  test('begins a sum and a product with their constant', () => {
    expect(formOf('sum')?.run(plain, parts)).toEqual([4 + 2 - 5, 4 + 3 - 7]);
    expect(formOf('sum')?.pullback(plain, back, 1)).toEqual([-10, -100]);
    expect(formOf('product')?.run(plain, parts)).toEqual([4 * 2 * 5, 4 * 3 * 7]);
    expect(formOf('product')?.pullback(plain, back, 0)).toEqual([4 * 10 * 5, 4 * 100 * 7]);
  });

  test('is the product of a matrix with a vector, and its two gradients', () => {
    const apply = formOf('apply');
    const matrix = {
      ...parts,
      columns: 2,
      inputs: [
        [1, 2, 3, 4],
        [5, 7],
      ],
    };
    expect(apply?.run(plain, matrix)).toEqual([19, 43]);
    const D = [10, 100];
    expect(apply?.pullback(plain, { ...matrix, out: [], D }, 0)).toEqual([50, 70, 500, 700]);
    expect(apply?.pullback(plain, { ...matrix, out: [], D }, 1)).toEqual([310, 420]);
  });

  test('is a sum of products, each of which pulls on the other vector', () => {
    const dot = formOf('dot');
    expect(dot?.run(plain, parts)).toEqual([2 * 5 + 3 * 7]);
    expect(dot?.pullback(plain, { ...back, D: [10] }, 0)).toEqual([50, 70]);
    expect(dot?.pullback(plain, { ...back, D: [10] }, 1)).toEqual([20, 30]);
  });

  test('is half the sum of squared errors, and pulls on target and answer in turn', () => {
    bring([squaredError]);
    const loss = formOf('squared_error');
    expect(loss?.run(plain, parts)).toEqual([0.5 * (9 + 16)]);
    expect(loss?.pullback(plain, { ...back, D: [10] }, 0)).toEqual([-30, -40]);
    expect(loss?.pullback(plain, { ...back, D: [10] }, 1)).toEqual([30, 40]);
  });

  test('has no form for what turns several numbers into several', () => {
    bring([softmax]);
    expect(formOf(softmax.name)).toBeUndefined();
    expect(() => valueOf('apply')).toThrow('«apply» is not a function of one number');
  });

  test('measures with a logarithm, roots and a bound of one', () => {
    expect(['log', 'root', 'inverse_root'].map((name) => valueOf(name)(4))).toEqual([
      Math.log(4),
      2,
      0.5,
    ]);
    expect([0.5, 1, 2].map(valueOf('below_one'))).toEqual([1, 0, 0]);
  });
});

describe('computeStrip', () => {
  test('gives each point of its rows the numbers of its two axes', () => {
    const writer = new Writer();
    const [a, b, c] = ['a', 'b', 'c'].map((name) => writer.argument(name));
    const routine = writer.routine([writer.add(a!, c!), b!]);
    const landscape = { routine, across: 'a', up: 'b', rest: ['c'], results: ['sum', 'b'] };
    const area = { across: [0, 4], up: [10, 20], columns: 3, rows: 5 } as const;
    const strip = { area, rest: { c: 100 }, firstRow: 1, rows: 2 };
    expect(along(area.up, 4, 5)).toBe(20);
    expect(computeStrip(landscape, lanesOf(routine, 3), strip).map((each) => [...each])).toEqual([
      [100, 102, 104, 100, 102, 104],
      [12.5, 12.5, 12.5, 15, 15, 15],
    ]);
  });
});
