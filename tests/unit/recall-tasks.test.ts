import { describe, expect, test } from 'vitest';
import { rng } from '#engine/math/index.ts';
import { adding, productOfTwo, scaledSum, sumOfTwo } from '#engine/tasks/adding.ts';
import { copyBaseline, copyMemory } from '#engine/tasks/copy-memory.ts';
import { competingRecall, delayedRecall, recalled } from '#engine/tasks/delayed-recall.ts';
import { reversal } from '#engine/tasks/reversal.ts';
import { temporalOrder } from '#engine/tasks/temporal-order.ts';

const random = () => rng(3).stream('task');

describe('delayedRecall', () => {
  test('delayedRecall asks once, at its end, for the bit of its beginning', () => {
    const stream = random();
    for (let n = 0; n < 50; n++) {
      const sequence = delayedRecall(1 + n, stream);
      expect(sequence.inputs).toHaveLength(2 + n);
      expect(sequence.lossWeights.reduce((sum, weight) => sum + weight)).toBe(1);
      expect(sequence.lossWeights.at(-1)).toBe(1);
      expect(sequence.targets.at(-1)).toEqual([recalled(sequence)]);
      const [bit, ...signs] = sequence.symbols;
      expect(bit).toBe(String(recalled(sequence)));
      expect(signs).toEqual(
        sequence.inputs.slice(1).map(([, noise = 0]) => (noise > 0 ? '+' : '−')),
      );
    }
  });

  test('delayedRecall of a gap of 0 is an error that says what is wanted', () => {
    expect(() => delayedRecall(0, random())).toThrow(
      'delayed recall: gap is 0; expected a whole number from 1 on',
    );
  });

  test('competingRecall asks for the noise of the step before until the bit is asked for', () => {
    const { inputs, targets, lossWeights } = competingRecall(20, random());
    for (let t = 2; t < 20; t++) {
      expect(targets[t]).toEqual([Number((inputs[t - 1]?.[1] ?? 0) > 0)]);
      expect(lossWeights[t]).toBe(0.2);
    }
    expect(lossWeights.slice(0, 2)).toEqual([0, 0]);
    expect(inputs.map(([, , asks]) => asks)).toEqual([...Array<number>(20).fill(0), 1]);
    expect(targets.at(-1)).toEqual([Number((inputs[0]?.[0] ?? 0) > 0)]);
  });
});

describe('adding', () => {
  test('adding marks one number in each half, and asks for what the rule makes of the two', () => {
    const stream = random();
    for (const rule of [sumOfTwo, scaledSum, productOfTwo])
      for (let length = 2; length < 40; length++) {
        const { inputs, targets, lossWeights, symbols } = adding(length, stream, rule);
        expect(lossWeights).toEqual([...Array<number>(length - 1).fill(0), 1]);
        for (const [t, [value = NaN, mark]] of inputs.entries()) {
          expect(value).toBeGreaterThanOrEqual(rule === scaledSum ? -1 : 0);
          expect(value).toBeLessThan(1);
          expect(symbols[t]).toBe(value.toFixed(2) + (mark === 1 ? '*' : ''));
        }
        const places = inputs.flatMap(([, mark], t) => (mark === 1 ? [t] : []));
        const [first = NaN, second = NaN] = places.map((t) => inputs[t]?.[0] ?? NaN);
        expect(places).toHaveLength(2);
        expect(places[0]).toBeLessThan(Math.floor(length / 2));
        expect(places[1]).toBeGreaterThanOrEqual(Math.floor(length / 2));
        const wanted = { sum: first + second, scaled: 0.5 + (first + second) / 4 };
        const byHand =
          rule === sumOfTwo ? wanted.sum : rule === scaledSum ? wanted.scaled : first * second;
        expect(targets.at(-1)).toEqual([byHand]);
      }
    expect(() => adding(1, stream)).toThrow(
      'adding: length is 1; expected a whole number from 2 on',
    );
  });

  test('the blind answer of a rule leaves its blind error', () => {
    for (const rule of [sumOfTwo, scaledSum, productOfTwo]) {
      const stream = random();
      const draws = Array.from(
        { length: 20_000 },
        () => adding(2, stream, rule).targets[0]?.[0] ?? NaN,
      );
      const mean = (numbers: readonly number[]): number =>
        numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
      // 20 000 draws: the mean of y and of (y − mean)² is off by some 1/√20 000 of their spread
      expect(Math.abs(mean(draws) - rule.blindAnswer)).toBeLessThan(0.02);
      const errors = draws.map((y) => (y - rule.blindAnswer) * (y - rule.blindAnswer));
      expect(Math.abs(mean(errors) / rule.blindError - 1)).toBeLessThan(0.03);
    }
  });
});

describe('temporalOrder', () => {
  test('temporalOrder holds two marks, whose order is the class', () => {
    const stream = random();
    for (let n = 0; n < 100; n++) {
      const { inputs, symbols, targets, lossWeights } = temporalOrder(20 + n, stream);
      expect(inputs.map((row) => 'EBXYabcd'[row.indexOf(1)])).toEqual(symbols);
      expect(inputs.every((row) => row.reduce((sum, value) => sum + value) === 1)).toBe(true);
      expect(lossWeights).toEqual([...Array<number>(21 + n).fill(0), 1]);
      const marks = symbols.filter((symbol) => symbol === 'X' || symbol === 'Y');
      expect(marks).toHaveLength(2);
      expect(targets.at(-1)?.indexOf(1)).toBe(['XX', 'XY', 'YX', 'YY'].indexOf(marks.join('')));
      expect([symbols[0], symbols.at(-1)]).toEqual(['E', 'B']);
    }
  });
});

describe('copyMemory', () => {
  test('copyMemory wants after the sign what stood at the beginning', () => {
    const sizes = { symbols: 4, kinds: 3, blanks: 7 };
    const { inputs, targets, symbols } = copyMemory(sizes, random());
    expect(inputs).toHaveLength(7 + 2 * 4);
    expect(targets.slice(-4)).toEqual(inputs.slice(0, 4));
    expect(symbols.indexOf('?')).toBe(7 + 4 - 1);
  });

  test('copyBaseline is what guessing costs, counted over the steps', () => {
    // 4 of 15 steps cost log 3
    expect(copyBaseline({ symbols: 4, kinds: 3, blanks: 7 })).toBeCloseTo(
      (4 * Math.log(3)) / 15,
      15,
    );
  });
});

describe('reversal', () => {
  test('reversal twice is the source', () => {
    const { source, target } = reversal(9, 5, random());
    expect(source).toHaveLength(9);
    expect(target.toReversed()).toEqual(source);
    expect(source.every((letter) => 'abcde'.includes(letter))).toBe(true);
  });
});
