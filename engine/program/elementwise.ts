import type { Op } from './op.ts';

/** What an elementwise function needs: its value, and its slope in terms of value and argument. */
export interface Elementwise {
  readonly name: string;
  tex(x: string): string;
  value(x: number): number;
  slope(y: number, x: number): number;
  slopeTex(y: string, x: string): string;
}

/** Returns the operation that applies a function to every element. */
export function elementwiseOp({ name, tex, value, slope, slopeTex }: Elementwise): Op {
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
    tex: ({ inputs }) => tex(inputs[0]!),
    adjointTex: ({ out, inputs, D, scalar }) => {
      const factor = slopeTex(out, inputs[0]!);
      if (factor === '1') return D;
      return `${D}${scalar ? '\\,' : ' \\odot '}${factor}`;
    },
    elementwise: { value, slope },
    written: {
      run: (algebra, { inputs: [x = []] }) => x.map((one) => algebra.value(name, one)),
      pullback: (algebra, { inputs: [x = []], out, D }) =>
        x.map((one, i) => algebra.multiply(D[i]!, algebra.slope(name, out[i]!, one))),
    },
  };
}

/** Writes a function by its name in upright letters. */
export const named =
  (name: string): Elementwise['tex'] =>
  (x) =>
    `\\operatorname{${name}}(${x})`;
