import { sigmoid as logistic, tanh as hyperbolicTangent } from '../math/index.ts';
import { softmax } from './ops-softmax.ts';
import type { Op } from './op.ts';

/** What an elementwise function needs: its value, and its slope in terms of value and argument. */
interface Elementwise {
  readonly name: string;
  readonly tex: string;
  value(x: number): number;
  slope(y: number, x: number): number;
  slopeTex(y: string, x: string): string;
}

function elementwiseOp({ name, tex, value, slope, slopeTex }: Elementwise): Op {
  return {
    name,
    notation: 'call',
    arity: 1,
    shape: 'same',
    run(values, { out, inputs, rows }) {
      for (let i = 0; i < rows; i++) values[out + i] = value(values[inputs[0]! + i]!);
    },
    pullback(values, grads, { out, inputs, rows }) {
      for (let i = 0; i < rows; i++) {
        const gradient = grads[out + i]! * slope(values[out + i]!, values[inputs[0]! + i]!);
        grads[inputs[0]! + i]! += gradient;
      }
    },
    tex: ({ inputs }) => (name === 'identity' ? `${inputs[0]}` : `${tex}(${inputs[0]})`),
    adjointTex: ({ out, inputs, D, scalar }) => {
      if (name === 'identity') return D;
      return `${D}${scalar ? '\\,' : ' \\odot '}${slopeTex(out, inputs[0] ?? '')}`;
    },
  };
}

const tanh = elementwiseOp({
  name: 'tanh',
  tex: '\\tanh',
  value: hyperbolicTangent,
  slope: (y) => 1 - y * y,
  slopeTex: (y) => `(1 - {${y}}^{2})`,
});

const sigmoid = elementwiseOp({
  name: 'sigmoid',
  tex: '\\sigma',
  value: logistic,
  slope: (y) => y * (1 - y),
  slopeTex: (y) => `${y}\\,(1 - ${y})`,
});

/** The slope at 0 is 0, as in PyTorch. */
const relu = elementwiseOp({
  name: 'relu',
  tex: '\\operatorname{ReLU}',
  value: (x) => (x > 0 ? x : 0),
  slope: (_, x) => (x > 0 ? 1 : 0),
  slopeTex: (_, x) => `[${x} > 0]`,
});

const identity = elementwiseOp({
  name: 'identity',
  tex: '',
  value: (x) => x,
  slope: () => 1,
  slopeTex: () => '1',
});

export const elementwise: readonly Op[] = [tanh, sigmoid, relu, identity, softmax];
