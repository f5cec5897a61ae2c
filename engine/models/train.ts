import { bptt, type GradientRule } from '../learn/bptt.ts';
import { clipNorm } from '../learn/clipping.ts';
import type { Optimizer } from '../learn/optimizer.ts';
import type { Machine } from '../machine/machine.ts';
import type { Trace } from '../machine/trace.ts';
import type { TaskSequence } from '../tasks/sequence.ts';

/** What a sequence needs to be learned from. */
export type Lesson = Pick<TaskSequence, 'inputs' | 'targets' | 'lossWeights'>;

/** How a network is taught. */
export interface Teaching {
  readonly optimizer: Optimizer;
  /** The most that the norm of a gradient may be. */
  readonly clip: number;
  /** Lessons in one update; their gradients are averaged. */
  readonly batch: number;
  readonly updates: number;
  /** How blame flows back; bptt unless said. */
  readonly rule?: GradientRule;
  /** A lesson begins with the state that the one before has left, and not with zeros. */
  readonly isCarried?: boolean;
}

/**
 * Trains a network in place: `theta` holds its first weights, and is changed by every update. Yields
 * the trace of each lesson as it was read, before blame flows back; whoever judges it may stop there.
 * Cost: `updates` × `batch` lessons, forwards and backwards.
 */
export function* train(
  machine: Machine,
  theta: Float64Array,
  lesson: () => Lesson,
  { optimizer, clip, batch, updates, rule = bptt, isCarried = false }: Teaching,
): Generator<{ readonly update: number; readonly trace: Trace }, void> {
  const traces = new Map<number, Trace>();
  const gradient = new Float64Array(theta.length);
  let last: Trace | undefined;
  for (let update = 1; update <= updates; update++) {
    gradient.fill(0);
    for (let n = 0; n < batch; n++) {
      const next = lesson();
      const { length } = next.inputs;
      const trace = traces.get(length) ?? machine.trace(length);
      traces.set(length, trace);
      trace.theta.set(theta);
      if (isCarried && last !== undefined) carry(machine, last, trace);
      readLesson(machine, trace, next);
      last = trace;
      yield { update, trace };
      rule(machine, trace);
      for (let i = 0; i < gradient.length; i++) gradient[i]! += trace.thetaGrad[i]! / batch;
    }
    clipNorm(gradient, clip);
    optimizer.update(theta, gradient);
  }
}

/** Runs a network over a lesson of the length of the trace, from the state in frame 0. */
export function readLesson(
  machine: Machine,
  trace: Trace,
  { inputs, targets, lossWeights }: Lesson,
): void {
  for (let t = 1; t <= trace.length; t++) {
    trace.value('x', t).set(inputs[t - 1]!);
    trace.value('d', t).set(targets[t - 1]!);
    trace.lossWeights[t] = lossWeights[t - 1]!;
  }
  machine.steps(trace, 1, trace.length);
}

/** Copies the state at the end of one trace to the beginning of another, or of the same. */
function carry({ program }: Machine, from: Trace, to: Trace): void {
  for (const name of program.state) to.value(name, 0).set(from.value(name, from.length));
}
