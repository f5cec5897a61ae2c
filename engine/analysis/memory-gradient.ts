import { neuron } from '../cells/neuron.ts';
import { jacobian } from '../learn/jacobian.ts';
import { compile } from '../machine/machine.ts';
import { play } from '../machine/play.ts';

/** One state of a neuron that reads a mark and then letters, and what reaches it from the mark. */
export interface Keep {
  /** Letters read since the mark. */
  readonly letters: number;
  readonly state: number;
  /** ∂h_t/∂h_{t−1}, the slope of this letter; 1 for the mark itself. */
  readonly factor: number;
  /** ∂h_t/∂h_1, the product of all slopes since the mark. */
  readonly gradient: number;
}

const machine = compile(neuron);

/**
 * Runs a neuron without bias from h = 0 over one mark, read with the weight u, and then letters;
 * returns entry n for the state after n letters. Cost: a step and a pullback for each letter.
 */
export function keeps(w: number, u: number, letters: number): Keep[] {
  const inputs = Array.from({ length: letters + 1 }, (_, n) => (n === 0 ? 1 : 0));
  const trace = play(machine, { params: { w, u, b: 0 }, inputs });
  let gradient = 1;
  return inputs.map((_, n) => {
    const factor = n === 0 ? 1 : jacobian(machine, trace, n + 1)[0]![0]!;
    gradient *= factor;
    return { letters: n, state: trace.value('h', n + 1)[0]!, factor, gradient };
  });
}

/** Returns the keep after so many letters. */
export const keepAfter = (w: number, u: number, letters: number): Keep =>
  keeps(w, u, letters)[letters]!;

/** Returns, of the weights 0, 0.001, … 3, the one that leaves most of the gradient. */
export function bestWeight(u: number, letters: number): { w: number; gradient: number } {
  let best = { w: 0, gradient: 0 };
  for (let n = 0; n <= 3000; n++) {
    const w = n / 1000;
    const { gradient } = keepAfter(w, u, letters);
    if (gradient > best.gradient) best = { w, gradient };
  }
  return best;
}

/** Returns the keep with the largest gradient among the first so many letters. */
export const peak = (w: number, u: number, letters: number): Keep | undefined =>
  keeps(w, u, letters).reduce((most, keep) => (keep.gradient > most.gradient ? keep : most));
