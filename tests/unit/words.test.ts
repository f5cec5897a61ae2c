import { describe, expect, test } from 'vitest';
import { bptt, compile, gru, lstm, play, rnn, type Trace } from '#engine/index.ts';
import { oneHot } from '#engine/math/index.ts';
import { fitted } from '#engine/models/fitted.ts';
import { addToRows, lookUp } from '#engine/models/embedding.ts';
import { languageModel, tiedLanguageModel } from '#engine/models/language-model.ts';
import { gradcheck } from '#engine/learn/gradcheck.ts';
import { randomSetting } from '../laws/random-setting.ts';

const [H, K, T] = [3, 4, 5];
const TOKENS = [2, 0, 2, 3, 1];
const inputs = { w: TOKENS.map((token) => oneHot(token, K)) };
const targets = TOKENS.map((_, t) => oneHot(TOKENS[(t + 1) % T] ?? 0, K));

describe('lookUp', () => {
  test('gives what a matrix gives on one-hot words, and addToRows its gradient', () => {
    const machine = compile(languageModel(rnn), { D: 2, H, K });
    const setting = { ...randomSetting(machine, T, 1), inputs, targets };
    const trace = play(machine, setting);
    bptt(machine, trace);
    const byWord = (matrix: Float64Array): number[][] =>
      Array.from({ length: K }, (_, k) => [matrix[k] ?? NaN, matrix[K + k] ?? NaN]);
    const rows = lookUp(byWord(trace.value('W_wx')), TOKENS);
    rows.forEach((row, index) => expect([...trace.value('x', index + 1)]).toEqual(row));
    const grad = Array.from({ length: K }, () => [0, 0]);
    addToRows(
      grad,
      TOKENS,
      TOKENS.map((_, index) => [...trace.grad('x', index + 1)]),
    );
    // the same sums, in the other order of time
    byWord(trace.grad('W_wx'))
      .flat()
      .forEach((value, i) => expect(grad.flat()[i]).toBeCloseTo(value, 14));
  });

  test('says which word is missing', () => {
    expect(() => lookUp([[1], [2]], [0, 2])).toThrow('no word 2 in the table');
  });
});

describe('tiedLanguageModel', () => {
  for (const cell of [rnn, lstm, gru]) {
    const tied = fitted(tiedLanguageModel(cell), { H, K, D: H });
    const setting = { ...randomSetting(tied, T, 2), inputs, targets };

    test(`${cell.name}: every gradient equals extrapolated differences`, () => {
      for (const { name, analytic, numeric } of gradcheck(tied, play(tied, setting)))
        expect(Math.abs(analytic - numeric), name).toBeLessThan(1e-9 * (1 + Math.abs(numeric)));
    });

    test(`${cell.name}: its one table gets the gradients of both tables of an untied network`, () => {
      const free = compile(languageModel(cell), { D: H, H, K });
      const table = [setting.params['W_wx']].flat(2) as number[];
      const params = { ...setting.params, W_hy: transposed(table, H) };
      const [one, two] = [play(tied, setting), play(free, { ...setting, params })];
      expect(one.loss()).toBeCloseTo(two.loss(), 13);
      bptt(tied, one);
      bptt(free, two);
      const back = transposed([...two.grad('W_hy')], K);
      [...(one as Trace).grad('W_wx')].forEach((value, i) =>
        expect(value).toBeCloseTo((two.grad('W_wx')[i] ?? NaN) + (back[i] ?? NaN), 13),
      );
    });

    test(`${cell.name}: it has K · H parameters fewer`, () => {
      const free = compile(languageModel(cell), { D: H, H, K });
      expect(free.layout.thetaSize - tied.layout.thetaSize).toBe(K * H);
    });
  }
});

/** A matrix of so many rows, turned round; row by row. */
function transposed(matrix: readonly number[], rows: number): number[] {
  const columns = matrix.length / rows;
  return Array.from({ length: columns }, (_, j) =>
    Array.from({ length: rows }, (__, i) => matrix[i * columns + j] ?? NaN),
  ).flat();
}
