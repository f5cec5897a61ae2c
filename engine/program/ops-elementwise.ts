import { activationsOver } from '../kernels/activations.ts';
import { sigmoid as logistic, tanh as hyperbolicTangent } from '../math/index.ts';
import { elementwiseOp } from './elementwise.ts';
import type { Op } from './op.ts';

// the two that most cells use are the kernels' and have loops of their own for the way back
export const tanh: Op = {
  ...elementwiseOp({
    name: 'tanh',
    value: hyperbolicTangent,
    slope: (y) => 1 - y * y,
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

export const sigmoid: Op = {
  ...elementwiseOp({
    name: 'sigmoid',
    value: logistic,
    slope: (y) => y * (1 - y),
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

export const identity = elementwiseOp({
  name: 'identity',
  value: (x) => x,
  slope: () => 1,
});

export const elementwise: readonly Op[] = [tanh, sigmoid, identity];
