import { describe, expect, test } from 'vitest';
import { bptt, gru } from '#engine/index.ts';
import { clipNorm } from '#engine/learn/clipping.ts';
import { decoder } from '#engine/models/decoder.ts';
import { addToRows } from '#engine/models/embedding.ts';
import { populationMachine, populationTraining } from '#engine/models/population.ts';
import { recallTexts, startOf, trainMember } from '#engine/models/population-member.ts';

describe('a member of the population', () => {
  const theta = startOf({ column: 1, row: 2 });

  test('reads a mark and then letters, and is judged at the last', () => {
    const [on, off] = recallTexts(theta, 3);
    for (const [trace, mark, target] of [
      [on, 1, 1],
      [off, -1, 0],
    ] as const) {
      expect([1, 2, 3, 4].map((t) => trace.value('x', t)[0])).toEqual([mark, 0, 0, 0]);
      expect(trace.value('d', 4)[0]).toBe(target);
      expect([...trace.lossWeights].slice(1)).toEqual([0, 0, 0, 0.5]);
      expect(trace.length).toBe(4);
    }
    expect(on.value('h', 4)).not.toEqual(off.value('h', 4));
  });

  test('descends the sum of both gradients, clipped, and tells the loss before each update', () => {
    const [trained, expected] = [theta.slice(), theta.slice()];
    const losses: number[] = [];
    for (let n = 0; n < 3; n++) {
      const gradient = new Float64Array(theta.length);
      let loss = 0;
      for (const trace of recallTexts(expected, 2)) {
        bptt(populationMachine, trace);
        loss += trace.loss();
        trace.thetaGrad.forEach((value, i) => (gradient[i]! += value));
      }
      losses.push(loss);
      clipNorm(gradient, populationTraining.clip);
      gradient.forEach((value, i) => (expected[i]! -= populationTraining.learningRate * value));
    }
    const training = trainMember(trained, 2, 3);
    const shares: number[] = [];
    let step = training.next();
    for (; step.done !== true; step = training.next()) shares.push(step.value);
    expect(shares).toEqual([1 / 3, 2 / 3, 1]);
    expect(step.value).toEqual(losses);
    expect(trained).toEqual(expected);
    expect(trained).not.toEqual(theta);
  });
});

describe('decoder', () => {
  const setting = { readsContext: false, readsAnswer: false } as const;

  test('is named after its cell and its look, and cites who proposed it', () => {
    const of = (when?: 'before' | 'after') =>
      decoder({
        ...setting,
        cell: gru,
        looking: when === undefined ? undefined : { score: 'dot', keySize: 3, when },
      });
    expect([of(), of('before'), of('after')].map(({ name }) => name)).toEqual([
      'gru-decoder-word',
      'gru-decoder-dot-before-word',
      'gru-decoder-dot-after-word',
    ]);
    expect([of(), of('before'), of('after')].map(({ source }) => source)).toEqual([
      expect.arrayContaining(['sutskever2014']),
      expect.arrayContaining(['bahdanau2015']),
      expect.arrayContaining(['luong2015']),
    ]);
  });
});

describe('addToRows', () => {
  test('adds the gradient of a word that occurs twice both times', () => {
    const table = [
      [0, 0],
      [1, 1],
      [0, 0],
    ];
    addToRows(table, [1, 2, 1], [[1, 2], [3, 4], [5, 6]]); // prettier-ignore
    expect(table).toEqual([
      [0, 0],
      [7, 9],
      [3, 4],
    ]);
  });
});
