import { describe, expect, test } from 'vitest';
import {
  compile,
  gru,
  gruResetBefore,
  gruWriting,
  lstm,
  lstmPeephole,
  play,
  rnn,
  type Machine,
  type Program,
} from '#engine/index.ts';
import { rng } from '#engine/math/index.ts';
import { fromKeras, fromOnnx, withOtherZ } from '#engine/models/layouts.ts';

const [D, H] = [2, 3];
const random = rng(4).stream('weights');
const vector = (length: number): number[] => Array.from({ length }, () => random.normal());
const matrix = (rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, () => vector(columns));
const x = matrix(5, D);

const lastState = (machine: Machine, params: Record<string, number[]>): number[] => [
  ...play(machine, { params, inputs: x }).value('h', x.length),
];

const sigmoid = (a: number): number => 1 / (1 + Math.exp(-a));

describe('fromKeras', () => {
  test('puts kernels with a row per input, gates i, f, c, o, where the first step uses them', () => {
    const layer = {
      kernel: matrix(D, 4 * H),
      recurrentKernel: matrix(H, 4 * H),
      bias: vector(4 * H),
    };
    const machine = compile(lstm, { D, H });
    const params = fromKeras('lstm', machine.layout, layer);
    const { value } = firstStep(machine, params);
    // Keras: z = x · kernel + bias, cut into i, f, c, o; h_0 = c_0 = 0
    const z = layer.bias.map(
      (b, k) => b + x[0]!.reduce((sum, x_j, j) => sum + x_j * layer.kernel[j]![k]!, 0),
    );
    for (let k = 0; k < H; k++) {
      const c = sigmoid(z[k]!) * Math.tanh(z[2 * H + k]!);
      expect(value('c')[k]).toBeCloseTo(c, 14);
      expect(value('h')[k]).toBeCloseTo(sigmoid(z[3 * H + k]!) * Math.tanh(c), 14);
    }
  });

  test('takes both rows of biases of a gru that resets afterwards, z first', () => {
    const bias = matrix(2, 3 * H);
    const layer = { kernel: matrix(D, 3 * H), recurrentKernel: matrix(H, 3 * H), bias };
    const machine = compile(gru, { D, H });
    const { value } = firstStep(machine, fromKeras('gru', machine.layout, layer));
    const a = bias[0]!.map(
      (b, k) => b + x[0]!.reduce((sum, x_j, j) => sum + x_j * layer.kernel[j]![k]!, 0),
    );
    for (let k = 0; k < H; k++) {
      const z = sigmoid(a[k]! + bias[1]![k]!);
      const r = sigmoid(a[H + k]! + bias[1]![H + k]!);
      const n = Math.tanh(a[2 * H + k]! + r * bias[1]![2 * H + k]!);
      expect(value('h')[k]).toBeCloseTo((1 - z) * n, 14);
    }
  });

  test('reads a layer without bias as one with zeros, and names what is missing', () => {
    const machine = compile(rnn, { D, H });
    const layer = { kernel: matrix(D, H), recurrentKernel: matrix(H, H) };
    expect(fromKeras('rnn', machine.layout, layer)['b_h']).toEqual([0, 0, 0]);
    expect(() => fromKeras('lstm', compile(lstm, { D, H }).layout, layer)).toThrow('expected 24');
    expect(() => fromKeras('ugrnn', machine.layout, layer)).toThrow('no cell «ugrnn»');
  });
});

describe('fromOnnx', () => {
  /** Gates of an ONNX node, in ONNX's order. */
  const ORDERS: readonly [Program, string[], string[]][] = [
    [rnn, ['h'], []],
    [lstm, ['i', 'o', 'f', 'g'], []],
    [lstmPeephole, ['i', 'o', 'f', 'g'], ['i', 'o', 'f']],
    [gruResetBefore, ['z', 'r', 'n'], []],
  ];
  test.each(ORDERS)('gives every block of $name to its gate', (program, letters, peepholes) => {
    const machine = compile(program, { D, H });
    const G = letters.length;
    const [W, R, B] = [matrix(G * H, D), matrix(G * H, H), vector(2 * G * H)];
    const P = vector(peepholes.length * H);
    const node = peepholes.length === 0 ? { W, R, B } : { W, R, B, P };
    const params = fromOnnx(program.name, machine.layout, node);
    letters.forEach((letter, g) => {
      const rows = <Part>(all: readonly Part[]): Part[] => all.slice(g * H, (g + 1) * H);
      expect(params[`W_x${letter}`]).toEqual(rows(W).flat());
      expect(params[`W_h${letter}`]).toEqual(rows(R).flat());
      const second = rows(B.slice(G * H));
      expect(params[`b_${letter}`]).toEqual(rows(B).map((b, i) => b + second[i]!));
    });
    peepholes.forEach((letter, g) =>
      expect(params[`p_${letter}`]).toEqual(P.slice(g * H, (g + 1) * H)),
    );
    expect(lastState(machine, params).every(Number.isFinite)).toBe(true);
  });

  test('keeps the second bias of a candidate that is reset afterwards apart', () => {
    const machine = compile(gru, { D, H });
    const B = vector(6 * H);
    const node = { W: matrix(3 * H, D), R: matrix(3 * H, H), B };
    const params = fromOnnx('gru', machine.layout, node);
    expect(params['b_n']).toEqual(B.slice(2 * H, 3 * H));
    expect(params['b_hn']).toEqual(B.slice(5 * H));
  });
});

describe('withOtherZ', () => {
  test('makes of a gru that keeps one that writes, with the same states', () => {
    const keeping = compile(gru, { D, H });
    const writing = compile(gruWriting, { D, H });
    const bias = matrix(2, 3 * H);
    const layer = { kernel: matrix(D, 3 * H), recurrentKernel: matrix(H, 3 * H), bias };
    const params = fromKeras('gru', keeping.layout, layer);
    const states = lastState(keeping, params);
    // σ(−a) and 1 − σ(a) differ in the last bit
    lastState(writing, withOtherZ(params)).forEach((h, i) => expect(h).toBeCloseTo(states[i]!, 13));
    expect(withOtherZ(withOtherZ(params))).toEqual(params);
  });
});

/** The values of the first step from zero states. */
function firstStep(
  machine: Machine,
  params: Record<string, number[]>,
): { value: (name: string) => Float64Array } {
  const trace = play(machine, { params, inputs: x });
  return { value: (name) => trace.value(name, 1) };
}
