import { exp, log, sigmoid, softplus } from '../math/index.ts';
import type { Op } from './op.ts';
import { logSumExp } from './ops-softmax.ts';

/**
 * Binary cross-entropy of the target d and σ(o), from the logit o: Σ softplus(o) − d o.
 * From the logit, because log σ(o) has lost all digits where σ(o) rounds to 0 or 1.
 */
export const bce: Op = {
  name: 'bce',
  notation: 'call',
  arity: 2,
  shape: 'loss',
  run(values, { out, inputs, rows }) {
    let total = 0;
    for (let i = 0; i < rows; i++) {
      const o = values[inputs[0]! + i]!;
      total += softplus(o) - values[inputs[1]! + i]! * o;
    }
    values[out] = total;
  },
  pullback(values, grads, { out, inputs, rows }, which) {
    for (let i = 0; i < rows; i++) {
      const [o, d] = [values[inputs[0]! + i]!, values[inputs[1]! + i]!];
      grads[inputs[which]! + i]! += grads[out]! * (which === 0 ? sigmoid(o) - d : -o);
    }
  },
};

/** −Σ d_k log softmax(o)_k, for a target d that is a distribution over classes. */
export const crossEntropy: Op = {
  name: 'cross_entropy',
  notation: 'call',
  arity: 2,
  shape: 'loss',
  run(values, { out, inputs, rows }) {
    const logTotal = logSumExp(values, inputs[0]!, rows);
    let total = 0;
    for (let k = 0; k < rows; k++)
      total += values[inputs[1]! + k]! * (logTotal - values[inputs[0]! + k]!);
    values[out] = total;
  },
  pullback(values, grads, { out, inputs, rows }, which) {
    const logTotal = logSumExp(values, inputs[0]!, rows);
    let mass = 0;
    for (let k = 0; k < rows; k++) mass += values[inputs[1]! + k]!;
    for (let k = 0; k < rows; k++) {
      const logShare = values[inputs[0]! + k]! - logTotal;
      const slope = which === 0 ? mass * exp(logShare) - values[inputs[1]! + k]! : -logShare;
      grads[inputs[which]! + k]! += grads[out]! * slope;
    }
  },
};

/**
 * Σ d_k log(d_k / softmax(o)_k): the cross-entropy less what no answer can avoid, so that a
 * perfect answer costs 0. A class with d = 0 adds nothing. Source: yamashita2008.
 */
export const klDivergence: Op = {
  ...crossEntropy,
  name: 'kl_divergence',
  run(values, { out, inputs, rows }) {
    const logTotal = logSumExp(values, inputs[0]!, rows);
    let total = 0;
    for (let k = 0; k < rows; k++) {
      const d = values[inputs[1]! + k]!;
      if (d > 0) total += d * (log(d) + logTotal - values[inputs[0]! + k]!);
    }
    values[out] = total;
  },
  pullback(values, grads, at, which) {
    const { out, inputs, rows } = at;
    if (which === 0) return crossEntropy.pullback(values, grads, at, which);
    const logTotal = logSumExp(values, inputs[0]!, rows);
    for (let k = 0; k < rows; k++) {
      const logShare = values[inputs[0]! + k]! - logTotal;
      grads[inputs[1]! + k]! += grads[out]! * (log(values[inputs[1]! + k]!) + 1 - logShare);
    }
  },
};

/** ½ Σ (y − d)². */
export const squaredError: Op = {
  name: 'squared_error',
  notation: 'call',
  arity: 2,
  shape: 'loss',
  run(values, { out, inputs, rows }) {
    let total = 0;
    for (let i = 0; i < rows; i++) {
      const error = values[inputs[0]! + i]! - values[inputs[1]! + i]!;
      total += error * error;
    }
    values[out] = 0.5 * total;
  },
  pullback(values, grads, { out, inputs, rows }, which) {
    const sign = which === 0 ? 1 : -1;
    for (let i = 0; i < rows; i++) {
      const error = values[inputs[0]! + i]! - values[inputs[1]! + i]!;
      grads[inputs[which]! + i]! += sign * grads[out]! * error;
    }
  },
};

export const losses: readonly Op[] = [bce, crossEntropy, klDivergence, squaredError];
