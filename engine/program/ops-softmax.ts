import { exp, log } from '../math/index.ts';
import type { Op } from './op.ts';

/** Returns log Σ e^x over `length` values from `start`; the largest is taken out, so nothing overflows. */
export function logSumExp(values: Float64Array, start: number, length: number): number {
  let largest = -Infinity;
  for (let i = 0; i < length; i++) largest = Math.max(largest, values[start + i]!);
  let total = 0;
  for (let i = 0; i < length; i++) total += exp(values[start + i]! - largest);
  return largest + log(total);
}

export const softmax: Op = {
  name: 'softmax',
  notation: 'call',
  arity: 1,
  shape: 'same',
  run(values, { out, inputs, rows }) {
    const start = inputs[0]!;
    let largest = -Infinity;
    for (let i = 0; i < rows; i++) largest = Math.max(largest, values[start + i]!);
    let total = 0;
    for (let i = 0; i < rows; i++) {
      values[out + i] = exp(values[start + i]! - largest);
      total += values[out + i]!;
    }
    for (let i = 0; i < rows; i++) values[out + i]! /= total;
  },
  pullback(values, grads, { out, inputs, rows }) {
    let mean = 0;
    for (let i = 0; i < rows; i++) mean += grads[out + i]! * values[out + i]!;
    for (let i = 0; i < rows; i++)
      grads[inputs[0]! + i]! += values[out + i]! * (grads[out + i]! - mean);
  },
};

/** The logarithm of softmax, which keeps its digits where softmax itself rounds to 0 or 1. */
const logSoftmax: Op = {
  name: 'log_softmax',
  notation: 'call',
  arity: 1,
  shape: 'same',
  run(values, { out, inputs, rows }) {
    const logTotal = logSumExp(values, inputs[0]!, rows);
    for (let i = 0; i < rows; i++) values[out + i] = values[inputs[0]! + i]! - logTotal;
  },
  pullback(values, grads, { out, inputs, rows }) {
    let total = 0;
    for (let i = 0; i < rows; i++) total += grads[out + i]!;
    for (let i = 0; i < rows; i++)
      grads[inputs[0]! + i]! += grads[out + i]! - total * exp(values[out + i]!);
  },
};

/** Functions of a whole vector that give a vector of the same length. */
export const distributions: readonly Op[] = [softmax, logSoftmax];
