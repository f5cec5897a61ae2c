import { javascript } from '#engine/kernels/javascript.ts';
import type { Product, Storage } from '#engine/kernels/kernel.ts';

/** The products of a kernel, by name. */
export type Name = 'product' | 'transposed' | 'outer';

export const NAMES: readonly Name[] = ['product', 'transposed', 'outer'];

/** Storage whose products are made as their definitions say, term after term, no term left out. */
export const byDefinition = (size: number): Storage => {
  const storage = javascript(size);
  const { values, grads, kernel } = storage;
  return { ...storage, kernel: { ...kernel, ...defined(values, grads) } };
};

function defined(values: Float64Array, grads: Float64Array): Record<Name, Product> {
  const each = (name: Name): Product =>
    function (out, matrix, vector, rows, columns, frames, stride) {
      for (let frame = 0; frame < frames; frame++, out += stride, vector += stride) {
        const at = (i: number, j: number): number => matrix + i * columns + j;
        if (name === 'product')
          for (let i = 0; i < rows; i++) {
            let sum = 0;
            for (let j = 0; j < columns; j++) sum += values[at(i, j)]! * values[vector + j]!;
            values[out + i] = sum;
          }
        if (name === 'transposed')
          for (let j = 0; j < columns; j++) {
            let sum = 0;
            for (let i = 0; i < rows; i++) sum += values[at(i, j)]! * grads[out + i]!;
            grads[vector + j]! += sum;
          }
        if (name === 'outer')
          for (let i = 0; i < rows; i++)
            for (let j = 0; j < columns; j++)
              grads[at(i, j)]! += grads[out + i]! * values[vector + j]!;
      }
    };
  return { product: each('product'), transposed: each('transposed'), outer: each('outer') };
}

/** Equal bits: the integers behind the numbers, so that −0 is not 0. */
export const bitsOf = ({ values, grads }: Storage): Buffer[] =>
  [values, grads].map((array) => Buffer.from(array.slice().buffer, 0, 8 * array.length));
