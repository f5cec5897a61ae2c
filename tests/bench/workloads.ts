import { rng } from '#engine/math/index.ts';

/** The cells that are measured. */
export type CellName = 'rnn' | 'lstm' | 'gru';

/** One thing to do, for the engine and for its peers. */
export interface Workload {
  readonly name: string;
  readonly cell: CellName;
  /** Inputs. */
  readonly D: number;
  readonly H: number;
  /** Classes; 0 for a cell without readout and loss. */
  readonly K: number;
  readonly T: number;
  readonly batch: number;
  /** One-hot inputs, as letters are; else dense ones. */
  readonly isOneHot: boolean;
}

const letters = { D: 65, H: 128, K: 65, T: 50, batch: 1, isOneHot: true };

/** Forward and backward with the gradients of all parameters, softmax cross-entropy at each step. */
export const training: readonly Workload[] = [
  { ...letters, name: 'rnn training', cell: 'rnn' },
  { ...letters, name: 'LSTM training', cell: 'lstm' },
  { ...letters, name: 'GRU training', cell: 'gru' },
  { ...letters, name: 'rnn training, batch 16', cell: 'rnn', batch: 16 },
  { ...letters, name: 'LSTM training, batch 16', cell: 'lstm', batch: 16 },
  { ...letters, name: 'GRU training, batch 16', cell: 'gru', batch: 16 },
];

/** Forward alone, with a dense input and no readout. */
export const forwardAlone: Workload = {
  name: 'LSTM 256 forward',
  cell: 'lstm',
  D: 65,
  H: 256,
  K: 0,
  T: 100,
  batch: 1,
  isOneHot: false,
};

/** Number of blocks of H rows in the stacked matrices: gates and candidate. */
export const GATES: Readonly<Record<CellName, readonly string[]>> = {
  rnn: ['h'],
  lstm: ['i', 'f', 'g', 'o'],
  gru: ['r', 'z', 'n'],
};

/** Seeded numbers of a workload: parameters by the engine's names, one sequence per example. */
export interface Numbers {
  readonly params: Readonly<Record<string, Float64Array>>;
  /** Per example: T rows of D numbers. */
  readonly inputs: readonly Float64Array[];
  /** Per example: the input's place of each step; only for one-hot inputs. */
  readonly letters: readonly Int32Array[];
  /** Per example: the class of each step. */
  readonly classes: readonly Int32Array[];
}

/** Draws the numbers of a workload; equal for all who take part. */
export function numbersOf({ cell, D, H, K, T, batch, isOneHot }: Workload): Numbers {
  const random = rng(7).stream(cell);
  const draw = (length: number): Float64Array =>
    Float64Array.from({ length }, () => 0.1 * (2 * random.uniform() - 1));
  const params: Record<string, Float64Array> = {};
  for (const gate of GATES[cell]) {
    params[`W_x${gate}`] = draw(H * D);
    params[`W_h${gate}`] = draw(H * H);
    params[`b_${gate}`] = draw(H);
  }
  if (cell === 'gru') params['b_hn'] = draw(H);
  if (K > 0) Object.assign(params, { W_hy: draw(K * H), b_y: draw(K) });
  const draws = (below: number): Int32Array[] =>
    Array.from({ length: batch }, () =>
      Int32Array.from({ length: T }, () => random.integer(0, below - 1)),
    );
  const letters = isOneHot ? draws(D) : [];
  const inputs = isOneHot
    ? letters.map((row) => oneHot(row, D))
    : Array.from({ length: batch }, () => draw(T * D));
  return { params, inputs, letters, classes: K > 0 ? draws(K) : [] };
}

/** Rows of zeros with a single 1. */
export function oneHot(places: Int32Array, width: number): Float64Array {
  const rows = new Float64Array(places.length * width);
  places.forEach((place, t) => (rows[t * width + place] = 1));
  return rows;
}
