import { describe, expect, test } from 'vitest';
import {
  compile,
  gru,
  janet,
  join,
  linearHead,
  lstm,
  neuron,
  neuronLamp,
  play,
  rnn,
  sigmoidHead,
} from '#engine/index.ts';
import { bestUnit, scoreUnits } from '#engine/analysis/best-unit.ts';
import { fitLinearProbe } from '#engine/analysis/linear-probe.ts';
import { clusters } from '#engine/math/clusters.ts';
import { rng } from '#engine/math/index.ts';
import { encode } from '#engine/models/encoder.ts';
import { fromKerasWeights } from '#engine/models/keras-weights.ts';
import { lossesOf } from '#engine/models/padded-batch.ts';
import { runHeat } from '#engine/models/race.ts';
import { fromStateDict } from '#engine/models/state-dict.ts';
import { define } from '#engine/program/define.ts';
import { relu } from '#engine/program/ops-pieces.ts';
import { opOf } from '#engine/program/ops.ts';
import { withFunctions } from '#engine/program/rename.ts';
import { bigNumbers } from '#engine/symbolic/arithmetic.ts';
import { playExact } from '#engine/symbolic/exact.ts';
import { quoteWindows } from '#engine/tasks/quote-windows.ts';
import { reversalAlphabet } from '#engine/tasks/reversal.ts';
import { pick, tokenOf } from '#engine/tasks/sequence.ts';

const stream = rng(1).stream('any');
const bare = play(compile(neuron), { params: { w: 1, u: 1, b: 0 }, inputs: [1] });

/** What was asked, and what the message holds: where, what was found, what was expected. */
const MISTAKES: readonly [what: string, ask: () => unknown, message: string][] = [
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
    () => withFunctions(rnn, { tahn: relu }),
    'rnn does not use «tahn»; it uses «apply», «sum», «tanh»; did you mean «tanh»?',
  ],
  [
    'a function of the wrong kind',
    () => withFunctions(rnn, { tanh: opOf('dot') }),
    'rnn: «dot» takes other arguments than «tanh»',
  ],
  [
    'a function that a program does not use, unlike any',
    () => withFunctions(rnn, { cosine: relu }),
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

describe('a wrong setting of a model or a task', () => {
  test.each(MISTAKES)('%s is told, with what was expected', (_, ask, message) => {
    expect(ask).toThrow(message);
  });

  test('heads of two fixed lengths for one quantity are told', () => {
    const reader = (size: number) =>
      define({ name: `reads-${size}`, source: [], sizes: { h: size }, equations: 'q[t] = W h[t]' });
    const cell = define({
      name: 'two',
      source: [],
      sizes: { x: 1, h: 2 },
      equations: 'h[t] = U x[t]',
    });
    expect(() => join(cell, reader(3))).toThrow('two has «h» of length 2, but reads-3 expects 3');
    expect(() => join(cell, reader(2))).not.toThrow();
  });

  test('a number that is not finite has no exact form, and neither has gelu', async () => {
    const exact = await bigNumbers();
    expect(() => exact.of(Infinity)).toThrow('found Infinity; expected a finite number');
    const program = define({ name: 'mine', source: [], equations: 'h[t] = gelu(W x[t])' });
    const machine = compile(program, { D: 1, H: 1 });
    expect(() => playExact(machine, { params: { W: 1 }, inputs: [1] }, exact)).toThrow(
      'mine: «gelu» has no exact form; use another function',
    );
  });

  test('a quantity that an exact run does not have is told', async () => {
    const machine = compile(join(rnn, linearHead), { D: 1, H: 1, K: 1 });
    const zero = { W_xh: 0, W_hh: 0, b_h: 0, W_hy: 0, b_y: 0 };
    const run = playExact(machine, { params: zero, inputs: [1], targets: [0] }, await bigNumbers());
    expect(() => run.value('h', 2)).toThrow('rnn-linear: «h» at t = 2 was not run');
  });
});
