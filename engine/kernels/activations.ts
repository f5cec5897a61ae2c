import { sigmoid as logistic, tanh as hyperbolicTangent } from '../math/activations.ts';
import type { Kernel } from './kernel.ts';

/** The activations over an array; each has a loop of its own, in which nothing is called by reference. */
export const activationsOver = (values: Float64Array): Pick<Kernel, 'sigmoid' | 'tanh'> => ({
  sigmoid(out, vector, rows, frames, stride) {
    for (let shift = 0; frames-- > 0; shift += stride)
      for (let i = shift; i < shift + rows; i++) values[out + i] = logistic(values[vector + i]!);
  },
  tanh(out, vector, rows, frames, stride) {
    for (let shift = 0; frames-- > 0; shift += stride)
      for (let i = shift; i < shift + rows; i++)
        values[out + i] = hyperbolicTangent(values[vector + i]!);
  },
});
