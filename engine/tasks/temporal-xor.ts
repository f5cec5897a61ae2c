import type { RandomStream } from '../math/rng.ts';
import { checkSize, type TaskSequence } from './sequence.ts';

/**
 * Returns a stream of bits in which every third is the exclusive or of the two before it; the next bit is
 * asked for. Two bits of three are chance, so the best mean loss is ⅔ log 2. Source: elman1990.
 * Errors: fewer than one step.
 */
export function temporalXor(length: number, random: RandomStream): TaskSequence {
  checkSize('temporal xor', 'length', length, 1);
  const bits: number[] = [];
  for (let t = 0; t <= length; t++)
    bits.push(t % 3 === 2 ? bits[t - 1]! ^ bits[t - 2]! : random.integer(0, 1));
  return {
    inputs: bits.slice(0, -1).map((bit) => [bit]),
    targets: bits.slice(1).map((bit) => [bit]),
    lossWeights: bits.slice(1).map(() => 1),
    symbols: bits.slice(0, -1).map(String),
  };
}

/** Returns for every step the true chance that the next bit is 1, for a reader who knows where triples begin. */
export const xorTruth = ({ inputs }: TaskSequence): number[] =>
  inputs.map(([bit = 0], t) => (t % 3 === 1 ? bit ^ inputs[t - 1]![0]! : 0.5));
