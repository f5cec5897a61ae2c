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

describe('trainPairs', () => {
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
