import { log } from '../math/log.ts';
import type { RandomStream } from '../math/rng.ts';
import { checkSize, row, type TaskSequence } from './sequence.ts';

/** Sizes of a copy task: how many symbols of how many kinds, and the blanks before they are asked for. */
export interface CopySizes {
  readonly symbols: number;
  readonly kinds: number;
  readonly blanks: number;
}

const BLANK = '·';
const GO = '?';

/** The alphabet: kinds 1, 2, …, then the blank and the sign to begin. */
const copyAlphabet = (kinds: number): string[] => [
  ...Array.from({ length: kinds }, (_, k) => String(k + 1)),
  BLANK,
  GO,
];

/**
 * Returns symbols, blanks, the sign and room for the answer: blanks are wanted until the sign, from
 * it on the symbols in their order. Length: blanks + 2 · symbols. Errors: a size below 1; blanks below 1.
 * Source: hochreiter1997, arjovsky2016.
 */
export function copyMemory(
  { symbols, kinds, blanks }: CopySizes,
  random: RandomStream,
): TaskSequence {
  for (const [name, value] of Object.entries({ symbols, kinds, blanks }))
    checkSize('copy memory', name, value, 1);
  const alphabet = copyAlphabet(kinds);
  const memory = Array.from({ length: symbols }, () => String(random.integer(1, kinds)));
  const blank = (length: number): string[] => Array<string>(length).fill(BLANK);
  const read = [...memory, ...blank(blanks - 1), GO, ...blank(symbols)];
  const wanted = [...blank(blanks + symbols), ...memory];
  return {
    inputs: read.map((symbol) => row(alphabet, symbol)),
    targets: wanted.map((symbol) => row(alphabet, symbol)),
    lossWeights: read.map(() => 1),
    symbols: read,
  };
}

/**
 * Returns the mean cross-entropy per step, in nats, of the best answer without memory: blanks, then a
 * guess among the kinds: symbols · log kinds / (blanks + 2 · symbols).
 */
export const copyBaseline = ({ symbols, kinds, blanks }: CopySizes): number =>
  (symbols * log(kinds)) / (blanks + 2 * symbols);
