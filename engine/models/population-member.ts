import { bptt } from '../learn/bptt.ts';
import { clipNorm } from '../learn/clipping.ts';
import type { Trace } from '../machine/trace.ts';
import { spectralRadius } from '../math/eigenvalues.ts';
import { rng } from '../math/rng.ts';
import { populationMachine, populationTraining, radiusOf, type Member } from './population.ts';

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
