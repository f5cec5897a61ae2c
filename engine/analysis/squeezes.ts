import { log } from '../math/log.ts';
import { sigmoid as logistic, tanh as hyperbolicTangent } from '../math/activations.ts';
import { identity, sigmoid, tanh } from '../program/ops-elementwise.ts';
import { relu } from '../program/ops-pieces.ts';
import type { Op } from '../program/op.ts';

/** A place of a squeeze: the sum that goes in, and what comes out. */
export interface SqueezePlace {
  readonly sum: number;
  readonly result: number;
}

/** What a neuron does with its sum, and what has to be known of it to find where it comes to rest. */
export interface Squeeze {
  /** The same in equations. */
  readonly op: Op;
  readonly at: (sum: number) => number;
  /** The slope at a place; at a kink that of its steeper side. */
  readonly slope: (place: SqueezePlace) => number;
  /** Whether it is curved where it is not flat. */
  readonly bends: boolean;
  /** The largest slope of all. */
  readonly steepest: number;
  /** What comes out lies between these. */
  readonly low: number;
  readonly high: number;
  /** Where the slope passes `slope` on its way, ascending: between two such places it stays on one side. */
  readonly turns: (slope: number) => readonly SqueezePlace[];
}

const tanhSqueeze: Squeeze = {
  op: tanh,
  at: hyperbolicTangent,
  slope: ({ result }) => 1 - result * result,
  bends: true,
  steepest: 1,
  low: -1,
  high: 1,
  turns: (slope) => {
    if (!(slope > 0 && slope < 1)) return [];
    const result = Math.sqrt(1 - slope);
    const sum = 0.5 * log((1 + result) / (1 - result));
    return [
      { sum: -sum, result: -result },
      { sum, result },
    ];
  },
};

const logisticSqueeze: Squeeze = {
  op: sigmoid,
  at: logistic,
  slope: ({ result }) => result * (1 - result),
  bends: true,
  steepest: 0.25,
  low: 0,
  high: 1,
  turns: (slope) => {
    if (!(slope > 0 && slope < 0.25)) return [];
    const off = Math.sqrt(1 - 4 * slope);
    const sum = log((1 + off) / (1 - off));
    return [
      { sum: -sum, result: (1 - off) / 2 },
      { sum, result: (1 + off) / 2 },
    ];
  },
};

const rectifierSqueeze: Squeeze = {
  op: relu,
  at: (sum) => (sum > 0 ? sum : 0),
  slope: ({ sum }) => (sum >= 0 ? 1 : 0),
  bends: false,
  steepest: 1,
  low: 0,
  high: Infinity,
  turns: () => [{ sum: 0, result: 0 }],
};

const identitySqueeze: Squeeze = {
  op: identity,
  at: (sum) => sum,
  slope: () => 1,
  bends: false,
  steepest: 1,
  low: -Infinity,
  high: Infinity,
  turns: () => [],
};

/** The squeezes of the latch bench. */
export const squeezes = {
  tanh: tanhSqueeze,
  logistic: logisticSqueeze,
  rectifier: rectifierSqueeze,
  none: identitySqueeze,
} as const satisfies Record<string, Squeeze>;

export type SqueezeName = keyof typeof squeezes;
