import { sigmoidHead } from '../heads/sigmoid.ts';
import { adam } from '../learn/adam.ts';
import { bptt } from '../learn/bptt.ts';
import { clipNorm } from '../learn/clipping.ts';
import { gradcheck } from '../learn/gradcheck.ts';
import { jacobian } from '../learn/jacobian.ts';
import type { Machine } from '../machine/machine.ts';
import type { Trace } from '../machine/trace.ts';
import { times, unitMatrix } from '../math/matrix.ts';
import { rng } from '../math/rng.ts';
import { singularValues } from '../math/singular-values.ts';
import { define } from '../program/define.ts';
import { everyOp } from '../program/every-op.ts';
import { EquationError } from '../program/errors.ts';
import { join } from '../program/join.ts';
import type { Program } from '../program/types.ts';
import { markRow } from '../tasks/mark-rows.ts';
import { quoteStream, type QuoteItem } from '../tasks/quote.ts';
import { fitted } from './fitted.ts';
import { drawStart, type Starts } from './start.ts';

/** What the bench uses for every cell. */
export const benchDefaults = {
  hiddenSize: 3,
  /** Characters of a training text; before each the states are 0. */
  length: 24,
  updates: 300,
  learningRate: 0.03,
  clip: 1,
  rates: { open: 0.1, close: 0.12 },
  /** Seeds 1 to this are trained. */
  seeds: 5,
  /** The lag curve looks back this many steps. */
  lags: 50,
  /** Longer quotations are not tried. */
  patience: 500,
} as const;

/** Returns the cell of a text. Errors: those of `define`; a cell that computes no h. */
export function readCell(text: string): Program {
  const program: Program = define({
    name: 'your cell',
    source: [],
    functions: everyOp,
    equations: text,
  });
  if (!program.equations.some(({ name }) => name === 'h'))
    throw new EquationError('your cell', {
      at: { line: text.trimEnd().split('\n').length, column: 1 },
      found: 'no equation for «h[t]»',
      expected: 'one, because the lamp reads h',
      hint: 'add a last line such as h[t] = tanh(c[t])',
    });
  return program;
}

/** Binds a cell, with a lamp that reads it, to the sizes of the bench. Errors: those of `join`. */
export const benchMachine = (cell: Program): Machine =>
  fitted(join(cell, sigmoidHead), { D: 2, H: benchDefaults.hiddenSize, K: 1 });

/** What one seed came to. */
export interface BenchRun {
  readonly seed: number;
  /** Loss before each tenth update, per character. */
  readonly losses: readonly number[];
  /** Share of right lamps on a fresh text of 1,000 characters. */
  readonly right: number;
  /** Letters in a quotation until the lamp goes out; `patience` if it does not. */
  readonly holds: number;
  /** Norms of ∂state_T/∂state_{T−k} for k = 0, 1, …, on a mark and letters: before training and after. */
  readonly lagBefore: readonly number[];
  readonly lagAfter: readonly number[];
}

/** Updates between two points of the loss curve. */
export const EVERY = 10;

/** Trains a cell on short texts with quotations and judges it; yields the share that is done after each update. */
export function* benchRun(
  machine: Machine,
  starts: Starts,
  seed: number,
): Generator<number, BenchRun> {
  const { length, updates, learningRate, clip, rates } = benchDefaults;
  const trace = machine.trace(length);
  drawStart(machine, trace, seed, starts);
  const lagBefore = lagCurve(machine, trace.theta);
  const optimizer = adam(learningRate);
  const stream = rng(seed).stream('text');
  trace.lossWeights.fill(1 / length);
  const losses: number[] = [];
  for (let update = 0; update < updates; update++) {
    read(machine, trace, quoteStream(length, rates, stream));
    const loss = trace.loss();
    if (update % EVERY === 0) losses.push(loss);
    if (!Number.isFinite(loss)) break;
    bptt(machine, trace);
    clipNorm(trace.thetaGrad, clip);
    optimizer.update(trace.theta, trace.thetaGrad);
    yield (update + 1) / updates;
  }
  return {
    seed,
    losses,
    right: rightShare(machine, trace.theta, seed),
    holds: holds(machine, trace.theta),
    lagBefore,
    lagAfter: lagCurve(machine, trace.theta),
  };
}

/** What the gradient check found. */
export interface BenchCheck {
  readonly parameters: number;
  /** Largest difference between derived gradient and differences, per 1 + its size. */
  readonly worst: number;
  readonly worstName: string;
}

/** Compares the derived gradient of every parameter with differences, on one text of eight characters. */
export function benchCheck(machine: Machine, starts: Starts, seed: number): BenchCheck {
  const trace = machine.trace(8);
  drawStart(machine, trace, seed, starts);
  // a start on the kink of a rectifier has two slopes, so every parameter is moved a little
  const random = rng(seed).stream('nudge');
  trace.theta.forEach((value, i) => (trace.theta[i] = value + 0.4 * (random.uniform() - 0.5)));
  const items = quoteStream(8, { open: 0.3, close: 0.3 }, rng(seed).stream('check'));
  read(machine, trace, items);
  let [worst, worstName] = [0, ''];
  const pairs = gradcheck(machine, trace);
  for (const { name, analytic, numeric } of pairs) {
    const difference = Math.abs(analytic - numeric) / (1 + Math.abs(analytic));
    if (!(difference <= worst)) [worst, worstName] = [difference, name];
  }
  return { parameters: pairs.length, worst, worstName };
}

/**
 * Returns how strongly the state at the end of a mark and letters hangs on the state k steps before, for
 * k = 0 … lags: the largest stretch of ∂state_T/∂state_{T−k}. Empty for a cell without state.
 */
export function lagCurve(machine: Machine, theta: Float64Array): number[] {
  const { lags } = benchDefaults;
  if (machine.program.state.length === 0) return [];
  const trace = machine.trace(lags + 1);
  trace.theta.set(theta);
  for (let t = 1; t <= trace.length; t++) step(machine, trace, t, t === 1 ? 1 : 0);
  const size = machine.program.state.reduce((sum, name) => sum + machine.layout.length(name), 0);
  let product = unitMatrix(size);
  const norms = [1];
  for (let t = trace.length; t > 1; t--) {
    product = times(product, jacobian(machine, trace, t));
    norms.push(product.flat().every(Number.isFinite) ? singularValues(product).values[0]! : NaN);
  }
  return norms;
}

/** Returns the first steps of a cell with its start weights over a text, for a picture of its wiring. */
export function benchTrace(
  machine: Machine,
  starts: Starts,
  seed: number,
  marks: readonly (-1 | 0 | 1)[],
): Trace {
  const trace = machine.trace(marks.length);
  drawStart(machine, trace, seed, starts);
  marks.forEach((x, index) => step(machine, trace, index + 1, x));
  return trace;
}

function step(machine: Machine, trace: Trace, t: number, x: -1 | 0 | 1): void {
  trace.value('x', t).set(markRow(x));
  machine.step(trace, t);
}

function read(machine: Machine, trace: Trace, items: readonly QuoteItem[]): void {
  items.forEach(({ x, inside }, index) => {
    trace.value('d', index + 1)[0] = inside;
    step(machine, trace, index + 1, x);
  });
}

const isOn = (trace: Trace, t: number): boolean => trace.value('y', t)[0]! > 0.5;

function rightShare(machine: Machine, theta: Float64Array, seed: number): number {
  const items = quoteStream(1000, benchDefaults.rates, rng(seed).stream('test'));
  const trace = machine.trace(items.length);
  trace.theta.set(theta);
  read(machine, trace, items);
  const right = items.filter(({ inside }, index) => isOn(trace, index + 1) === (inside === 1));
  return right.length / items.length;
}

/** Reads some letters, an opening mark and then letters until the lamp goes out. */
function holds(machine: Machine, theta: Float64Array): number {
  const { patience } = benchDefaults;
  const trace = machine.trace(patience + 5);
  trace.theta.set(theta);
  for (let t = 1; t <= trace.length; t++) {
    step(machine, trace, t, t === 4 ? 1 : 0);
    if (t >= 4 && !isOn(trace, t)) return Math.max(0, t - 5);
  }
  return patience;
}
