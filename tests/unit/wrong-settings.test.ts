import { describe, expect, test } from 'vitest';
import {
  adam,
  bptt,
  compile,
  lstmPeephole,
  neuron,
  neuronLamp,
  play,
  rnn,
  sgd,
} from '#engine/index.ts';
import { clipNorm, clipValue } from '#engine/learn/clipping.ts';
import { LSTM_GATES, withChrono } from '#engine/learn/initialise.ts';
import { tbptt } from '#engine/learn/tbptt.ts';
import { load, save } from '#engine/machine/saved.ts';
import { rng } from '#engine/math/index.ts';
import { fromOnnx } from '#engine/models/layouts.ts';
import { define } from '#engine/program/define.ts';

const lamp = compile(neuronLamp);
const params = { w: 2, u: 3, b: 0, a: 4, c: 0 };
const stream = rng(1).stream('any');
const bare = play(compile(neuron), { params: { w: 1, u: 1, b: 0 }, inputs: [1] });
const two = (): Float64Array => new Float64Array(2);

/** What was asked, and what the message holds: where, what was found, what was expected. */
const MISTAKES: readonly [what: string, ask: () => unknown, message: string][] = [
  [
    'a gradient without a loss',
    () => bptt(compile(neuron), bare),
    'neuron has no loss, so there is nothing to differentiate; join it with a head first',
  ],
  ['a bound of 0', () => clipNorm(two(), 0), 'clipNorm: the bound is 0; expected a number above 0'],
  [
    'a bound that is no number',
    () => clipValue(two(), NaN),
    'clipValue: the bound is NaN; expected a number above 0',
  ],
  ['a learning rate of 0', () => sgd(0), 'sgd: learningRate is 0; expected a number above 0'],
  [
    'a negative learning rate',
    () => sgd(-1),
    'sgd: learningRate is -1; expected a number at least 0',
  ],
  [
    'a momentum of 1',
    () => sgd(0.1, { momentum: 1 }),
    'sgd: momentum is 1; expected a number from 0 to below 1',
  ],
  [
    'a decay below 0',
    () => adam(0.1, { beta1: -0.1 }),
    'adam: beta1 is -0.1; expected a number from 0 to below 1',
  ],
  [
    'as many gradients as parameters',
    () => adam(0.1).update(two(), new Float64Array(3)),
    'update: 2 parameters and 3 gradients; expected 2 of each',
  ],
  [
    'as many parameters as before',
    () => {
      const optimizer = adam(0.1);
      optimizer.update(two(), two());
      optimizer.update(new Float64Array(3), new Float64Array(3));
    },
    'update: 3 parameters and 3 gradients; expected 2 of each',
  ],
  [
    'parameters of another network',
    () => {
      const optimizer = adam(0.1);
      optimizer.update(two(), two());
      optimizer.update(new Float64Array(3), two());
    },
    'update: 3 parameters and 2 gradients; expected 2 of each',
  ],
  ...([[0], [1.5], [2, 3], [3, 0], [3, 0.5]] as [number, number?][]).map(
    ([window, every = window]): [string, () => unknown, string] => [
      `tbptt(${window}, ${every})`,
      () => tbptt(window, every),
      `tbptt: window ${window}, every ${every}; expected whole numbers with 1 ≤ every ≤ window`,
    ],
  ),
  [
    'gates for one step',
    () => withChrono({ b_f: [0], b_i: [0] }, LSTM_GATES, 1, stream),
    'withChrono: longest is 1; expected a number from 2',
  ],
  [
    'a quantity that the layout does not have',
    () => lamp.layout.offset('q'),
    'neuron-lamp has no quantity «q»; it has x, w, u, b, a_h, h, d, a, c, o, y, L',
  ],
  [
    'a size that a program does not use',
    () => compile(rnn, { D: 1, H: 2, K: 3 }),
    'rnn: size K = 3 is not used; sizes are D, H',
  ],
  [
    'a size of a program without sizes',
    () => compile(neuron, { H: 2 }),
    'neuron: size H = 2 is not used; sizes are none',
  ],
  [
    'a size that is no whole number',
    () => compile(rnn, { D: 1, H: 2.5 }),
    'rnn: size H is 2.5; expected a whole number ≥ 1',
  ],
  [
    'a size of 0',
    () => compile(rnn, { D: 0, H: 1 }),
    'rnn: size D is 0; expected a whole number ≥ 1',
  ],
  [
    'a size that is missing',
    () => compile(rnn, { D: 1 }),
    'rnn: size H is missing; give { D: …, H: … }',
  ],
  [
    'a joined vector of another length than its parts',
    () =>
      compile(
        define({
          name: 'mine',
          source: [],
          equations: 'v[t] = concat(x[t], h[t-1])\nh[t] = W v[t]',
          sizes: { x: 'D', v: 'J' },
        }),
        { D: 1, H: 2, J: 4 },
      ),
    'mine: in «v[t] = concat(…)» the result has length 3; its name has 4; change the sizes',
  ],
  [
    'a time of a parameter',
    () => bare.value('w', 1),
    'neuron: «w» is a parameter and has no time index; leave out t = 1',
  ],
  [
    'a name at a time',
    () => bare.value('q' as 'h', 1),
    'neuron has no quantity «q»; it has x, w, u, b, a_h, h',
  ],
  [
    'peepholes that were left out',
    () => {
      const { layout } = compile(lstmPeephole, { D: 1, H: 1 });
      const four = [[1], [1], [1], [1]];
      fromOnnx('lstm-peephole', layout, { W: four, R: four });
    },
    '«P» is missing; expected 3 numbers: p_i, p_o, p_f',
  ],
  ...[-1, 2, 0.5, undefined].map((t): [string, () => unknown, string] => [
    `t = ${t}`,
    () => bare.value('h', t),
    `neuron: «h» at t = ${t}; expected a whole number from 0 to 1`,
  ]),
  [
    'targets of a program without one',
    () => play(compile(neuron), { params: { w: 1, u: 1, b: 0 }, inputs: [0], targets: [1] }),
    'neuron has no target; leave out targets, or join it with a head',
  ],
  [
    'a misspelt parameter',
    () => play(compile(rnn, { D: 1, H: 1 }), { params: { W_hx: 1 }, inputs: [0] }),
    'rnn has no parameter «W_hx»; it has «W_xh», «W_hh», «b_h»; did you mean «W_hh», «W_xh»?',
  ],
  [
    'an input that a program does not have',
    () => play(lamp, { params, inputs: { z: [1] } }),
    'neuron-lamp has no input «z»; it has «x», «h», «d»',
  ],
  [
    'a matrix with a short row',
    () =>
      play(compile(rnn, { D: 1, H: 2 }), {
        params: { W_xh: [1, 1], b_h: [0, 0], W_hh: [[1], [1, 1, 1]] },
        inputs: [0],
      }),
    'rnn: «W_hh» has a row of 1 numbers; expected 2 × 2',
  ],
  [
    'a loss weight that is infinite',
    () => play(lamp, { params, inputs: [0], lossWeights: [Infinity] }),
    'neuron-lamp: a loss weight is Infinity; expected finite numbers',
  ],
  [
    'saved numbers that are no list',
    () => {
      const saved = save(lamp, new Float64Array(5));
      load(lamp, { ...saved, params: { ...saved.params, w: 1 } });
    },
    'neuron-lamp: «w» has 0 numbers; expected 1',
  ],
];

describe('a wrong setting', () => {
  test.each(MISTAKES)('%s is told, with what was expected', (_, ask, message) => {
    expect(ask).toThrow(new Error(message));
  });
});
