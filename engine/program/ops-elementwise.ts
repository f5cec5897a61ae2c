import { activationsOver } from '../kernels/activations.ts';
import { sigmoid as logistic, tanh as hyperbolicTangent } from '../math/index.ts';
import { elementwiseOp, named } from './elementwise.ts';
import type { Op } from './op.ts';

// the two that most cells use are the kernels' and have loops of their own for the way back
const tanh: Op = {
  ...elementwiseOp({
    name: 'tanh',
    tex: (x) => `\\tanh(${x})`,
    value: hyperbolicTangent,
    slope: (y) => 1 - y * y,
    slopeTex: (y) => `(1 - {${y}}^{2})`,
  }),
  run: (values, { out, inputs, rows }) => activationsOver(values).tanh(out, inputs[0]!, rows, 1, 0),
  many: {
    run: (kernel, { out, inputs, rows }, frames, stride) =>
      kernel.tanh(out, inputs[0]!, rows, frames, stride),
  },
  pullback(values, grads, { out, inputs, rows }) {
    const into = inputs[0]!;
    for (let i = 0; i < rows; i++) {
      const y = values[out + i]!;
      grads[into + i]! += grads[out + i]! * (1 - y * y);
    }
  },
};

const sigmoid: Op = {
  ...elementwiseOp({
    name: 'sigmoid',
    tex: (x) => `\\sigma(${x})`,
    value: logistic,
    slope: (y) => y * (1 - y),
    slopeTex: (y) => `${y}\\,(1 - ${y})`,
  }),
  run: (values, { out, inputs, rows }) =>
    activationsOver(values).sigmoid(out, inputs[0]!, rows, 1, 0),
  many: {
    run: (kernel, { out, inputs, rows }, frames, stride) =>
      kernel.sigmoid(out, inputs[0]!, rows, frames, stride),
  },
  pullback(values, grads, { out, inputs, rows }) {
    const into = inputs[0]!;
    for (let i = 0; i < rows; i++) {
      const y = values[out + i]!;
      grads[into + i]! += grads[out + i]! * (y * (1 - y));
    }
  },
};

/** The slope at 0 is 0, as in PyTorch. */
const relu = elementwiseOp({
  name: 'relu',
  tex: named('ReLU'),
  value: (x) => (x > 0 ? x : 0),
  slope: (_, x) => (x > 0 ? 1 : 0),
  slopeTex: (_, x) => `[${x} > 0]`,
});

/** The straight line that early programs used for σ: 0 below −2.5, 1 above 2.5. */
const hardSigmoid = elementwiseOp({
  name: 'hard_sigmoid',
  tex: (x) => `\\operatorname{hard}\\,\\sigma(${x})`,
  value: (x) => Math.max(0, Math.min(1, 0.2 * x + 0.5)),
  slope: (y) => (y > 0 && y < 1 ? 0.2 : 0),
  slopeTex: (y) => `0.2\\,[0 < ${y} < 1]`,
});

const hardTanh = elementwiseOp({
  name: 'hard_tanh',
  tex: named('hard\\,tanh'),
  value: (x) => Math.max(-1, Math.min(1, x)),
  slope: (y) => (y > -1 && y < 1 ? 1 : 0),
  slopeTex: (y) => `[-1 < ${y} < 1]`,
});

const identity = elementwiseOp({
  name: 'identity',
  tex: (x) => x,
  value: (x) => x,
  slope: () => 1,
  slopeTex: () => '1',
});

/** What divides: a time constant τ enters as the rate 1/τ. */
const reciprocal = elementwiseOp({
  name: 'reciprocal',
  tex: (x) => `{(${x})}^{-1}`,
  value: (x) => 1 / x,
  slope: (y) => -y * y,
  slopeTex: (y) => `(-{(${y})}^{2})`,
});

export const elementwise: readonly Op[] = [
  tanh,
  sigmoid,
  relu,
  hardSigmoid,
  hardTanh,
  identity,
  reciprocal,
];
