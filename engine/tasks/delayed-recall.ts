import type { RandomStream } from '../math/rng.ts';
import { checkSize, type TaskSequence } from './sequence.ts';

/**
 * Returns one bit, ±1 on the first line at the first step, and `gap` steps of noise ±1 on the second line;
 * after the last of them the bit is asked for: the target is 1 for +1, else 0. Source: bengio1994.
 * Without memory nothing is better than a guess, log 2. Errors: a gap below 1.
 */
export function delayedRecall(gap: number, random: RandomStream): TaskSequence {
  checkSize('delayed recall', 'gap', gap, 1);
  const bit = random.integer(0, 1);
  const noise = Array.from({ length: gap }, () => 2 * random.integer(0, 1) - 1);
  const steps = [0, ...noise];
  return {
    inputs: steps.map((value, t) => [t === 0 ? 2 * bit - 1 : 0, value]),
    targets: steps.map(() => [bit]),
    lossWeights: steps.map((_, t) => Number(t === gap)),
    symbols: steps.map((value, t) => (t === 0 ? String(bit) : value > 0 ? '+' : '−')),
  };
}

/**
 * The same with a question on the way that needs a memory of one step only: was the noise before this
 * one +? It weighs `echoWeight`; a third line says when the bit is asked for instead. The short way pulls
 * at the same weights as the long one, and optimisers that rescale tiny gradients have no tiny one.
 */
export function competingRecall(gap: number, random: RandomStream, echoWeight = 0.2): TaskSequence {
  const plain = delayedRecall(gap, random);
  const isAsked = (t: number): boolean => t === gap;
  const noise = plain.inputs.map(([, value = 0]) => value);
  return {
    ...plain,
    inputs: plain.inputs.map((line, t) => [...line, Number(isAsked(t))]),
    targets: plain.targets.map((bit, t) => (isAsked(t) ? bit : [Number((noise[t - 1] ?? 0) > 0)])),
    // the step after the bit has no noise before it
    lossWeights: noise.map((_, t) => (isAsked(t) ? 1 : t >= 2 ? echoWeight : 0)),
  };
}

/** Returns the bit that a sequence of `delayedRecall` asks for, out of its inputs alone. */
export const recalled = ({ inputs }: TaskSequence): number => Number(inputs[0]![0]! > 0);
