import { javascript, javascriptOver } from './javascript.ts';
import type { Activation, Kernel, Storage } from './kernel.ts';
import { binary } from './kernel.wasm.ts';
import { areSparse } from './sparse.ts';

/** What the .wat files export, by their first letters; all places in bytes. */
type Exports = Readonly<Record<'p' | 'q' | 't' | 'o' | 's' | 'h', (...places: number[]) => void>>;

/** Smaller storage than this, in numbers, is not worth a memory of its own. */
const SMALLEST = 8192;

/** Numbers at the start of the memory: the sums of a transposed product, as many columns at once. */
const SCRATCH = 512;

/** Matrices with fewer rows or columns are left to JavaScript. */
const SHORTEST = 8;

let compiled: WebAssembly.Module | null | undefined;

/**
 * Allocates arrays in a WebAssembly memory, with a kernel of pairs of numbers and the bits of the
 * JavaScript one. Where the browser has no such thing or forbids it, has no memory left, or the
 * storage is small: arrays of JavaScript, as `kernel.name` then says.
 */
export function webAssembly(size: number): Storage {
  const module = size < SMALLEST ? null : compiledOnce();
  if (module === null) return javascript(size);
  try {
    const memory = new WebAssembly.Memory({ initial: Math.ceil((SCRATCH + 2 * size) / 8192) });
    const { exports } = new WebAssembly.Instance(module, { m: { m: memory } });
    const values = new Float64Array(memory.buffer, 8 * SCRATCH, size);
    const grads = new Float64Array(memory.buffer, 8 * (SCRATCH + size), size);
    return { values, grads, kernel: kernelOver(values, grads, exports as unknown as Exports) };
  } catch {
    return javascript(size);
  }
}

function compiledOnce(): WebAssembly.Module | null {
  if (compiled !== undefined) return compiled;
  try {
    const bytes = Uint8Array.from(binary.match(/../g)!, (digits) => parseInt(digits, 16));
    compiled = new WebAssembly.Module(bytes);
  } catch {
    compiled = null;
  }
  return compiled;
}

/** WebAssembly does the whole panels of a matrix; JavaScript does the rows and columns left over. */
function kernelOver(
  values: Float64Array,
  grads: Float64Array,
  { p, q, t, o, s, h }: Exports,
): Kernel {
  const byHand = javascriptOver(values, grads).kernel;
  const sums = new Float64Array(values.buffer, 0, SCRATCH);
  const [value, grad] = [values.byteOffset, grads.byteOffset];
  const inPairs =
    (ofPairs: Exports['s'], rest: Activation): Activation =>
    (out, vector, rows, frames, stride) => {
      const even = rows & ~1;
      if (even > 0)
        for (let n = 0, shift = 0; n < frames; n++, shift += stride)
          ofPairs(value + 8 * (out + shift), value + 8 * (vector + shift), 8 * even);
      if (even < rows) rest(out + even, vector + even, 1, frames, stride);
    };
  return {
    name: 'webassembly',
    sigmoid: inPairs(s, byHand.sigmoid),
    tanh: inPairs(h, byHand.tanh),
    product(out, matrix, vector, rows, columns, frames, stride) {
      const isShort = rows < SHORTEST || columns < SHORTEST;
      if (isShort || areSparse(values, vector, columns, frames, stride))
        return byHand.product(out, matrix, vector, rows, columns, frames, stride);
      const whole = rows & ~7;
      const length = 8 * (columns & ~1);
      const [from, to] = [value + 8 * vector, value + 8 * out];
      const [base, step, four] = [value + 8 * matrix, 8 * stride, frames & ~3];
      if (four > 0) q(to, base, from, whole >> 2, 8 * columns, length, four >> 2, step);
      if (four < frames) {
        const shift = four * step;
        p(to + shift, base, from + shift, whole >> 3, 8 * columns, length, frames - four, step);
      }
      if (columns & 1) addLastColumn(values, out, matrix, vector, whole, columns, frames, stride);
      if (whole === rows) return;
      const rest = matrix + whole * columns;
      byHand.product(out + whole, rest, vector, rows - whole, columns, frames, stride);
    },
    transposed(out, matrix, vector, rows, columns, frames, stride) {
      if (rows < SHORTEST || columns < SHORTEST)
        return byHand.transposed(out, matrix, vector, rows, columns, frames, stride);
      const whole = rows & ~7;
      for (let frame = 0; frame < frames; frame++, out += stride, vector += stride)
        for (let first = 0; first < columns; first += SCRATCH) {
          const width = Math.min(SCRATCH, columns - first);
          const block = matrix + first;
          sums.fill(0, 0, width);
          const length = 8 * (width & ~1);
          t(0, value + 8 * block, grad + 8 * out, whole >> 3, 8 * columns, length);
          if (width & 1)
            sums[width - 1] = columnSum(values, block + width - 1, grads, out, whole, columns);
          for (let i = whole; i < rows; i++)
            addRow(sums, values, block + i * columns, grads[out + i]!, width);
          // sums are finished before they are added, as in JavaScript
          for (let j = 0; j < width; j++) grads[vector + first + j]! += sums[j]!;
        }
    },
    outer(out, matrix, vector, rows, columns, frames, stride) {
      const isShort = rows < SHORTEST || columns < SHORTEST;
      if (isShort || areSparse(values, vector, columns, frames, stride))
        return byHand.outer(out, matrix, vector, rows, columns, frames, stride);
      const [even, whole] = [rows & ~1, columns & ~7];
      const [from, by] = [value + 8 * vector, grad + 8 * out];
      o(grad + 8 * matrix, by, from, even >> 1, 8 * columns, whole >> 3, frames, 8 * stride);
      for (let i = 0; i < even; i++)
        for (let j = whole; j < columns; j++) {
          let sum = grads[matrix + i * columns + j]!;
          for (let frame = 0, shift = 0; frame < frames; frame++, shift += stride)
            sum += grads[out + shift + i]! * values[vector + shift + j]!;
          grads[matrix + i * columns + j] = sum;
        }
      if (even === rows) return;
      const rest = matrix + even * columns;
      byHand.outer(out + even, rest, vector, 1, columns, frames, stride);
    },
  };
}

/** Adds the last term of the sums of `rows` rows. */
function addLastColumn(
  values: Float64Array,
  out: number,
  matrix: number,
  vector: number,
  rows: number,
  columns: number,
  frames: number,
  stride: number,
): void {
  for (let frame = 0, shift = 0; frame < frames; frame++, shift += stride) {
    const v = values[vector + shift + columns - 1]!;
    for (let i = 0, m = matrix + columns - 1; i < rows; i++, m += columns)
      values[out + shift + i]! += values[m]! * v;
  }
}

function columnSum(
  values: Float64Array,
  start: number,
  grads: Float64Array,
  out: number,
  rows: number,
  columns: number,
): number {
  let sum = 0;
  for (let i = 0, m = start; i < rows; i++, m += columns) sum += values[m]! * grads[out + i]!;
  return sum;
}

function addRow(
  sums: Float64Array,
  values: Float64Array,
  row: number,
  gradient: number,
  width: number,
): void {
  for (let j = 0; j < width; j++) sums[j]! += values[row + j]! * gradient;
}
