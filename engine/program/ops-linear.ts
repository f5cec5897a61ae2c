import type { Op, Parts, Placed } from './op.ts';

/** One row of transposed products; grows on demand, so that pullback allocates nothing. */
let scratch = new Float64Array(64);

const apply: Op = {
  name: 'apply',
  notation: 'infix',
  arity: 2,
  shape: 'apply',
  run(values, { out, inputs, rows, columns }) {
    const [matrix, vector] = [inputs[0]!, inputs[1]!];
    for (let i = 0; i < rows; i++) {
      let sum = 0;
      for (let j = 0; j < columns; j++)
        sum += values[matrix + i * columns + j]! * values[vector + j]!;
      values[out + i] = sum;
    }
  },
  pullback(values, grads, at, which) {
    if (which === 0) outerProduct(values, grads, at);
    else transposedProduct(values, grads, at);
  },
  tex: ({ inputs, scalar }) => `${inputs[0]}${scalar ? '\\,' : '\\,'}${inputs[1]}`,
  adjointTex: ({ inputs, D, scalar }, which) => {
    if (which === 0) return scalar ? `${D}\\,${inputs[1]}` : `${D}\\,${inputs[1]}^{\\top}`;
    return scalar ? `${inputs[0]}\\,${D}` : `${inputs[0]}^{\\top}${D}`;
  },
};

function outerProduct(values: Float64Array, grads: Float64Array, at: Placed): void {
  const { out, inputs, rows, columns } = at;
  for (let i = 0; i < rows; i++) {
    const gradient = grads[out + i]!;
    const row = inputs[0]! + i * columns;
    for (let j = 0; j < columns; j++) grads[row + j]! += gradient * values[inputs[1]! + j]!;
  }
}

function transposedProduct(values: Float64Array, grads: Float64Array, at: Placed): void {
  const { out, inputs, rows, columns } = at;
  if (scratch.length < columns) scratch = new Float64Array(2 * columns);
  // sums of columns are finished before they are added, so that a recorded term is exact
  scratch.fill(0, 0, columns);
  for (let i = 0; i < rows; i++) {
    const gradient = grads[out + i]!;
    const row = inputs[0]! + i * columns;
    for (let j = 0; j < columns; j++) scratch[j]! += values[row + j]! * gradient;
  }
  for (let j = 0; j < columns; j++) grads[inputs[1]! + j]! += scratch[j]!;
}

/** constant + Σ ± input. */
const sum: Op = {
  name: 'sum',
  notation: 'infix',
  arity: Infinity,
  shape: 'same',
  run(values, { out, inputs, rows, signs, constant }) {
    for (let i = 0; i < rows; i++) {
      let total = constant;
      for (let n = 0; n < inputs.length; n++) {
        if (signs[n] === 1) total += values[inputs[n]! + i]!;
        else total -= values[inputs[n]! + i]!;
      }
      values[out + i] = total;
    }
  },
  pullback(_values, grads, { out, inputs, rows, signs }, which) {
    const sign = signs[which]!;
    for (let i = 0; i < rows; i++) grads[inputs[which]! + i]! += sign * grads[out + i]!;
  },
  tex: ({ inputs, signs, constant }) => {
    const first = constant === 0 ? '' : String(constant);
    return inputs.reduce((text, part, n) => joined(text, part, signs[n]!), first);
  },
  adjointTex: ({ D, signs }, which) => (signs[which] === -1 ? `-${D}` : D),
};

function joined(text: string, part: string, sign: 1 | -1): string {
  if (text === '') return sign === 1 ? part : `-${part}`;
  return `${text} ${sign === 1 ? '+' : '-'} ${part}`;
}

/** constant · Π input, elementwise. */
const product: Op = {
  name: 'product',
  notation: 'infix',
  arity: Infinity,
  shape: 'same',
  run(values, { out, inputs, rows, constant }) {
    for (let i = 0; i < rows; i++) {
      let total = constant;
      for (let n = 0; n < inputs.length; n++) total *= values[inputs[n]! + i]!;
      values[out + i] = total;
    }
  },
  pullback(values, grads, { out, inputs, rows, constant }, which) {
    for (let i = 0; i < rows; i++) {
      let total = constant * grads[out + i]!;
      for (let n = 0; n < inputs.length; n++) if (n !== which) total *= values[inputs[n]! + i]!;
      grads[inputs[which]! + i]! += total;
    }
  },
  tex: (parts) => multiplied(parts, parts.inputs),
  adjointTex: (parts, which) =>
    multiplied(parts, [parts.D, ...parts.inputs.filter((_, n) => n !== which)]),
};

function multiplied({ constant, scalar }: Parts, factors: readonly string[]): string {
  const sign = scalar ? '\\,' : ' \\odot ';
  const text = factors.join(sign);
  if (constant === 1) return text;
  return constant === -1 ? `-${text}` : `${String(constant)}\\,${text}`;
}

/** Σ first · second: how much two vectors agree. */
const dot: Op = {
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
  tex: ({ inputs }) => `{${inputs[0]}}^{\\top}${inputs[1]}`,
  adjointTex: ({ inputs, D }, which) => `${D}\\,${inputs[1 - which]}`,
};

export const linear: readonly Op[] = [apply, sum, product, dot];
