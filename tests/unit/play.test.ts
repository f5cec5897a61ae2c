import { describe, expect, test } from 'vitest';
import { compile, join, neuron, neuronLamp, play, rnn, softmaxHead } from '#engine/index.ts';

const layer = compile(join(rnn, softmaxHead), { D: 2, H: 3, K: 2 });
const lamp = compile(neuronLamp);
const params = { w: 2, u: 3, b: 0, a: 4, c: 0 };

describe('play says where a setting is wrong, what was found and what was expected', () => {
  test.each<[string, () => unknown, string]>([
    [
      'a missing parameter',
      () => play(lamp, { params: { w: 2, u: 3, b: 0, a: 4 }, inputs: [0] }),
      'neuron-lamp: parameter «c» is missing; give «w», «u», «b», «a», «c»',
    ],
    [
      'a name that it does not have',
      () => play(lamp, { params: { ...params, W: 1 }, inputs: [0] }),
      'neuron-lamp has no parameter «W»; it has «w», «u», «b», «a», «c»',
    ],
    [
      'a state that it does not have',
      () => play(lamp, { params, initial: { c: 1 }, inputs: [0] }),
      'neuron-lamp has no state «c»; it has «h»',
    ],
    [
      'a wrong number of numbers',
      () => play(lamp, { params: { ...params, w: [1, 2] }, inputs: [0] }),
      'neuron-lamp: «w» has 2 numbers; expected 1 × 1',
    ],
    [
      'a number that is none',
      () => play(lamp, { params: { ...params, w: NaN }, inputs: [0] }),
      'neuron-lamp: «w» contains NaN; expected finite numbers',
    ],
    [
      'an input that is infinite',
      () => play(lamp, { params, inputs: [0, Infinity] }),
      'neuron-lamp: «x» at t = 2 contains Infinity; expected finite numbers',
    ],
    [
      'targets for another number of steps',
      () => play(lamp, { params, inputs: [0, 1], targets: [1] }),
      'neuron-lamp: 1 target rows for 2 steps; expected one row per step',
    ],
    [
      'weights for another number of steps',
      () => play(lamp, { params, inputs: [0, 1], lossWeights: [1] }),
      'neuron-lamp: 1 loss weights for 2 steps; expected one per step',
    ],
    [
      'weights without a loss',
      () => play(compile(neuron), { params: { w: 1, u: 1, b: 0 }, inputs: [0], lossWeights: [1] }),
      'neuron has no loss to weigh; join it with a head first',
    ],
    [
      'a size that is missing',
      () => compile(join(rnn, softmaxHead), { D: 2, H: 3 }),
      'rnn-softmax: size K is missing; give { D: …, H: …, K: … }',
    ],
    [
      'an input of the wrong width',
      () => {
        const { layout } = layer;
        const zeros = (name: string): number[] => Array<number>(layout.length(name)).fill(0);
        const names = ['W_xh', 'W_hh', 'b_h', 'W_hy', 'b_y'];
        return play(layer, {
          params: Object.fromEntries(names.map((name) => [name, zeros(name)])),
          inputs: [[1, 2, 3]],
        });
      },
      'rnn-softmax: «x» at t = 1 has 3 numbers; expected 2 × 1',
    ],
  ])('%s', (_, run, message) => {
    expect(run).toThrow(new Error(message));
  });
});

describe('play', () => {
  test('starts every state that is not named at zero', () => {
    expect(play(lamp, { params, inputs: [0] }).value('h', 0)[0]).toBe(0);
  });

  test('runs no step for no input', () => {
    const trace = play(lamp, { params, initial: { h: 0.5 }, inputs: [] });
    expect([trace.length, trace.value('h', 0)[0]]).toEqual([0, 0.5]);
  });
});
