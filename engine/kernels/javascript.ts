import { activationsOver } from './activations.ts';
import type { Kernel, Storage } from './kernel.ts';
import { areSparse, pickedOuter, pickedProduct } from './sparse.ts';

/** One row of sums over columns; grows on demand, so that no product allocates. */
let scratch = new Float64Array(64);

/** Allocates arrays of JavaScript: needs nothing of the browser. */
export const javascript = (size: number): Storage =>
  javascriptOver(new Float64Array(size), new Float64Array(size));

/** Returns storage over arrays that exist. */
export const javascriptOver = (values: Float64Array, grads: Float64Array): Storage => ({
  values,
  grads,
  kernel: kernelOver(values, grads),
});

function kernelOver(values: Float64Array, grads: Float64Array): Kernel {
  return {
    name: 'javascript',
    ...activationsOver(values),
    product(out, matrix, vector, rows, columns, frames, stride) {
      if (areSparse(values, vector, columns, frames, stride)) {
        for (let shift = 0; frames-- > 0; shift += stride)
          pickedProduct(values, out + shift, matrix, vector + shift, rows, columns);
        return;
      }
      // four rows stay in the cache while all frames use them
      for (let i = 0; i < rows; i++) {
        const isPanel = i + 3 < rows;
        const row = matrix + i * columns;
        for (let frame = 0, shift = 0; frame < frames; frame++, shift += stride)
          if (isPanel) fourRows(values, out + shift + i, row, vector + shift, columns);
          else values[out + shift + i] = oneRow(values, row, vector + shift, columns);
        if (isPanel) i += 3;
      }
    },
    transposed(out, matrix, vector, rows, columns, frames, stride) {
      if (scratch.length < columns) scratch = new Float64Array(2 * columns);
      for (let frame = 0, shift = 0; frame < frames; frame++, shift += stride) {
        scratch.fill(0, 0, columns);
        let i = 0;
        for (; i + 3 < rows; i += 4)
          addFourRows(values, grads, matrix + i * columns, out + shift + i, columns);
        for (; i < rows; i++)
          addOneRow(values, matrix + i * columns, grads[out + shift + i]!, columns);
        // sums are finished before they are added, so that a recorded term is exact
        for (let j = 0, into = vector + shift; j < columns; j++) grads[into + j]! += scratch[j]!;
      }
    },
    outer(out, matrix, vector, rows, columns, frames, stride) {
      if (areSparse(values, vector, columns, frames, stride)) {
        for (let shift = 0; frames-- > 0; shift += stride)
          pickedOuter(values, grads, out + shift, matrix, vector + shift, rows, columns);
        return;
      }
      const four = frames - (frames % 4);
      const two = four === 0 ? 0 : rows - (rows % 2);
      for (let i = 0; i < two; i += 2)
        for (let frame = 0, shift = 0; frame < four; frame += 4, shift += 4 * stride)
          fourFrames(
            values,
            grads,
            matrix + i * columns,
            out + shift + i,
            vector + shift,
            columns,
            stride,
          );
      for (let i = 0; i < rows; i++)
        for (
          let frame = i < two ? four : 0, shift = frame * stride;
          frame < frames;
          frame++, shift += stride
        )
          oneFrame(
            values,
            grads,
            matrix + i * columns,
            grads[out + shift + i]!,
            vector + shift,
            columns,
          );
    },
  };
}

function fourRows(
  values: Float64Array,
  out: number,
  first: number,
  vector: number,
  columns: number,
): void {
  const second = first + columns;
  const third = second + columns;
  const fourth = third + columns;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let j = 0; j < columns; j++) {
    const v = values[vector + j]!;
    a += values[first + j]! * v;
    b += values[second + j]! * v;
    c += values[third + j]! * v;
    d += values[fourth + j]! * v;
  }
  values[out] = a;
  values[out + 1] = b;
  values[out + 2] = c;
  values[out + 3] = d;
}

function oneRow(values: Float64Array, row: number, vector: number, columns: number): number {
  let sum = 0;
  for (let j = 0; j < columns; j++) sum += values[row + j]! * values[vector + j]!;
  return sum;
}

function addFourRows(
  values: Float64Array,
  grads: Float64Array,
  first: number,
  out: number,
  columns: number,
): void {
  const second = first + columns;
  const third = second + columns;
  const fourth = third + columns;
  const a = grads[out]!;
  const b = grads[out + 1]!;
  const c = grads[out + 2]!;
  const d = grads[out + 3]!;
  for (let j = 0; j < columns; j++)
    scratch[j] =
      scratch[j]! +
      values[first + j]! * a +
      values[second + j]! * b +
      values[third + j]! * c +
      values[fourth + j]! * d;
}

function addOneRow(values: Float64Array, row: number, gradient: number, columns: number): void {
  for (let j = 0; j < columns; j++) scratch[j]! += values[row + j]! * gradient;
}

/** Two rows of the outer products of four frames: each number is read and written once. */
function fourFrames(
  values: Float64Array,
  grads: Float64Array,
  row: number,
  out: number,
  vector: number,
  columns: number,
  stride: number,
): void {
  const [second, third, fourth] = [vector + stride, vector + 2 * stride, vector + 3 * stride];
  const [next, two, three] = [row + columns, out + 2 * stride, out + 3 * stride];
  const a = grads[out]!;
  const b = grads[out + stride]!;
  const c = grads[two]!;
  const d = grads[three]!;
  const e = grads[out + 1]!;
  const f = grads[out + stride + 1]!;
  const g = grads[two + 1]!;
  const h = grads[three + 1]!;
  for (let j = 0; j < columns; j++) {
    const v = values[vector + j]!;
    const w = values[second + j]!;
    const x = values[third + j]!;
    const y = values[fourth + j]!;
    grads[row + j] = grads[row + j]! + a * v + b * w + c * x + d * y;
    grads[next + j] = grads[next + j]! + e * v + f * w + g * x + h * y;
  }
}

function oneFrame(
  values: Float64Array,
  grads: Float64Array,
  row: number,
  gradient: number,
  vector: number,
  columns: number,
): void {
  for (let j = 0; j < columns; j++) grads[row + j]! += gradient * values[vector + j]!;
}
