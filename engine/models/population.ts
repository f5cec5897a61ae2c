import { rnn } from '../cells/rnn.ts';
import { sigmoidHead } from '../heads/sigmoid.ts';
import { bptt } from '../learn/bptt.ts';
import { clipNorm } from '../learn/clipping.ts';
import { compile, type Machine } from '../machine/machine.ts';
import type { Trace } from '../machine/trace.ts';
import { spectralRadius } from '../math/eigenvalues.ts';
import { rng } from '../math/rng.ts';
import { join } from '../program/join.ts';

/** Networks of two units over a plane, each with a start of its own: gap across, spectral radius up. */
export const POPULATION = {
  columns: 60,
  rows: 70,
  /** Letters between the mark and the question. */
  gap: [1, 20],
  /** Spectral radius of the recurrent matrix before the first update. */
  radius: [0.05, 1.6],
} as const;

/** How all of them are trained: gradient descent, clipped by norm; both texts in each update. */
export const populationTraining = { updates: 300, learningRate: 1, clip: 1 } as const;

/** A loss from here on is no solution; chance is log 2. */
export const SOLVED = 0.1;

/** One network of the population by its place. */
export interface Member {
  readonly column: number;
  readonly row: number;
}

export const populationMachine: Machine = compile(join(rnn, sigmoidHead), { D: 1, H: 2, K: 1 });

/** How many numbers a network has. */
export const WEIGHTS = populationMachine.layout.thetaSize;

/** Numbers that are kept of each network: its weights, and its loss before the last update. */
export const KEPT = WEIGHTS + 1;

export const networks = POPULATION.columns * POPULATION.rows;

/** The gap of a column; several columns share one. */
export function gapOf(column: number): number {
  const [least, most] = POPULATION.gap;
  return least + Math.floor((column * (most - least + 1)) / POPULATION.columns);
}

/** The spectral radius that a row starts with. */
export function radiusOf(row: number): number {
  const [least, most] = POPULATION.radius;
  return least + ((most - least) * row) / (POPULATION.rows - 1);
}

/** The weights that a network starts with, as θ: all normal, the recurrent matrix scaled, biases 0. */
export function startOf({ column, row }: Member): Float64Array {
  const random = rng(`population/${column}/${row}`).stream('weights');
  const trace = populationMachine.trace(1);
  for (const name of ['W_xh', 'W_hh', 'W_hy']) {
    const view = trace.value(name);
    for (let i = 0; i < view.length; i++) view[i] = random.normal();
  }
  const matrix = trace.value('W_hh');
  const [a = 0, b = 0, c = 0, d = 0] = matrix;
  const scale =
    radiusOf(row) /
    spectralRadius([
      [a, b],
      [c, d],
    ]);
  for (let i = 0; i < matrix.length; i++) matrix[i]! *= scale;
  return trace.theta.slice();
}

/** The two texts, each a mark and then letters; only the last answer is judged. */
export function recallTexts(theta: Float64Array, gap: number): readonly [Trace, Trace] {
  const text = (x: number, target: number): Trace => {
    const trace = populationMachine.trace(gap + 1);
    trace.theta.set(theta);
    trace.value('x', 1)[0] = x;
    trace.lossWeights.fill(0);
    trace.lossWeights[trace.length] = 0.5;
    trace.value('d', trace.length)[0] = target;
    for (let t = 1; t <= trace.length; t++) populationMachine.step(trace, t);
    return trace;
  };
  return [text(1, 1), text(-1, 0)];
}

/**
 * Trains θ in place, so many updates; returns the mean loss of the two texts before each. Yields the share that
 * is done.
 */
export function* trainMember(
  theta: Float64Array,
  gap: number,
  updates: number,
): Generator<number, number[]> {
  const gradient = new Float64Array(theta.length);
  const losses: number[] = [];
  while (losses.length < updates) {
    gradient.fill(0);
    let loss = 0;
    for (const trace of recallTexts(theta, gap)) {
      bptt(populationMachine, trace);
      loss += trace.loss();
      for (let i = 0; i < theta.length; i++) gradient[i]! += trace.thetaGrad[i]!;
    }
    losses.push(loss);
    clipNorm(gradient, populationTraining.clip);
    for (let i = 0; i < theta.length; i++)
      theta[i]! -= populationTraining.learningRate * gradient[i]!;
    yield losses.length / updates;
  }
  return losses;
}
