import { describe, expect, test } from 'vitest';
import {
  bptt,
  compile,
  gru,
  join,
  lstm,
  rnn,
  sgd,
  sigmoidHead,
  type Program,
} from '#engine/index.ts';
import { rng } from '#engine/math/index.ts';
import { force, read, type EncoderDecoder } from '#engine/models/encoder-decoder.ts';
import { drawStart } from '#engine/models/start.ts';
import { drawPairNetwork, trainPairs } from '#engine/models/train-pairs.ts';
import { readLesson, train } from '#engine/models/train.ts';
import { delayedRecall } from '#engine/tasks/delayed-recall.ts';

const machine = compile(join(rnn, sigmoidHead), { D: 2, H: 3, K: 1 });

/** Clips nothing. */
const FREE = 1e9;

function firstWeights(): Float64Array {
  const trace = machine.trace(1);
  drawStart(machine, trace, 1);
  return trace.theta.slice();
}

describe('train', () => {
  test('moves the weights by the mean of the gradients of a batch', () => {
    const lessons = [4, 6, 6].map((gap) => delayedRecall(gap, rng(gap).stream('rows')));
    const theta = firstWeights();
    const expected = theta.slice();
    for (const lesson of lessons) {
      const trace = machine.trace(lesson.inputs.length);
      trace.theta.set(theta);
      readLesson(machine, trace, lesson);
      bptt(machine, trace);
      trace.thetaGrad.forEach((value, i) => (expected[i]! -= (0.5 * value) / 3));
    }
    const queue = [...lessons];
    const teaching = { optimizer: sgd(0.5), clip: FREE, batch: 3, updates: 1 };
    for (const { update } of train(machine, theta, () => queue.shift()!, teaching))
      expect(update).toBe(1);
    // the same sums, multiplied by the rate at the end and not term by term
    theta.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 14));
  });

  test.each([
    [true, 'the end of the lesson before'],
    [false, 'zero'],
  ])('begins a lesson, where isCarried is %s, with the state at %s', (isCarried) => {
    const random = rng(2).stream('rows');
    const teaching = { optimizer: sgd(0.1), clip: 1, batch: 1, updates: 4, isCarried };
    let end = [0, 0, 0];
    for (const { trace } of train(
      machine,
      firstWeights(),
      () => delayedRecall(5, random),
      teaching,
    )) {
      expect([...trace.value('h', 0)]).toEqual(isCarried ? end : [0, 0, 0]);
      end = [...trace.value('h', 6)];
    }
  });
});

const pair = { source: [1, 0, 3], target: [3, 0, 1] };

function meanLoss(network: EncoderDecoder): number {
  return force(network, read(network, pair.source), pair.target, 1 / 3).loss();
}

describe('readLesson', () => {
  test('writes every row of the lesson, the last one too, and runs the steps', () => {
    const trace = machine.trace(2);
    trace.theta.set(firstWeights());
    readLesson(machine, trace, { inputs: [[1, 0], [0, 1]], targets: [[0], [1]], lossWeights: [0.25, 0.75] }); // prettier-ignore
    expect([1, 2].map((t) => [...trace.value('x', t)])).toEqual([[1, 0], [0, 1]]); // prettier-ignore
    expect([1, 2].map((t) => trace.value('d', t)[0])).toEqual([0, 1]);
    expect([...trace.lossWeights].slice(1)).toEqual([0.25, 0.75]);
    expect(trace.value('h', 2).every((h) => h !== 0)).toBe(true);
  });
});

describe('drawPairNetwork', () => {
  test('draws weights within one over the root of the hidden size, words within one', () => {
    const setting = { cell: gru, sizes: { H: 4, E: 3 }, words: 5, looks: true };
    const { embedding, encoder, decoderParams, firstToken, decoder } = drawPairNetwork(setting, 1);
    expect(embedding.map((row) => row.length)).toEqual(Array<number>(6).fill(3));
    expect(firstToken).toBe(5);
    expect(encoder.readsBackwards).toBe(false);
    expect(decoder).toMatchObject({ readsContext: false, readsAnswer: false });
    expect(Object.keys(decoderParams)).not.toContain('K');
    const weights = [encoder.params, decoderParams]
      .flatMap((params) => Object.values(params))
      .flat();
    const largest = (numbers: readonly number[]): number => Math.max(...numbers.map(Math.abs));
    // of more than a hundred uniform numbers one comes near the end
    expect(largest(weights)).toBeGreaterThan(0.45);
    expect(largest(weights)).toBeLessThanOrEqual(0.5);
    expect(largest(embedding.flat())).toBeGreaterThan(0.8);
  });
});

describe('trainPairs', () => {
  test('takes two updates of plain descent as one after the other', () => {
    const setting = { cell: gru, sizes: { H: 2, E: 2 }, words: 4, looks: true };
    const teaching = { optimizer: sgd(0.1), clip: FREE, batch: 2, updates: 1 };
    const start = drawPairNetwork(setting, 2);
    const both = [...trainPairs(start, () => pair, { ...teaching, updates: 2 })];
    const [first] = [...trainPairs(start, () => pair, teaching)];
    const [second] = [...trainPairs(first!, () => pair, teaching)];
    expect(both).toEqual([first, second]);
    expect(meanLoss(second!)).toBeLessThan(meanLoss(start));
  });

  test.each([
    [gru, false],
    [gru, true],
    [lstm, true],
  ] as [Program, boolean][])(
    'lowers the loss by as much as its gradient promises: %#',
    (cell, looks) => {
      const setting = { cell, sizes: { H: 3, E: 2 }, words: 4, looks };
      const before = drawPairNetwork(setting, 1);
      const rate = 1e-4;
      const teaching = { optimizer: sgd(rate), clip: FREE, batch: 1, updates: 1 };
      const [after] = [...trainPairs(before, () => pair, teaching)];
      const moved = (from: EncoderDecoder, to: EncoderDecoder): number => {
        const numbers = ({ embedding, encoder, decoderParams }: EncoderDecoder): number[] =>
          [embedding.flat(), Object.values(encoder.params), Object.values(decoderParams)].flat(2);
        const target = numbers(to);
        return numbers(from).reduce((sum, value, i) => sum + (value - target[i]!) ** 2, 0);
      };
      // a step of rate × g lowers the loss by rate |g|², up to the curvature, of the order of the rate
      const ratio = (meanLoss(before) - meanLoss(after!)) / (moved(before, after!) / rate);
      expect(ratio).toBeCloseTo(1, 2);
    },
  );
});
