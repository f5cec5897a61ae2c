import { describe, expect, test } from 'vitest';
import {
  compile,
  gru,
  janet,
  lstm,
  lstmProjected,
  play,
  rnn,
  type Program,
} from '#engine/index.ts';
import { fromKerasDense, fromKerasWeights } from '#engine/models/keras-weights.ts';
import { fromStateDict, toStateDict, type StateDict } from '#engine/models/state-dict.ts';
import { randomSetting } from '../laws/random-setting.ts';

const [D, H, T] = [2, 3, 4];
const rowsOf = (numbers: readonly number[], columns: number): number[][] =>
  Array.from({ length: numbers.length / columns }, (_, i) =>
    numbers.slice(i * columns, (i + 1) * columns),
  );

/** A cell with random weights, and the same weights as PyTorch lists them. */
function exported(cell: Program, prefix = '') {
  const isProjected = cell === lstmProjected;
  const machine = compile(cell, { D, H, ...(isProjected ? { C: 4 } : {}) });
  const setting = randomSetting(machine, T, 1);
  const params = setting.params as Record<string, number[]>;
  const widths: Readonly<Record<string, number>> = {
    weight_ih_l0: D,
    weight_hh_l0: H,
    weight_hr_l0: 4,
  };
  const dict = Object.fromEntries(
    Object.entries(toStateDict(cell, params)).map(([name, numbers]) => {
      const width = widths[name];
      return [prefix + name, width === undefined ? numbers : rowsOf(numbers, width)];
    }),
  );
  return { machine, setting, dict };
}

describe('fromStateDict', () => {
  test.each([rnn, lstm, gru, lstmProjected] as Program[])(
    '$name: what toStateDict wrote is read back and runs alike',
    (cell) => {
      const { machine, setting, dict } = exported(cell, 'encoder.rnn.');
      const { sizes, layers, others } = fromStateDict(cell, { ...dict, 'fc.weight': [[1, 2, 3]] });
      const params = layers[0]?.[0] ?? {};
      expect(sizes).toEqual(machine.layout.sizes);
      expect(others).toEqual(['fc.weight']);
      const again = play(machine, { ...setting, params });
      expect([...again.values]).toEqual([...play(machine, setting).values]);
    },
  );

  test('two layers and two directions are told apart', () => {
    const { dict } = exported(rnn);
    const named = (key: string): StateDict =>
      Object.fromEntries(
        Object.entries(dict).map(([name, numbers]) => [name.replace('l0', key), numbers]),
      );
    const { layers } = fromStateDict(rnn, {
      ...dict,
      ...named('l0_reverse'),
      ...named('l1'),
      ...named('l1_reverse'),
    });
    expect(layers.map((layer) => layer.length)).toEqual([2, 2]);
    // each layer and each direction has its own numbers
    const twice = (tensor: unknown): unknown =>
      Array.isArray(tensor) ? tensor.map(twice) : 2 * (tensor as number);
    const reverse = Object.entries(dict).map(
      ([name, numbers]) => [name.replace('l0', 'l0_reverse'), twice(numbers)] as const,
    );
    const first = fromStateDict(rnn, { ...dict, ...(Object.fromEntries(reverse) as typeof dict) })
      .layers[0]!;
    expect(first[1]!['W_xh']).toEqual(first[0]!['W_xh']!.map((value) => 2 * value));
  });

  test('the weights of a GRU are no LSTM, and the message says so', () => {
    const { dict } = exported(gru);
    expect(() => fromStateDict(lstm, dict)).toThrow(
      'lstm: «weight_hh_l0» is 9 × 3 and weight_ih is 9 × 2; expected 4 blocks of 3 rows; is it another cell?',
    );
  });

  test('a missing tensor, several places, no layer and an unknown cell are told', () => {
    const { dict } = exported(rnn, 'a.');
    const without = Object.fromEntries(
      Object.entries(dict).filter(([name]) => name !== 'a.weight_hh_l0'),
    );
    expect(() => fromStateDict(rnn, without)).toThrow('rnn: «a.weight_hh_l0» is missing');
    expect(() => fromStateDict(rnn, { ...dict, ...exported(rnn, 'b.').dict })).toThrow(
      'recurrent layers sit at «a.», «b.»; say which as the prefix',
    );
    expect(() => fromStateDict(rnn, { weigth_ih_l0: [[1]] })).toThrow('is it «weigth_ih_l0»?');
    expect(() => fromStateDict(rnn, { other: [[1]] })).toThrow(
      /^rnn: no «weight_ih_l0» among «other»$/,
    );
    const tall = {
      ...dict,
      'a.weight_hh_l0': Array.from({ length: 2 * H }, () => Array<number>(H).fill(0)),
    };
    expect(() => fromStateDict(rnn, tall)).toThrow(
      `rnn: «a.weight_hh_l0» is ${2 * H} × ${H} and weight_ih is ${H} × ${D}; expected 1 blocks of ${H} rows`,
    );
    expect(() => fromStateDict(janet, dict)).toThrow('PyTorch has no «janet»; it has «rnn»');
  });
});

describe('fromKerasWeights', () => {
  const weights = {
    'lstm/lstm_cell/kernel:0': rowsOf(
      Array.from({ length: D * 4 * H }, (_, n) => n / 100),
      4 * H,
    ),
    'lstm/lstm_cell/recurrent_kernel:0': rowsOf(
      Array.from({ length: H * 4 * H }, (_, n) => -n / 100),
      4 * H,
    ),
    'lstm/lstm_cell/bias:0': Array.from({ length: 4 * H }, (_, n) => n),
    'dense/kernel:0': [
      [1, 4],
      [2, 5],
      [3, 6],
    ],
    'dense/bias:0': [7, 8],
  };

  test('a layer is found by its only path, its kernels turned round', () => {
    const { sizes, params } = fromKerasWeights(lstm, weights);
    expect(sizes).toEqual({ D, H });
    // the first gate is i: its rows are the first H columns of the kernel
    expect(params['W_xi']).toEqual([0, 0.12, 0.01, 0.13, 0.02, 0.14]);
    expect(params['b_f']).toEqual([3, 4, 5]);
  });

  test('a dense layer is the readout', () => {
    expect(fromKerasDense(weights, 'dense')).toEqual({
      W_hy: [
        [1, 2, 3],
        [4, 5, 6],
      ],
      b_y: [7, 8],
    });
  });

  test('another cell and a wrong path are told', () => {
    const narrow = rowsOf(
      Array.from({ length: H * 3 * H }, () => 0),
      3 * H,
    );
    expect(() =>
      fromKerasWeights(lstm, { ...weights, 'lstm/lstm_cell/recurrent_kernel:0': narrow }),
    ).toThrow(
      `lstm: «lstm/lstm_cell/recurrent_kernel» is ${H} × ${3 * H}; expected ${H} × ${4 * H}, 4 blocks`,
    );
    expect(() => fromKerasWeights(gru, weights)).toThrow(
      'gru: «lstm/lstm_cell/recurrent_kernel» is 3 × 12; expected 3 × 9, 3 blocks; is it another cell?',
    );
    expect(() => fromKerasWeights(lstm, weights, 'gru')).toThrow(
      '«gru/kernel» is missing; there are «lstm/',
    );
  });
});
