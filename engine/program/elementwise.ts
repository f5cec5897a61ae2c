import type { Op } from './op.ts';

/** What an elementwise function needs: its value, and its slope in terms of value and argument. */
export interface Elementwise {
  readonly name: string;
  value(x: number): number;
  slope(y: number, x: number): number;
}

/** Returns the operation that applies a function to every element. */
export function elementwiseOp({ name, value, slope }: Elementwise): Op {
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
    elementwise: { value, slope },
  };
}
