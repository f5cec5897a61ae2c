import type { Step } from '../program/types.ts';
import type { Node, Tape } from './tape.ts';

type Vector<N> = readonly Node<N>[];

/** One operation over numbers of any kind: its arguments by rows, and how many columns matrices have. */
type Exact = <N>(
  tape: Tape<N>,
  args: readonly Vector<N>[],
  step: Step,
  columns: number,
) => Node<N>[];

/** A function of one number, elementwise. */
const each =
  (f: <N>(tape: Tape<N>, a: Node<N>) => Node<N>): Exact =>
  (tape, [a]) =>
    a!.map((node) => f(tape, node));

const one = <N>(tape: Tape<N>): Node<N> => tape.leaf(1);

/** A straight piece through what is between `low` and `high`, flat outside. */
const clamped = (slope: number, offset: number, low: number): Exact =>
  each((tape, a) => {
    const { arithmetic } = tape;
    const line = tape.add(tape.multiply(tape.leaf(slope), a), tape.leaf(offset));
    if (arithmetic.compare(line.value, arithmetic.of(low)) <= 0) return tape.leaf(low);
    return arithmetic.compare(line.value, tape.one) >= 0 ? tape.leaf(1) : line;
  });

const negative = <N>(tape: Tape<N>, a: Node<N>): Node<N> => tape.subtract(tape.leaf(0), a);

/** The same number as a result: its gradient is its own, not that of all uses of the argument. */
const copy = <N>(tape: Tape<N>, a: Node<N>): Node<N> => tape.apply(a, a.value, tape.one);

const sigmoid = <N>(tape: Tape<N>, a: Node<N>): Node<N> =>
  tape.divide(one(tape), tape.add(one(tape), tape.exp(negative(tape, a))));

const softplus = <N>(tape: Tape<N>, a: Node<N>): Node<N> =>
  tape.log(tape.add(one(tape), tape.exp(a)));

function tanh<N>(tape: Tape<N>, a: Node<N>): Node<N> {
  const { arithmetic } = tape;
  const y = arithmetic.tanh(a.value);
  return tape.apply(a, y, arithmetic.subtract(tape.one, arithmetic.multiply(y, y)));
}

const isPositive = <N>({ arithmetic, zero }: Tape<N>, a: Node<N>): boolean =>
  arithmetic.compare(a.value, zero) > 0;

function softmax<N>(tape: Tape<N>, a: Vector<N>): Node<N>[] {
  const weights = a.map((node) => tape.exp(node));
  const total = tape.total(weights);
  return weights.map((weight) => tape.divide(weight, total));
}

const logSoftmax = <N>(tape: Tape<N>, a: Vector<N>): Node<N>[] => {
  const total = tape.log(tape.total(a.map((node) => tape.exp(node))));
  return a.map((node) => tape.subtract(node, total));
};

const inner = <N>(tape: Tape<N>, a: Vector<N>, b: Vector<N>): Node<N> =>
  tape.total(a.map((node, i) => tape.multiply(node, b[i]!)));

const rowsOf = <N>(matrix: Vector<N>, columns: number): Vector<N>[] =>
  Array.from({ length: matrix.length / columns }, (_, i) =>
    matrix.slice(i * columns, (i + 1) * columns),
  );

const sum: Exact = (tape, args, { signs, constant }) =>
  args[0]!.map((_, i) =>
    args.reduce(
      (total, arg, n) =>
        signs[n] === -1 ? tape.subtract(total, arg[i]!) : tape.add(total, arg[i]!),
      tape.leaf(constant),
    ),
  );

const product: Exact = (tape, args, { constant }) =>
  args[0]!.map((_, i) =>
    args.reduce((total, arg) => tape.multiply(total, arg[i]!), tape.leaf(constant)),
  );

const crossEntropy = <N>(tape: Tape<N>, o: Vector<N>, d: Vector<N>): Node<N> =>
  negative(tape, inner(tape, d, logSoftmax(tape, o)));

/** Classes with d = 0 add nothing. */
function klDivergence<N>(tape: Tape<N>, o: Vector<N>, d: Vector<N>): Node<N> {
  const own = d.filter((node) => isPositive(tape, node));
  const information = own.map((node) => tape.multiply(node, tape.log(node)));
  return tape.add(tape.total(information), crossEntropy(tape, o, d));
}

/** The engine's operations by name, over numbers of any kind; gelu has none. */
export const EXACT: ReadonlyMap<string, Exact> = new Map<string, Exact>([
  ['tanh', each(tanh)],
  ['sigmoid', each(sigmoid)],
  ['relu', each((tape, a) => (isPositive(tape, a) ? copy(tape, a) : tape.leaf(0)))],
  ['hard_sigmoid', clamped(0.2, 0.5, 0)],
  ['hard_tanh', clamped(1, 0, -1)],
  ['identity', each(copy)],
  ['reciprocal', each((tape, a) => tape.divide(one(tape), a))],
  ['softplus', each(softplus)],
  ['log_sigmoid', each((tape, a) => negative(tape, softplus(tape, negative(tape, a))))],
  ['silu', each((tape, a) => tape.multiply(a, sigmoid(tape, a)))],
  [
    'softsign',
    each((tape, a) =>
      tape.divide(a, tape.add(one(tape), isPositive(tape, a) ? a : negative(tape, a))),
    ),
  ],
  [
    'elu',
    each((tape, a) =>
      isPositive(tape, a) ? copy(tape, a) : tape.subtract(tape.exp(a), one(tape)),
    ),
  ],
  ['log', each((tape, a) => tape.log(a))],
  ['softmax', (tape, [a]) => softmax(tape, a!)],
  ['log_softmax', (tape, [a]) => logSoftmax(tape, a!)],
  ['sum', sum],
  ['product', product],
  [
    'apply',
    (tape, [m = [], v = []], _, columns) => rowsOf(m, columns).map((row) => inner(tape, row, v)),
  ],
  ['dot', (tape, [a = [], b = []]) => [inner(tape, a, b)]],
  ['concat', (tape, [a = [], b = []]) => [...a, ...b].map((node) => copy(tape, node))],
  [
    'transposed',
    (tape, [m = [], v = []], _, columns) =>
      Array.from({ length: columns }, (__, j) =>
        inner(
          tape,
          rowsOf(m, columns).map((row) => row[j]!),
          v,
        ),
      ),
  ],
  [
    'additive',
    (tape, [m = [], p = [], v = []], _, columns) =>
      rowsOf(m, columns).map((row) =>
        inner(
          tape,
          row.map((node, j) => tanh(tape, tape.add(node, p[j]!))),
          v,
        ),
      ),
  ],
  [
    'bce',
    (tape, [o = [], d = []]) => [
      tape.total(
        o.map((node, i) => tape.subtract(softplus(tape, node), tape.multiply(d[i]!, node))),
      ),
    ],
  ],
  ['cross_entropy', (tape, [o = [], d = []]) => [crossEntropy(tape, o, d)]],
  ['kl_divergence', (tape, [o = [], d = []]) => [klDivergence(tape, o, d)]],
  [
    'squared_error',
    (tape, [y = [], d = []]) => {
      const errors = y.map((node, i) => tape.subtract(node, d[i]!));
      return [tape.divide(inner(tape, errors, errors), tape.leaf(2))];
    },
  ],
]);
