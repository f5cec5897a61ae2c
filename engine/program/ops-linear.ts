import { javascriptOver } from '../kernels/javascript.ts';
import type { Many, Op } from './op.ts';

const products = {
  run(kernel, { out, inputs, rows, columns }, frames, stride) {
    kernel.product(out, inputs[0]!, inputs[1]!, rows, columns, frames, stride);
  },
  pullback(kernel, { out, inputs, rows, columns }, which, frames, stride) {
    const flow = which === 0 ? kernel.outer : kernel.transposed;
    flow(out, inputs[0]!, inputs[1]!, rows, columns, frames, stride);
  },
} satisfies Many;

const apply: Op = {
  name: 'apply',
  notation: 'infix',
  arity: 2,
  shape: 'apply',
  many: products,
  run: (values, at) => products.run(javascriptOver(values, values).kernel, at, 1, 0),
  pullback: (values, grads, at, which) =>
    products.pullback(javascriptOver(values, grads).kernel, at, which, 1, 0),
};

/** constant + Σ ± input. */
const sum: Op = {
  name: 'sum',
  notation: 'infix',
  arity: Infinity,
  shape: 'same',
  run(values, { out, inputs, rows, signs, constant }) {
    // two inputs in one loop, every other in one of its own, so that nothing is asked per element
    const isPair = inputs.length > 1;
    if (isPair) {
      const [first, second] = [inputs[0]!, inputs[1]!];
      const [sign, other] = [signs[0]!, signs[1]!];
      for (let i = 0; i < rows; i++)
        values[out + i] = constant + sign * values[first + i]! + other * values[second + i]!;
    } else values.fill(constant, out, out + rows);
    for (let n = isPair ? 2 : 0; n < inputs.length; n++)
      addTo(values, out, signs[n]!, values, inputs[n]!, rows);
  },
  pullback(_values, grads, { out, inputs, rows, signs }, which) {
    addTo(grads, inputs[which]!, signs[which]!, grads, out, rows);
  },
};

/** outs += sign · ins. */
function addTo(
  outs: Float64Array,
  out: number,
  sign: 1 | -1,
  ins: Float64Array,
  start: number,
  rows: number,
): void {
  for (let i = 0; i < rows; i++) outs[out + i]! += sign * ins[start + i]!;
}

/** constant · Π input, elementwise. */
const product: Op = {
  name: 'product',
  notation: 'infix',
  arity: Infinity,
  shape: 'same',
  run(values, { out, inputs, rows, constant }) {
    const isPair = inputs.length > 1;
    if (isPair) {
      const [first, second] = [inputs[0]!, inputs[1]!];
      for (let i = 0; i < rows; i++)
        values[out + i] = constant * values[first + i]! * values[second + i]!;
    } else values.fill(constant, out, out + rows);
    for (let n = isPair ? 2 : 0; n < inputs.length; n++)
      for (let i = 0, start = inputs[n]!; i < rows; i++) values[out + i]! *= values[start + i]!;
  },
  pullback(values, grads, { out, inputs, rows, constant }, which) {
    const into = inputs[which]!;
    if (inputs.length === 2) {
      const other = inputs[1 - which]!;
      for (let i = 0; i < rows; i++)
        grads[into + i]! += constant * grads[out + i]! * values[other + i]!;
      return;
    }
    for (let i = 0; i < rows; i++) {
      let total = constant * grads[out + i]!;
      for (let n = 0; n < inputs.length; n++) if (n !== which) total *= values[inputs[n]! + i]!;
      grads[into + i]! += total;
    }
  },
};

/** Σ first · second: how much two vectors agree. */
export const dot: Op = {
  name: 'dot',
  notation: 'call',
  arity: 2,
  shape: 'inner',
  run(values, { out, inputs, rows }) {
    let total = 0;
    for (let i = 0; i < rows; i++) total += values[inputs[0]! + i]! * values[inputs[1]! + i]!;
    values[out] = total;
  },
  pullback(values, grads, { out, inputs, rows }, which) {
    const other = inputs[1 - which]!;
    for (let i = 0; i < rows; i++) grads[inputs[which]! + i]! += grads[out]! * values[other + i]!;
  },
};

export const linear: readonly Op[] = [apply, sum, product];
