import { describe, expect, test } from 'vitest';
import {
  compile,
  join,
  linearHead,
  lstm,
  play,
  rnn,
  softmaxHead,
  type Machine,
} from '#engine/index.ts';
import { initialise } from '#engine/learn/initialise.ts';
import { draw, tempered } from '#engine/math/sample.ts';
import { log, rng } from '#engine/math/index.ts';
import { uniform } from '#engine/math/initialisers.ts';
import { languageModel } from '#engine/models/language-model.ts';
import { write } from '#engine/models/write.ts';

const LOGITS = [1, -2, 3, 0.5];

describe('tempered', () => {
  test('tempered shares sum to 1 at every temperature', () => {
    for (const temperature of [0, 1e-300, 0.1, 1, 7, Infinity])
      expect(tempered(LOGITS, temperature).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 15);
  });

  test('tempered at 0 is all on the likeliest, at Infinity even', () => {
    expect(tempered(LOGITS, 0)).toEqual([0, 0, 1, 0]);
    expect(tempered(LOGITS, Infinity)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  test('tempered raises the ratio of two shares to the power 1 / temperature', () => {
    const [one, half] = [tempered(LOGITS, 1), tempered(LOGITS, 0.5)];
    const ratio = (shares: number[]): number => (shares[0] ?? NaN) / (shares[3] ?? NaN);
    expect(ratio(half)).toBeCloseTo(ratio(one) ** 2, 13);
  });

  test('tempered takes no temperature below 0', () => {
    expect(() => tempered(LOGITS, -1)).toThrow('temperature is -1; expected a number from 0');
  });
});

describe('draw', () => {
  test('draw follows the shares', () => {
    const shares = tempered(LOGITS, 2);
    const random = rng(1).stream('draws');
    const counts = LOGITS.map(() => 0);
    for (let n = 0; n < 40_000; n++) {
      const k = draw(shares, random);
      counts[k] = (counts[k] ?? 0) + 1;
    }
    // four standard deviations of a share are at most 4 · √(¼ / 40,000) = 0.01
    counts.forEach((count, k) =>
      expect(Math.abs(count / 40_000 - (shares[k] ?? NaN))).toBeLessThan(0.01),
    );
  });

  test('draw never takes a class without a share, whatever rounding leaves', () => {
    const almostOne = { uniform: () => 1 - 2 ** -53, integer: () => 0, normal: () => 0 };
    expect(draw([0, 0.1, 0.2, 0.3, 0.39999999999999, 0], almostOne)).toBe(4);
    expect(() => draw([0, 0], almostOne)).toThrow('no class has a share above 0');
  });
});

describe('write', () => {
  const machine: Machine = compile(join(rnn, softmaxHead), { D: 4, H: 3, K: 4 });
  const params = initialise(machine, 1, { matrices: uniform(2) });

  test('write at temperature 0 gives what a run over its own text predicts', () => {
    const { classes } = write(
      machine,
      { params, prompt: [2, 1], count: 12, temperature: 0 },
      rng(1).stream('unused'),
    );
    const read = [2, 1, ...classes.slice(0, -1)];
    const inputs = read.map((k) => [0, 1, 2, 3].map((i) => Number(i === k)));
    const trace = play(machine, { params, inputs });
    classes.forEach((written, n) => {
      const shares = [...trace.value('y', n + 2)];
      expect(shares.indexOf(Math.max(...shares))).toBe(written);
    });
  });

  test('write says how likely its text was', () => {
    const { classes, logProbability, trace } = write(
      machine,
      { params, prompt: [0], count: 6, temperature: 3 },
      rng(4).stream('text'),
    );
    const total = classes.reduce((sum, k, n) => sum + log(trace.value('y', n + 1)[k] ?? NaN), 0);
    expect(logProbability).toBeCloseTo(total, 13);
  });

  test('write gives the same text for the same seed, and another for another', () => {
    const text = (seed: number): readonly number[] =>
      write(machine, { params, prompt: [0], count: 30 }, rng(seed).stream('text')).classes;
    expect(text(1)).toEqual(text(1));
    expect(text(1)).not.toEqual(text(2));
  });

  test('write finds the logits of an LSTM, whose output gate has their name, and of a model of words', () => {
    for (const [program, input] of [
      [join(lstm, softmaxHead), 'x'],
      [languageModel(lstm), 'w'],
    ] as const) {
      const sizes = input === 'x' ? { D: 4, H: 3, K: 4 } : { D: 2, H: 3, K: 4 };
      const reader: Machine = compile(program, sizes);
      const writing = { params: initialise(reader, 1), prompt: [1], count: 5 };
      expect(write(reader, writing, rng(1).stream('text'), input).classes).toHaveLength(5);
    }
  });

  test('write with a held unit writes what that unit says', () => {
    // unit 0 alone decides: class 0 when it is 1, class 1 when it is −1
    const W_hy = [20, 0, 0, -20, 0, 0, 0, 0, 0, 0, 0, 0];
    const holding = (value: number): readonly number[] =>
      write(
        machine,
        {
          params: { ...params, W_hy },
          prompt: [0],
          count: 20,
          holds: [{ name: 'h', unit: 0, value }],
        },
        rng(1).stream('text'),
      ).classes;
    expect(new Set(holding(1))).toEqual(new Set([0]));
    expect(new Set(holding(-1))).toEqual(new Set([1]));
  });

  test('write names what is missing', () => {
    const random = rng(1).stream('text');
    expect(() => write(machine, { params, prompt: [], count: 1 }, random)).toThrow(
      'the prompt is empty',
    );
    expect(() => write(machine, { params, prompt: [4], count: 1 }, random)).toThrow(
      'there is no class 4; «x» has 4',
    );
    const linear: Machine = compile(join(rnn, linearHead), { D: 4, H: 3, K: 4 });
    expect(() => write(linear, { params, prompt: [0], count: 1 }, random)).toThrow(
      'has no cross_entropy, so it has no classes; join it with softmaxHead',
    );
  });
});
