import type { Program } from '../program/types.ts';
import { neuron } from './neuron.ts';
import { rnn, rnnLinear, rnnRelu, rnnSigmoid } from './rnn.ts';

/** Every cell of the book. A new one is a file of equations and a line here. */
export const cells: readonly Program[] = [neuron, rnn, rnnSigmoid, rnnRelu, rnnLinear];

export { neuron, rnn, rnnLinear, rnnRelu, rnnSigmoid };
