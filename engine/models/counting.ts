import { gru } from '../cells/gru.ts';
import { lstm } from '../cells/lstm.ts';
import { sigmoidHead } from '../heads/sigmoid.ts';
import { adam } from '../learn/adam.ts';
import { bptt } from '../learn/bptt.ts';
import { clipNorm } from '../learn/clipping.ts';
import { compile, type Machine } from '../machine/machine.ts';
import type { Trace } from '../machine/trace.ts';
import { rng } from '../math/rng.ts';
import { join } from '../program/join.ts';
import { drawStart, type Starts } from './start.ts';

export type CounterCell = 'lstm' | 'gru';

/** What the book uses for both cells. */
export const countingDefaults = {
  /** Openings in the longest training string. */
  longest: 8,
  strings: 6000,
  batch: 4,
  learningRate: 0.02,
  clip: 1,
  hiddenSize: { lstm: 2, gru: 4 },
  starts: { lstm: { b_f: 5 }, gru: { b_z: 3 } } as Readonly<Record<CounterCell, Starts>>,
  /** Longer strings are not asked about. */
  most: 60,
} as const;

/** Parameters of a trained counter, as a page can carry them. */
export interface Counter {
  readonly cell: CounterCell;
  readonly seed: number;
  readonly theta: readonly number[];
  /** Every string of up to this many openings is right. */
  readonly reach: number;
}

const { hiddenSize } = countingDefaults;
const machines: Readonly<Record<CounterCell, Machine>> = {
  lstm: compile(join(lstm, sigmoidHead), { D: 1, H: hiddenSize.lstm, K: 1 }),
  gru: compile(join(gru, sigmoidHead), { D: 1, H: hiddenSize.gru, K: 1 }),
};

/**
 * Trains a cell on strings of n opening marks and n closing ones, n drawn from 1 to 8, to light its lamp at
 * the last. The closing half is judged. Yields the share that is done.
 */
export function* trainCounter(cell: CounterCell, seed: number): Generator<number, Counter> {
  const { longest, strings, batch, learningRate, clip, starts } = countingDefaults;
  const machine = machines[cell];
  const traces = Array.from({ length: longest }, (_, k) => nested(machine, k + 1));
  const [first] = traces;
  const theta = first!.theta;
  drawStart(machine, first!, seed, starts[cell]);
  const optimizer = adam(learningRate);
  const pick = rng(seed).stream('strings');
  const gradient = new Float64Array(theta.length);
  const updates = strings / batch;
  for (let update = 1; update <= updates; update++) {
    gradient.fill(0);
    for (let string = 0; string < batch; string++) {
      const trace = traces[pick.integer(1, longest) - 1]!;
      trace.theta.set(theta);
      machine.steps(trace, 1, trace.length);
      bptt(machine, trace);
      for (let i = 0; i < gradient.length; i++) gradient[i]! += trace.thetaGrad[i]! / batch;
    }
    clipNorm(gradient, clip);
    optimizer.update(theta, gradient);
    yield (0.9 * update) / updates;
  }
  return { cell, seed, theta: [...theta], reach: reachOf(cell, theta) };
}

/** Trains a counter without pausing. */
export function trainedCounter(cell: CounterCell, seed: number): Counter {
  const training = trainCounter(cell, seed);
  for (;;) {
    const { done, value } = training.next();
    if (done === true) return value;
  }
}

/** Returns the trace of a counter that reads n opening marks and n closing ones. */
export function readNested(cell: CounterCell, theta: ArrayLike<number>, n: number): Trace {
  const machine = machines[cell];
  const trace = nested(machine, n);
  trace.theta.set(theta);
  machine.steps(trace, 1, trace.length);
  return trace;
}

/** Whether the lamp is dark at every character but the last. */
export function isCountRight(trace: Trace): boolean {
  for (let t = 1; t <= trace.length; t++)
    if (trace.value('y', t)[0]! > 0.5 !== (t === trace.length)) return false;
  return true;
}

function reachOf(cell: CounterCell, theta: Float64Array): number {
  for (let n = 1; n <= countingDefaults.most; n++)
    if (!isCountRight(readNested(cell, theta, n))) return n - 1;
  return countingDefaults.most;
}

function nested(machine: Machine, n: number): Trace {
  const trace = machine.trace(2 * n);
  for (let t = 1; t <= 2 * n; t++) {
    trace.value('x', t)[0] = t <= n ? 1 : -1;
    trace.lossWeights[t] = t <= n ? 0 : 1 / n;
  }
  trace.value('d', 2 * n)[0] = 1;
  return trace;
}
