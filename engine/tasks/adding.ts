import type { RandomStream } from '../math/rng.ts';
import { checkSize, type TaskSequence } from './sequence.ts';

/** How the two marked numbers make the target, and how well one can do without reading them. */
export interface PairRule {
  /** Lowest of the random numbers; the highest is 1. */
  readonly low: -1 | 0;
  target(first: number, second: number): number;
  /** Mean of the target, which is the best blind answer, and the mean squared error it leaves. */
  readonly blindAnswer: number;
  readonly blindError: number;
}

/** The sum of two numbers in 0 … 1: variance 1/12 each. */
export const sumOfTwo: PairRule = {
  low: 0,
  target: (first, second) => first + second,
  blindAnswer: 1,
  blindError: 1 / 6,
};

/** As first published: numbers in −1 … 1, and a target in 0 … 1. Source: hochreiter1997. */
export const scaledSum: PairRule = {
  low: -1,
  target: (first, second) => 0.5 + (first + second) / 4,
  blindAnswer: 0.5,
  // variance 1/3 each, divided by 4²
  blindError: 1 / 24,
};

/** The product of two numbers in 0 … 1: E[x²]² − E[x]⁴ = 1/9 − 1/16. Source: hochreiter1997. */
export const productOfTwo: PairRule = {
  low: 0,
  target: (first, second) => first * second,
  blindAnswer: 1 / 4,
  blindError: 7 / 144,
};

/**
 * Returns `length` random numbers with marks on two of them, one in each half; at the last step their
 * sum, or what `rule` says, is asked for. Errors: a length below 2. Source: hochreiter1997.
 */
export function adding(length: number, random: RandomStream, rule = sumOfTwo): TaskSequence {
  checkSize('adding', 'length', length, 2);
  const half = Math.floor(length / 2);
  const marked = [random.integer(0, half - 1), random.integer(half, length - 1)];
  const numbers = Array.from({ length }, () => rule.low + (1 - rule.low) * random.uniform());
  const [first = 0, second = 0] = marked.map((place) => numbers[place]!);
  return {
    inputs: numbers.map((value, t) => [value, Number(marked.includes(t))]),
    targets: numbers.map(() => [rule.target(first, second)]),
    lossWeights: numbers.map((_, t) => Number(t === length - 1)),
    symbols: numbers.map((value, t) => value.toFixed(2) + (marked.includes(t) ? '*' : '')),
  };
}
