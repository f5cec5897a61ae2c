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
  tex: ({ inputs }) => `\\operatorname{BCE}(\\sigma(${inputs[0]}), ${inputs[1]})`,
  adjointTex: ({ inputs, D }, which) =>
    which === 0 ? `${D}\\,(\\sigma(${inputs[0]}) - ${inputs[1]})` : `-${D}\\,${inputs[0]}`,
  written: {
    run: (algebra, { inputs: [o = [], d = []] }) => [
      o.reduce(
        (total, logit, i) =>
          algebra.add(
            total,
            algebra.subtract(algebra.value('softplus', logit), algebra.multiply(d[i]!, logit)),
          ),
        algebra.constant(0),
      ),
    ],
    pullback: (algebra, { inputs: [o = [], d = []], D: [gradient] }, which) =>
      o.map((logit, i) =>
        algebra.multiply(
          gradient!,
          which === 0
            ? algebra.subtract(algebra.value('sigmoid', logit), d[i]!)
            : algebra.multiply(algebra.constant(-1), logit),
        ),
      ),
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
  tex: ({ inputs }) => `-{${inputs[1]}}^{\\top} \\log \\operatorname{softmax}(${inputs[0]})`,
  adjointTex: ({ inputs, D }, which) =>
    which === 0
      ? `${D}\\,(\\operatorname{softmax}(${inputs[0]}) - ${inputs[1]})`
      : `-${D}\\,\\log \\operatorname{softmax}(${inputs[0]})`,
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
  tex: ({ inputs }) =>
    `\\operatorname{KL}(${inputs[1]} \\,\\|\\, \\operatorname{softmax}(${inputs[0]}))`,
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
  tex: ({ inputs }) => `\\tfrac{1}{2}\\lVert ${inputs[0]} - ${inputs[1]} \\rVert^{2}`,
  adjointTex: ({ inputs, D }, which) =>
    `${which === 0 ? '' : '-'}${D}\\,(${inputs[0]} - ${inputs[1]})`,
  written: {
    run: (algebra, { inputs: [y = [], d = []] }) => {
      const errors = y.map((value, i) => algebra.subtract(value, d[i]!));
      const total = errors.reduce(
        (sum, error) => algebra.add(sum, algebra.multiply(error, error)),
        algebra.constant(0),
      );
      return [algebra.multiply(algebra.constant(0.5), total)];
    },
    pullback: (algebra, { inputs: [y = [], d = []], D: [gradient] }, which) =>
      y.map((value, i) =>
        algebra.multiply(
          algebra.multiply(algebra.constant(which === 0 ? 1 : -1), gradient!),
          algebra.subtract(value, d[i]!),
        ),
      ),
  },
};

export const losses: readonly Op[] = [bce, crossEntropy, klDivergence, squaredError];
