import type { RandomStream } from '../math/rng.ts';

/** A row of random signs, and what should be answered while it is read. */
export interface RecallRow {
  /** Sign and cue of each step; the cue is 1 at the first step and at the last. */
  readonly inputs: readonly (readonly [sign: number, cue: number])[];
  /** 1 for a plus, 0 for a minus: the sign before, and at the last step the first sign of all. */
  readonly targets: readonly number[];
}

/** Returns a row in which `gap` steps lie between the first sign and the question for it. */
export function recallRow(gap: number, random: RandomStream): RecallRow {
  const signs = Array.from({ length: gap + 1 }, () => (random.uniform() < 0.5 ? -1 : 1));
  const isPlus = (index: number): number => (signs[index]! > 0 ? 1 : 0);
  return {
    inputs: signs.map((sign, n) => [n === gap ? 0 : sign, n === 0 || n === gap ? 1 : 0] as const),
    targets: signs.map((_, n) => (n === gap ? isPlus(0) : isPlus(Math.max(0, n - 1)))),
  };
}

/** Returns the weights of the losses: 1 for the recall at the end, `echo` for each echo, 0 at the start. */
export const recallWeights = (gap: number, echo: number): number[] =>
  Array.from({ length: gap + 1 }, (_, n) => (n === gap ? 1 : n === 0 ? 0 : echo));
