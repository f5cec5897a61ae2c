import { rnn } from '../cells/rnn.ts';
import { sigmoidHead } from '../heads/sigmoid.ts';
import { adam } from '../learn/adam.ts';
import { bptt } from '../learn/bptt.ts';
import { clipNorm } from '../learn/clipping.ts';
import { contributions } from '../learn/contributions.ts';
import type { Optimizer } from '../learn/optimizer.ts';
import { sgd } from '../learn/sgd.ts';
import { compile } from '../machine/machine.ts';
import type { Trace } from '../machine/trace.ts';
import { rng, type RandomStream } from '../math/rng.ts';
import { join } from '../program/join.ts';
import { recallRow, recallWeights, type RecallRow } from '../tasks/recall-and-echo.ts';

/** Hidden units of the networks that recall. */
const HIDDEN = 8;
/** Rows of signs in one update. */
const BATCH = 8;

const machine = compile(join(rnn, sigmoidHead), { D: 2, H: HIDDEN, K: 1 });
type RecallTrace = ReturnType<typeof machine.trace>;

/** One network: its task and its seed. */
export interface RecallSetting {
  readonly gap: number;
  /** The weight of the echo's losses; 0 leaves the recall alone. */
  readonly echo: number;
  readonly seed: number;
}

export interface RecallTraining extends RecallSetting {
  readonly updates: number;
  readonly rule: 'adam' | 'sgd';
}

export interface RecallResult {
  readonly seed: number;
  /** The update at which the running share of right recalls passed 98 %; Infinity if none did. */
  readonly solvedAt: number;
  /** That share after every tenth update, and after the last. */
  readonly shares: readonly number[];
}

/**
 * Trains one network until it recalls, gradients clipped to norm 1; Adam steps by 0.01, plain descent by 0.3. Yields the
 * share that is done after each row. Cost: 8 rows of gap + 1 steps an update, both ways.
 */
export function* trainRecall(setting: RecallTraining): Generator<number, RecallResult> {
  const { gap, echo, seed, updates, rule } = setting;
  const source = rng(seed);
  const trace = start(gap, echo, source.stream('weights'));
  const rows = source.stream('rows');
  const optimizer: Optimizer = rule === 'adam' ? adam(0.01) : sgd(0.3);
  const gradient = new Float64Array(trace.thetaGrad.length);
  const shares: number[] = [];
  let [share, solvedAt] = [0.5, Infinity];
  for (let update = 1; update <= updates; update++) {
    gradient.fill(0);
    for (let n = 0; n < BATCH; n++) {
      const isRight = read(trace, recallRow(gap, rows));
      share = 0.99 * share + (isRight ? 0.01 : 0);
      bptt(machine, trace);
      trace.thetaGrad.forEach((value, i) => (gradient[i]! += value / BATCH));
      yield (update - 1 + n / BATCH) / updates;
    }
    clipNorm(gradient, 1);
    optimizer.update(trace.theta, gradient);
    if (share > 0.98) solvedAt = update;
    if (update % 10 === 0 || solvedAt === update) shares.push(share);
    if (solvedAt === update) break;
  }
  return { seed, solvedAt, shares };
}

/** What one lag contributes to the gradient of the recurrent layer, by task: norms of mean gradients. */
export interface LagTerm {
  readonly lag: number;
  readonly recall: number;
  readonly echo: number;
}

/**
 * Takes the gradient of a network before training apart by lag, averaged over 32 rows: what the use of
 * the input and recurrent weights k steps before each loss adds. Cost: gap² / 2 pullbacks a row.
 */
export function lagTerms({ gap, echo, seed }: RecallSetting): LagTerm[] {
  const source = rng(seed);
  const trace = start(gap, echo, source.stream('weights'));
  const rows = source.stream('rows');
  const ROWS = 32;
  const size = trace.thetaGrad.length;
  const empty = (): Float64Array[] => Array.from({ length: gap + 1 }, () => new Float64Array(size));
  const sums = { recall: empty(), echo: empty() };
  for (let n = 0; n < ROWS; n++) {
    read(trace, recallRow(gap, rows));
    contributions(machine, trace).forEach((uses, index) =>
      uses.forEach((use, k) => {
        const sum = sums[index === gap ? 'recall' : 'echo'][index - k]!;
        use.forEach((value, i) => (sum[i]! += value / ROWS));
      }),
    );
  }
  return sums.recall.map((recall, lag) => ({
    lag,
    recall: recurrentNorm(trace, recall),
    echo: recurrentNorm(trace, sums.echo[lag]!),
  }));
}

/** A network with uniform weights of size 1/√H and no biases, ready to read rows. */
function start(gap: number, echo: number, random: RandomStream): RecallTrace {
  const trace = machine.trace(gap + 1);
  const size = 1 / Math.sqrt(HIDDEN);
  for (const name of ['W_xh', 'W_hh', 'W_hy'] as const) {
    const weights = trace.value(name);
    for (let i = 0; i < weights.length; i++) weights[i] = size * (2 * random.uniform() - 1);
  }
  recallWeights(gap, echo).forEach((weight, n) => (trace.lossWeights[n + 1] = weight));
  return trace;
}

/** Reads a row; says whether the first sign is recalled at its end. */
function read(trace: RecallTrace, { inputs, targets }: RecallRow): boolean {
  inputs.forEach((input, n) => {
    trace.value('x', n + 1).set(input);
    trace.value('d', n + 1)[0] = targets[n]!;
  });
  machine.steps(trace, 1, trace.length);
  return trace.value('y', trace.length)[0]! >= 0.5 === (targets.at(-1) === 1);
}

/** The norm of the part of a gradient that belongs to the input and recurrent weights. */
function recurrentNorm(trace: Trace, gradient: Float64Array): number {
  let sum = 0;
  for (const name of ['W_xh', 'W_hh']) {
    const from = trace.layout.offset(name);
    for (let i = from; i < from + trace.layout.length(name); i++)
      sum += gradient[i]! * gradient[i]!;
  }
  return Math.sqrt(sum);
}

/** Runs a training to its end without pausing. */
export function recallRun(setting: RecallTraining): RecallResult {
  const training = trainRecall(setting);
  for (;;) {
    const next = training.next();
    if (next.done === true) return next.value;
  }
}
