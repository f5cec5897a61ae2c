import { javascriptOver } from '../kernels/javascript.ts';
import type { Algebra, Many, Op, Parts } from './op.ts';

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
  tex: ({ inputs, scalar }) => `${inputs[0]}${scalar ? '\\,' : '\\,'}${inputs[1]}`,
  adjointTex: ({ inputs, D, scalar }, which) => {
    if (which === 0) return scalar ? `${D}\\,${inputs[1]}` : `${D}\\,${inputs[1]}^{\\top}`;
    return scalar ? `${inputs[0]}\\,${D}` : `${inputs[0]}^{\\top}${D}`;
  },
  written: {
    run: (algebra, { inputs: [matrix = [], vector = []], columns }) =>
      rowsOf(matrix, columns).map((row) => inner(algebra, row, vector)),
    pullback: (algebra, { inputs: [matrix = [], vector = []], columns, D }, which) =>
      which === 0
        ? D.flatMap((gradient) => vector.map((value) => algebra.multiply(gradient, value)))
        : vector.map((_, j) =>
            inner(
              algebra,
              rowsOf(matrix, columns).map((row) => row[j]!),
              D,
            ),
          ),
  },
};

const rowsOf = <N>(matrix: readonly N[], columns: number): N[][] =>
  Array.from({ length: matrix.length / columns }, (_, i) =>
    matrix.slice(i * columns, (i + 1) * columns),
  );

/** Σ first · second, from the first term up. */
const inner = <N>(algebra: Algebra<N>, first: readonly N[], second: readonly N[]): N =>
  first.reduce(
    (total, value, i) => algebra.add(total, algebra.multiply(value, second[i]!)),
    algebra.constant(0),
  );

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
  tex: ({ inputs, signs, constant }) => {
    const first = constant === 0 ? '' : String(constant);
    return inputs.reduce((text, part, n) => joined(text, part, signs[n]!), first);
  },
  adjointTex: ({ D, signs }, which) => (signs[which] === -1 ? `-${D}` : D),
  written: {
    run: (algebra, { inputs, signs, constant }) =>
      (inputs[0] ?? []).map((_, i) =>
        inputs.reduce(
          (total, input, n) =>
            signs[n] === 1 ? algebra.add(total, input[i]!) : algebra.subtract(total, input[i]!),
          algebra.constant(constant),
        ),
      ),
    pullback: (algebra, { signs, D }, which) =>
      D.map((gradient) => algebra.multiply(algebra.constant(signs[which]!), gradient)),
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
  tex: (parts) => multiplied(parts, parts.inputs),
  adjointTex: (parts, which) =>
    multiplied(parts, [parts.D, ...parts.inputs.filter((_, n) => n !== which)]),
  written: {
    run: (algebra, { inputs, constant }) =>
      (inputs[0] ?? []).map((_, i) =>
        inputs.reduce(
          (total, input) => algebra.multiply(total, input[i]!),
          algebra.constant(constant),
        ),
      ),
    pullback: (algebra, { inputs, constant, D }, which) =>
      D.map((gradient, i) =>
        inputs
          .filter((_, n) => n !== which)
          .reduce(
            (total, input) => algebra.multiply(total, input[i]!),
            algebra.multiply(algebra.constant(constant), gradient),
          ),
      ),
  },
};

function multiplied({ constant, scalar }: Parts, factors: readonly string[]): string {
  const sign = scalar ? '\\,' : ' \\odot ';
  const text = factors.join(sign);
  if (constant === 1) return text;
  return constant === -1 ? `-${text}` : `${String(constant)}\\,${text}`;
}

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
  tex: ({ inputs }) => `{${inputs[0]}}^{\\top}${inputs[1]}`,
  adjointTex: ({ inputs, D }, which) => `${D}\\,${inputs[1 - which]}`,
  written: {
    run: (algebra, { inputs: [first = [], second = []] }) => [inner(algebra, first, second)],
    pullback: (algebra, { inputs, D }, which) =>
      inputs[1 - which]!.map((value) => algebra.multiply(D[0]!, value)),
  },
};

export const linear: readonly Op[] = [apply, sum, product];
