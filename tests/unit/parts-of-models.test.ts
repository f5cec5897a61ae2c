import { describe, expect, test } from 'vitest';
import { bptt, gru } from '#engine/index.ts';
import { clipNorm } from '#engine/learn/clipping.ts';
import { attention, attentionSizes } from '#engine/models/attention.ts';
import { decoder } from '#engine/models/decoder.ts';
import { addToRows } from '#engine/models/embedding.ts';
import { guessRound } from '#engine/models/guess-weights.ts';
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

describe('attention', () => {
  test('has a length for projected queries where there are any, and cites who proposed it', () => {
    const plain = { e: 'S', a: 'S', v: 'V' };
    expect(attentionSizes('dot')).toEqual(plain);
    expect(attentionSizes('scaled_dot')).toEqual(plain);
    for (const score of ['general', 'additive', 'concat'] as const)
      expect(attentionSizes(score)).toEqual({ ...plain, p: 'P' });
    expect(attention('scaled_dot', 4)).toMatchObject({
      name: 'attention-scaled_dot',
      source: ['bahdanau2015', 'luong2015'],
    });
  });
});

describe('guessRound', () => {
  test('draws its numbers evenly between both ends of the range, and tells each thousand', () => {
    const round = guessRound({ freedom: 5, range: 0.5, seed: 1 }, 1);
    const shares: number[] = [];
    let step = round.next();
    for (; step.done !== true; step = round.next()) shares.push(step.value);
    expect(shares).toEqual(Array.from({ length: 20 }, (_, n) => (n + 1) / 20));
    expect(step.value).toHaveLength(20_000);
    for (const name of ['w', 'u'] as const) {
      const numbers = step.value.map((guess) => guess[name]);
      const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
      expect(least).toBeGreaterThanOrEqual(-0.5);
      expect(most).toBeLessThanOrEqual(0.5);
      // of 20,000 uniform numbers one lies in each last hundredth
      expect(most - least).toBeGreaterThan(0.99);
    }
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
