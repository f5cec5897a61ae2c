import { tanh } from '../math/index.ts';
import type { Op } from './op.ts';
import { dot } from './ops-linear.ts';
import { signature } from './signature.ts';

/** One row of sums over a matrix's rows; grows on demand, so that nothing is allocated in a run. */
let scratch = new Float64Array(64);

/** Returns the scratch row with `length` zeros at its start. */
function zeros(length: number): Float64Array {
  if (scratch.length < length) scratch = new Float64Array(2 * length);
  return scratch.fill(0, 0, length);
}

/** Mᵀ v: a mixture of the rows of M, or a matrix used the other way round. */
export const transposed: Op = {
  name: 'transposed',
  notation: 'call',
  arity: 2,
  shape: signature([['i', 'j'], ['i']], ['j']),
  run(values, { out, inputs, rows, columns }) {
    values.fill(0, out, out + columns);
    for (let i = 0; i < rows; i++) {
      const weight = values[inputs[1]! + i]!;
      const row = inputs[0]! + i * columns;
      for (let j = 0; j < columns; j++) values[out + j]! += weight * values[row + j]!;
    }
  },
  pullback(values, grads, { out, inputs, rows, columns }, which) {
    for (let i = 0; i < rows; i++) {
      const row = inputs[0]! + i * columns;
      let total = 0;
      for (let j = 0; j < columns; j++) {
        if (which === 0) grads[row + j]! += values[inputs[1]! + i]! * grads[out + j]!;
        else total += values[row + j]! * grads[out + j]!;
      }
      if (which === 1) grads[inputs[1]! + i]! += total;
    }
  },
};

/** vᵀ tanh(m_i + p) for every row m_i of M: how well each row fits p. Source: bahdanau2015. */
export const additive: Op = {
  name: 'additive',
  notation: 'call',
  arity: 3,
  shape: signature([['i', 'j'], ['j'], ['j']], ['i']),
  run(values, { out, inputs, rows, columns }) {
    const [matrix, vector, weights] = [inputs[0]!, inputs[1]!, inputs[2]!];
    for (let i = 0; i < rows; i++) {
      let sum = 0;
      for (let j = 0; j < columns; j++)
        sum += values[weights + j]! * tanh(values[matrix + i * columns + j]! + values[vector + j]!);
      values[out + i] = sum;
    }
  },
  pullback(values, grads, { out, inputs, rows, columns }, which) {
    const [matrix, vector, weights] = [inputs[0]!, inputs[1]!, inputs[2]!];
    const totals = zeros(columns);
    for (let i = 0; i < rows; i++) {
      const gradient = grads[out + i]!;
      for (let j = 0; j < columns; j++) {
        const n = tanh(values[matrix + i * columns + j]! + values[vector + j]!);
        const slope = which === 2 ? n : values[weights + j]! * (1 - n * n);
        if (which === 0) grads[matrix + i * columns + j]! += gradient * slope;
        else totals[j]! += gradient * slope;
      }
    }
    // sums of columns are finished before they are added, so that a recorded term is exact
    if (which > 0) for (let j = 0; j < columns; j++) grads[inputs[which]! + j]! += totals[j]!;
  },
};

/** Two vectors, one below the other. */
export const concat: Op = {
  name: 'concat',
  notation: 'call',
  arity: 2,
  shape: signature([['i'], ['j']], ['i', 'j']),
  run(values, { out, inputs, rows, columns }) {
    for (let i = 0; i < rows; i++) values[out + i] = values[inputs[0]! + i]!;
    for (let j = 0; j < columns; j++) values[out + rows + j] = values[inputs[1]! + j]!;
  },
  pullback(_values, grads, { out, inputs, rows, columns }, which) {
    const [start, length] = which === 0 ? [out, rows] : [out + rows, columns];
    for (let i = 0; i < length; i++) grads[inputs[which]! + i]! += grads[start + i]!;
  },
};

/** Operations on vectors and matrices of several lengths: what attention is made of. */
export const memory: readonly Op[] = [transposed, additive, concat, dot];
