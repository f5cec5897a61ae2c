import type { RandomStream } from '../math/rng.ts';
import { checkSize, type TaskPair } from './sequence.ts';

/** Returns the first `kinds` letters. Errors: no letter, or more than there are. */
export function reversalAlphabet(kinds: number): string[] {
  checkSize('reversal', 'kinds', kinds, 1);
  if (kinds > 26) throw new Error(`reversal: kinds is ${kinds}; expected at most 26 letters`);
  return Array.from({ length: kinds }, (_, k) => String.fromCharCode(97 + k));
}

/** Returns a random word and the same word from its end. Errors: a length below 1. */
export function reversal(length: number, kinds: number, random: RandomStream): TaskPair {
  checkSize('reversal', 'length', length, 1);
  const alphabet = reversalAlphabet(kinds);
  const source = Array.from({ length }, () => alphabet[random.integer(0, kinds - 1)]!);
  return { source, target: source.toReversed() };
}
