import { opOf } from '../program/ops.ts';
import type { Algebra, Form } from './algebra.ts';

/** Returns an operation's written form; those that kernels do not know have none. */
export function formOf(op: string): Form | undefined {
  return FORMS[op] ?? (opOf(op).elementwise === undefined ? undefined : elementwise(op));
}

const elementwise = (op: string): Form => ({
  run: (algebra, { inputs: [x] }) => x!.map((one) => algebra.value(op, one)),
  pullback: (algebra, { inputs: [x], out, D }) =>
    x!.map((one, i) => algebra.multiply(D[i]!, algebra.slope(op, out[i]!, one))),
});

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

const FORMS: Readonly<Record<string, Form>> = {
  apply: {
    run: (algebra, { inputs: [matrix, vector], columns }) =>
      rowsOf(matrix!, columns).map((row) => inner(algebra, row, vector!)),
    pullback: (algebra, { inputs: [matrix, vector], columns, D }, which) =>
      which === 0
        ? D.flatMap((gradient) => vector!.map((value) => algebra.multiply(gradient, value)))
        : vector!.map((_, j) =>
            inner(
              algebra,
              rowsOf(matrix!, columns).map((row) => row[j]!),
              D,
            ),
          ),
  },
  sum: {
    run: (algebra, { inputs, signs, constant }) =>
      inputs[0]!.map((_, i) =>
        inputs.reduce(
          (total, input, n) =>
            signs[n] === 1 ? algebra.add(total, input[i]!) : algebra.subtract(total, input[i]!),
          algebra.constant(constant),
        ),
      ),
    pullback: (algebra, { signs, D }, which) =>
      D.map((gradient) => algebra.multiply(algebra.constant(signs[which]!), gradient)),
  },
  product: {
    run: (algebra, { inputs, constant }) =>
      inputs[0]!.map((_, i) =>
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
  dot: {
    run: (algebra, { inputs: [first, second] }) => [inner(algebra, first!, second!)],
    pullback: (algebra, { inputs, D }, which) =>
      inputs[1 - which]!.map((value) => algebra.multiply(D[0]!, value)),
  },
  bce: {
    run: (algebra, { inputs: [o, d] }) => [
      o!.reduce(
        (total, logit, i) =>
          algebra.add(
            total,
            algebra.subtract(algebra.value('softplus', logit), algebra.multiply(d![i]!, logit)),
          ),
        algebra.constant(0),
      ),
    ],
    pullback: (algebra, { inputs: [o, d], D: [gradient] }, which) =>
      o!.map((logit, i) =>
        algebra.multiply(
          gradient!,
          which === 0
            ? algebra.subtract(algebra.value('sigmoid', logit), d![i]!)
            : algebra.multiply(algebra.constant(-1), logit),
        ),
      ),
  },
  squared_error: {
    run: (algebra, { inputs: [y, d] }) => {
      const errors = y!.map((value, i) => algebra.subtract(value, d![i]!));
      const total = errors.reduce(
        (sum, error) => algebra.add(sum, algebra.multiply(error, error)),
        algebra.constant(0),
      );
      return [algebra.multiply(algebra.constant(0.5), total)];
    },
    pullback: (algebra, { inputs: [y, d], D: [gradient] }, which) =>
      y!.map((value, i) =>
        algebra.multiply(
          algebra.multiply(algebra.constant(which === 0 ? 1 : -1), gradient!),
          algebra.subtract(value, d![i]!),
        ),
      ),
  },
};
