import type { Machine } from '../machine/machine.ts';
import type { Trace } from '../machine/trace.ts';
import { exp, log1p } from '../math/index.ts';
import { logSumExp } from '../program/ops-softmax.ts';

/** The loss of a sequence whose label is known without its timing. */
export interface CtcLoss {
  /** −log of the summed probability of all paths that spell the label, in nats. */
  readonly loss: number;
  /** ∂loss/∂logits, one row per step. */
  readonly grads: readonly (readonly number[])[];
}

/** Returns what a path spells: repeats become one, then blanks go. */
export const collapse = (path: readonly number[], blank = 0): number[] =>
  path.filter((symbol, t) => symbol !== blank && symbol !== path[t - 1]);

/** Returns what the likeliest path spells, which need not be the likeliest label. */
export const bestPath = (logits: readonly (readonly number[])[], blank = 0): number[] =>
  collapse(
    logits.map((row) => row.indexOf(Math.max(...row))),
    blank,
  );

/**
 * Returns the connectionist temporal classification loss of a label, over T rows of K logits.
 * Cost: T · (2 · label length + 1), in logarithms. Source: graves2006, sections 4.1 and 4.2.
 * Errors: a label that is too long for T steps, that holds the blank, or a class that does not exist.
 */
export function ctcLoss(
  logits: readonly (readonly number[])[],
  label: readonly number[],
  blank = 0,
): CtcLoss {
  checkLabel(logits, label, blank);
  const shares = logits.map(logSoftmax);
  // the label with a blank around every symbol
  const spelled = label.flatMap((symbol) => [blank, symbol]).concat(blank);
  const forward = reach(shares, spelled, blank);
  // the same from the end: how the rest of the label is spelled after this step
  const backward = reach(shares.toReversed(), spelled.toReversed(), blank)
    .map((row) => row.toReversed())
    .toReversed();
  const last = forward.at(-1)!;
  const total = logAdd(last.at(-1)!, last.at(-2) ?? -Infinity);
  const grads = shares.map((row, t) => {
    const through = row.map(() => -Infinity);
    spelled.forEach((symbol, s) => {
      // both ways count this step's own share, so one is taken back
      const paths = forward[t]![s]! + backward[t]![s]! - row[symbol]!;
      through[symbol] = logAdd(through[symbol]!, paths);
    });
    return row.map((share, k) => exp(share) - exp(through[k]! - total));
  });
  return { loss: -total, grads };
}

/**
 * Fills the gradients of a trace by the loss of a label on its logits `name`, and returns the loss.
 * The program's own loss, if any, is left out.
 */
export function bpttCtc<Name extends string>(
  machine: Machine<Name>,
  trace: Trace<Name>,
  name: Name,
  label: readonly number[],
  blank = 0,
): number {
  const rows = Array.from({ length: trace.length }, (_, n) => [...trace.value(name, n + 1)]);
  const { loss, grads } = ctcLoss(rows, label, blank);
  trace.grads.fill(0);
  grads.forEach((row, n) => trace.grad(name, n + 1).set(row));
  machine.pullbacks(trace, trace.length, 1);
  return loss;
}

/** Row t: log of the summed probability of all beginnings that stand at place s of the label after step t. */
function reach(
  shares: readonly (readonly number[])[],
  spelled: readonly number[],
  blank: number,
): number[][] {
  let before: readonly number[] = [];
  return shares.map((row, t) => {
    const now = spelled.map((symbol, s) => {
      if (t === 0) return s < 2 ? row[symbol]! : -Infinity;
      let sum = before[s]!;
      if (s >= 1) sum = logAdd(sum, before[s - 1]!);
      // the blank between two symbols may be left out, unless they are the same
      if (s >= 2 && symbol !== blank && symbol !== spelled[s - 2])
        sum = logAdd(sum, before[s - 2]!);
      return sum + row[symbol]!;
    });
    before = now;
    return now;
  });
}

const logSoftmax = (row: readonly number[]): number[] => {
  const total = logSumExp(Float64Array.from(row), 0, row.length);
  return row.map((logit) => logit - total);
};

/** log(e^a + e^b), with the larger one taken out. */
function logAdd(a: number, b: number): number {
  const [large, small] = a > b ? [a, b] : [b, a];
  return small === -Infinity ? large : large + log1p(exp(small - large));
}

function checkLabel(
  logits: readonly (readonly number[])[],
  label: readonly number[],
  blank: number,
): void {
  const [first] = logits;
  if (first === undefined) throw new Error('ctc: there are no steps; expected at least one');
  const bad = label.find((symbol) => symbol === blank || first[symbol] === undefined);
  if (bad !== undefined)
    throw new Error(
      `ctc: label holds ${bad}; expected classes below ${first.length} other than ${blank}`,
    );
  const repeats = label.filter((symbol, n) => symbol === label[n - 1]).length;
  if (label.length + repeats > logits.length)
    throw new Error(
      `ctc: the label needs ${label.length + repeats} steps, a blank between repeats included; there are ${logits.length}`,
    );
}
