import type { RandomStream } from '../math/rng.ts';
import { oneHot } from '../math/one-hot.ts';
import { checkSize, pick, row, type TaskSequence } from './sequence.ts';

/** Start, end, the two that matter, and four that do not. */
const ORDER_ALPHABET = ['E', 'B', 'X', 'Y', 'a', 'b', 'c', 'd'] as const;

const DISTRACTORS = ['a', 'b', 'c', 'd'] as const;

/**
 * Returns E, `length` symbols, B; in the first fifth and around the middle one symbol is X or Y, all
 * others are noise. At B one of four classes is asked for: XX, XY, YX, YY. Without memory log 4 is
 * the best. Errors: a length below 10. Source: hochreiter1997, experiment 6a.
 */
export function temporalOrder(length: number, random: RandomStream): TaskSequence {
  checkSize('temporal order', 'length', length, 10);
  const tenth = Math.floor(length / 10);
  const places = [random.integer(tenth, 2 * tenth), random.integer(5 * tenth, 6 * tenth)];
  const marks = [random.integer(0, 1), random.integer(0, 1)];
  const body = Array.from({ length }, (_, t) => {
    const which = places.indexOf(t);
    return which < 0 ? pick(DISTRACTORS, random) : marks[which] === 0 ? 'X' : 'Y';
  });
  const symbols = ['E', ...body, 'B'];
  const [first = 0, second = 0] = marks;
  return {
    inputs: symbols.map((symbol) => row(ORDER_ALPHABET, symbol)),
    targets: symbols.map(() => oneHot(2 * first + second, 4)),
    lossWeights: symbols.map((_, t) => Number(t === length + 1)),
    symbols,
  };
}
