import { erfc, exp, expm1, log, sigmoid, softplus as logOnePlusExp } from '../math/index.ts';
import { elementwiseOp, named } from './elementwise.ts';
import type { Op } from './op.ts';

const ROOT_HALF = 0.7071067811865476;
const INVERSE_ROOT_TWO_PI = 0.3989422804014327;

/** What losses are written with, number by number. */
export const softplus = elementwiseOp({
  name: 'softplus',
  tex: named('softplus'),
  value: logOnePlusExp,
  slope: (_, x) => sigmoid(x),
  slopeTex: (_, x) => `\\sigma(${x})`,
});

export const logSigmoid = elementwiseOp({
  name: 'log_sigmoid',
  tex: (x) => `\\log \\sigma(${x})`,
  value: (x) => -logOnePlusExp(-x),
  slope: (_, x) => sigmoid(-x),
  slopeTex: (_, x) => `\\sigma(-${x})`,
});

/** x σ(x), also called swish. */
const silu = elementwiseOp({
  name: 'silu',
  tex: named('SiLU'),
  value: (x) => x * sigmoid(x),
  slope: (y, x) => sigmoid(x) + y * sigmoid(-x),
  slopeTex: (y, x) => `(\\sigma(${x}) + ${y} \\odot \\sigma(-${x}))`,
});

const softsign = elementwiseOp({
  name: 'softsign',
  tex: named('softsign'),
  value: (x) => x / (1 + Math.abs(x)),
  slope: (_, x) => 1 / ((1 + Math.abs(x)) * (1 + Math.abs(x))),
  slopeTex: (_, x) => `(1 + |${x}|)^{-2}`,
});

const elu = elementwiseOp({
  name: 'elu',
  tex: named('ELU'),
  value: (x) => (x > 0 ? x : expm1(x)),
  slope: (_, x) => (x > 0 ? 1 : exp(x)),
  slopeTex: (_, x) => `\\min(1, e^{${x}})`,
});

/** x Φ(x), with the exact distribution function Φ of the normal distribution. */
const gelu = elementwiseOp({
  name: 'gelu',
  tex: named('GELU'),
  value: (x) => x * normalShareBelow(x),
  slope: (_, x) => normalShareBelow(x) + x * INVERSE_ROOT_TWO_PI * exp(-0.5 * x * x),
  slopeTex: (_, x) => `(\\Phi(${x}) + ${x} \\odot \\varphi(${x}))`,
});

const normalShareBelow = (x: number): number => 0.5 * erfc(-x * ROOT_HALF);

const logarithm = elementwiseOp({
  name: 'log',
  tex: (x) => `\\log(${x})`,
  value: log,
  slope: (_, x) => 1 / x,
  slopeTex: (_, x) => `{(${x})}^{-1}`,
});

/** What divides: a time constant τ enters as the rate 1/τ. */
export const reciprocal = elementwiseOp({
  name: 'reciprocal',
  tex: (x) => `{(${x})}^{-1}`,
  value: (x) => 1 / x,
  slope: (y) => -y * y,
  slopeTex: (y) => `(-{(${y})}^{2})`,
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
