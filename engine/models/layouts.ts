import type { Layout } from '../machine/layout.ts';
import { unpack, type Blocks } from './pytorch.ts';

/** Rows of blocks in this order; `bias` is the sum of two where the library has one. */
const blocks = (letters: readonly string[], names: readonly [string, string, string]): Blocks => ({
  [names[0]]: letters.map((letter) => `W_x${letter}`),
  [names[1]]: letters.map((letter) => `W_h${letter}`),
  [names[2]]: letters.map((letter) => `b_${letter}`),
});

const KERAS = ['kernel', 'recurrent_kernel', 'bias'] as const;

/**
 * How Keras stores cells, once its kernels are turned round: gates i, f, g, o and z, r, n; its z keeps the old
 * state. By the engine's name of the cell; `gru` is reset_after=True, with a second row of biases.
 */
export const keras: Readonly<Record<string, Blocks>> = {
  rnn: blocks(['h'], KERAS),
  lstm: blocks(['i', 'f', 'g', 'o'], KERAS),
  'gru-reset-before': blocks(['z', 'r', 'n'], KERAS),
  gru: { ...blocks(['z', 'r', 'n'], KERAS), recurrent_bias: ['b_z', 'b_r', 'b_hn'] },
};

const ONNX = ['W', 'R', 'Wb'] as const;

/**
 * How ONNX stores one direction of a cell, its B cut into Wb and Rb: gates i, o, f, g and z, r, n, peepholes
 * i, o, f; its z keeps the old state. `gru` is linear_before_reset=1.
 */
export const onnx: Readonly<Record<string, Blocks>> = {
  rnn: { ...blocks(['h'], ONNX), Rb: ['b_h'] },
  lstm: { ...blocks(['i', 'o', 'f', 'g'], ONNX), Rb: ['b_i', 'b_o', 'b_f', 'b_g'] },
  'lstm-peephole': {
    ...blocks(['i', 'o', 'f', 'g'], ONNX),
    Rb: ['b_i', 'b_o', 'b_f', 'b_g'],
    P: ['p_i', 'p_o', 'p_f'],
  },
  'gru-reset-before': { ...blocks(['z', 'r', 'n'], ONNX), Rb: ['b_z', 'b_r', 'b_n'] },
  gru: { ...blocks(['z', 'r', 'n'], ONNX), Rb: ['b_z', 'b_r', 'b_hn'] },
};

/** A matrix by rows. */
type Rows = readonly (readonly number[])[];

/** What Keras saves of one layer: kernels have a row per input; the bias of a GRU may have two rows. */
export interface KerasLayer {
  readonly kernel: Rows;
  readonly recurrentKernel: Rows;
  readonly bias?: readonly number[] | Rows;
}

/** Returns the engine's parameters of a layer that Keras saved. Errors: an unknown cell, those of `unpack`. */
export function fromKeras(
  cell: string,
  layout: Layout,
  layer: KerasLayer,
): Record<string, number[]> {
  const { kernel, recurrentKernel, bias = [] } = layer;
  const [first, second] = isRows(bias) ? bias : [bias, undefined];
  const stored: Record<string, readonly number[] | undefined> = {
    kernel: turned(kernel),
    recurrent_kernel: turned(recurrentKernel),
    bias: first === undefined || first.length === 0 ? undefined : first,
    recurrent_bias: second,
  };
  return unpack(layout, layoutOf(keras, cell, 'Keras'), (name) => stored[name]);
}

/** What an ONNX node holds for one direction: B is the two biases, one after the other. */
export interface OnnxNode {
  readonly W: Rows;
  readonly R: Rows;
  readonly B?: readonly number[];
  readonly P?: readonly number[];
}

/** Returns the engine's parameters of one direction of an ONNX node. Errors: those of `fromKeras`. */
export function fromOnnx(cell: string, layout: Layout, node: OnnxNode): Record<string, number[]> {
  const { W, R, B, P } = node;
  const half = (B?.length ?? 0) / 2;
  const stored: Record<string, readonly number[] | undefined> = {
    W: W.flat(),
    R: R.flat(),
    Wb: B?.slice(0, half),
    Rb: B?.slice(half),
    P,
  };
  return unpack(layout, layoutOf(onnx, cell, 'ONNX'), (name) => stored[name]);
}

/**
 * Returns the parameters of a GRU whose z means the opposite: because 1 − σ(a) = σ(−a), every number of
 * the gate changes its sign. Its own inverse.
 */
export const withOtherZ = (
  params: Readonly<Record<string, readonly number[]>>,
): Record<string, number[]> =>
  Object.fromEntries(
    Object.entries(params).map(([name, numbers]) => [
      name,
      numbers.map((value) => (['W_xz', 'W_hz', 'b_z'].includes(name) ? -value : value)),
    ]),
  );

function layoutOf(table: Readonly<Record<string, Blocks>>, cell: string, library: string): Blocks {
  const found = table[cell];
  if (found === undefined)
    throw new Error(
      `${library} has no cell «${cell}» here; there are ${Object.keys(table).join(', ')}`,
    );
  return found;
}

const isRows = (bias: readonly number[] | Rows): bias is Rows => Array.isArray(bias[0]);

/** The transpose, row by row. */
const turned = (matrix: Rows): number[] =>
  matrix[0]!.flatMap((_, j) => matrix.map((row) => row[j]!));
