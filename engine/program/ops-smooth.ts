import { erfc, exp, expm1, log, sigmoid, softplus as logOnePlusExp } from '../math/index.ts';
import { elementwiseOp } from './elementwise.ts';
import type { Op } from './op.ts';

const ROOT_HALF = 0.7071067811865476;
const INVERSE_ROOT_TWO_PI = 0.3989422804014327;

/** What losses are written with, number by number. */
export const softplus = elementwiseOp({
  name: 'softplus',
  value: logOnePlusExp,
  slope: (_, x) => sigmoid(x),
});

export const logSigmoid = elementwiseOp({
  name: 'log_sigmoid',
  value: (x) => -logOnePlusExp(-x),
  slope: (_, x) => sigmoid(-x),
});

/** x σ(x), also called swish. */
const silu = elementwiseOp({
  name: 'silu',
  value: (x) => x * sigmoid(x),
  slope: (y, x) => sigmoid(x) + y * sigmoid(-x),
});

const softsign = elementwiseOp({
  name: 'softsign',
  value: (x) => x / (1 + Math.abs(x)),
  slope: (_, x) => 1 / ((1 + Math.abs(x)) * (1 + Math.abs(x))),
});

const elu = elementwiseOp({
  name: 'elu',
  value: (x) => (x > 0 ? x : expm1(x)),
  slope: (_, x) => (x > 0 ? 1 : exp(x)),
});

/** x Φ(x), with the exact distribution function Φ of the normal distribution. */
const gelu = elementwiseOp({
  name: 'gelu',
  value: (x) => x * normalShareBelow(x),
  slope: (_, x) => normalShareBelow(x) + x * INVERSE_ROOT_TWO_PI * exp(-0.5 * x * x),
});

const normalShareBelow = (x: number): number => 0.5 * erfc(-x * ROOT_HALF);

const logarithm = elementwiseOp({
  name: 'log',
  value: log,
  slope: (_, x) => 1 / x,
});

/** What divides: a time constant τ enters as the rate 1/τ. */
export const reciprocal = elementwiseOp({
  name: 'reciprocal',
  value: (x) => 1 / x,
  slope: (y) => -y * y,
});

/** Functions that the book's plain cells do not use. */
export const smooth: readonly Op[] = [
  softplus,
  logSigmoid,
  silu,
  softsign,
  elu,
  gelu,
  logarithm,
  reciprocal,
];
