import {
  adam,
  bptt,
  compile,
  gru,
  janet,
  join,
  lstm,
  lstmPeephole,
  neuron,
  neuronLamp,
  play,
  rnn,
  sgd,
  sigmoidHead,
} from '#engine/index.ts';
import { bestUnit, scoreUnits } from '#engine/analysis/best-unit.ts';
import { fitLinearProbe } from '#engine/analysis/linear-probe.ts';
import { clipNorm, clipValue } from '#engine/learn/clipping.ts';
import { LSTM_GATES, withChrono } from '#engine/learn/initialise.ts';
import { tbptt } from '#engine/learn/tbptt.ts';
import { load, save } from '#engine/machine/saved.ts';
import { clusters } from '#engine/math/clusters.ts';
import { rng } from '#engine/math/index.ts';
import { encode } from '#engine/models/encoder.ts';
import { fromKerasWeights } from '#engine/models/keras-weights.ts';
import { fromOnnx } from '#engine/models/layouts.ts';
import { lossesOf } from '#engine/models/padded-batch.ts';
import { runHeat } from '#engine/models/race.ts';
import { fromStateDict } from '#engine/models/state-dict.ts';
import { define } from '#engine/program/define.ts';
import { withFunctions } from '#engine/program/rename.ts';
import { quoteWindows } from '#engine/tasks/quote-windows.ts';
import { reversalAlphabet } from '#engine/tasks/reversal.ts';
import { pick, tokenOf } from '#engine/tasks/sequence.ts';

const lamp = compile(neuronLamp);
const params = { w: 2, u: 3, b: 0, a: 4, c: 0 };
const stream = rng(1).stream('any');
const bare = play(compile(neuron), { params: { w: 1, u: 1, b: 0 }, inputs: [1] });
const two = (): Float64Array => new Float64Array(2);

/** What was asked, and what the message holds: where, what was found, what was expected. */
/** Settings that make no sense: what is wrong, who is asked, and what the answer must say. */
export const MISTAKES: readonly [what: string, ask: () => unknown, message: string][] = [
  [
    'a gradient without a loss',
    () => bptt(compile(neuron), bare),
    'neuron has no loss, so there is nothing to differentiate; join it with a head first',
  ],
  ['a bound of 0', () => clipNorm(two(), 0), 'clipNorm: the bound is 0; expected a number above 0'],
  ['a bound that is no number', () => clipValue(two(), NaN), 'clipValue: the bound is NaN'],
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
    'adam: beta1 is -0.1; expected a number from 0',
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
    (sizes): [string, () => unknown, string] => [
      `tbptt(${sizes.join(', ')})`,
      () => tbptt(...sizes),
      'expected whole numbers with 1 ≤ every ≤ window',
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
  ['a size of a program without sizes', () => compile(neuron, { H: 2 }), 'sizes are none'],
  [
    'a size that is no whole number',
    () => compile(rnn, { D: 1, H: 2.5 }),
    'rnn: size H is 2.5; expected a whole number ≥ 1',
  ],
  ['a size of 0', () => compile(rnn, { D: 0, H: 1 }), 'rnn: size D is 0; expected a whole'],
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
    'the result has length 3; its name has 4',
  ],
  [
    'a time of a parameter',
    () => bare.value('w', 1),
    'neuron: «w» is a parameter and has no time index; leave out t = 1',
  ],
  ['a name at a time', () => bare.value('q' as 'h', 1), 'neuron has no quantity «q»; it has x, w'],
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
    'neuron-lamp has no input «z»; it has «x»',
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
  [
    'groups of nothing',
    () => clusters([], 1, stream),
    'clusters: 0 points in 1 groups; expected at least one of each',
  ],
  ['half a group', () => clusters([[0]], 0.5, stream), 'clusters: 1 points in 0.5 groups'],
  ['no group', () => clusters([[0]], 0, stream), 'clusters: 1 points in 0 groups'],
  ['scores of no states', () => scoreUnits([], []), 'scoreUnits: 0 states and 0 labels'],
  ['a label too few', () => scoreUnits([[0], [1]], [0]), 'scoreUnits: 2 states and 1 labels'],
  ['the best of no units', () => bestUnit([[]], [0]), 'bestUnit: the states have no units'],
  [
    'a probe of nothing',
    () => fitLinearProbe([], []),
    'fitLinearProbe: 0 states and 0 targets; expected as many',
  ],
  [
    'a function that a program does not use',
    () => withFunctions(rnn, { tahn: 'relu' }),
    'rnn does not use «tahn»; it uses «apply», «sum», «tanh»; did you mean «tanh»?',
  ],
  [
    'a function of the wrong kind',
    () => withFunctions(rnn, { tanh: 'dot' }),
    'rnn: «dot» takes other arguments than «tanh»',
  ],
  [
    'a function that does not exist, unlike any',
    () => withFunctions(rnn, { cosine: 'tanh' }),
    'rnn does not use «cosine»; it uses «apply», «sum», «tanh»',
  ],
  [
    'a cell and a head with one loss',
    () => join(neuronLamp, sigmoidHead),
    'neuron-lamp and sigmoid both define «y», «L»; rename it in one of them',
  ],
  [
    'a reader of nothing',
    () => encode({ cell: rnn, sizes: { H: 1, E: 1 }, readsBackwards: false, params: {} }, []),
    'rnn-encoder: nothing to read; give a word or more',
  ],
  [
    'a cell that Keras does not have',
    () => fromKerasWeights(janet, { 'a/kernel': [[1]], 'a/recurrent_kernel': [[1]] }),
    'Keras has no «janet» here; there are «rnn», «lstm»',
  ],
  [
    'a kernel without rows',
    () => fromKerasWeights(lstm, { 'a/kernel': [1], 'a/recurrent_kernel': [[1]] }),
    '«a/kernel» is a list of numbers; expected a list of rows',
  ],
  [
    'a model without a recurrent layer',
    () => fromKerasWeights(lstm, { 'dense/kernel': [[1]] }),
    'lstm: no recurrent layer among «dense/kernel»; say which as the path',
  ],
  [
    'a model with two recurrent layers',
    () => fromKerasWeights(lstm, { 'a/recurrent_kernel': [[1]], 'b/recurrent_kernel': [[1]] }),
    'lstm: recurrent layers «a», «b» among «a/recurrent_kernel», «b/recurrent_kernel»',
  ],
  [
    'a place that holds nothing',
    () => fromStateDict(gru, { weight_ih_l0: [[1]] }, 'encoder.'),
    'gru: nothing under «encoder.»; there are «weight_ih_l0»',
  ],
  [
    'a layer without its first matrix',
    () => fromStateDict(gru, { weight_hh_l0: [[1]] }),
    'gru: «weight_ih_l0» is missing',
  ],
  [
    'names that mean nothing',
    () => fromStateDict(gru, { q: [1] }),
    'gru: no «weight_ih_l0» among «q»',
  ],
  [
    'the losses of a program without one',
    () => lossesOf({ trace: bare } as unknown as Parameters<typeof lossesOf>[0]),
    'neuron has no loss; join it with a head',
  ],
  [
    'an entrant that is not in the field',
    () => runHeat({ entrant: 'hare', gap: 2, seed: 1 }).next(),
    'no entrant «hare»; there are rnn, lstm-0, lstm-1, lstm-chrono, gru-0, gru-2',
  ],
  ['windows of no size', () => quoteWindows(0, { open: 0.1, close: 0.1 }).next(), 'size is 0'],
  [
    'windows of half a size',
    () => quoteWindows(1.5, { open: 0.1, close: 0.1 }).next(),
    'size is 1.5',
  ],
  [
    'windows without end',
    () => quoteWindows(17, { open: 0.1, close: 0.1 }).next(),
    'quoteWindows: size is 17; expected a whole number from 1 to 16',
  ],
  ['more letters than there are', () => reversalAlphabet(27), 'kinds is 27; expected at most 26'],
  ['a strange symbol', () => tokenOf(['a', 'b'], 'q'), '«q» is not in the alphabet; it has a, b'],
  ['a choice of nothing', () => pick([], stream), 'nothing to pick from; expected one item'],
];
