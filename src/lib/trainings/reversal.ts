import { z } from 'astro/zod';
import { rng, type RandomStream } from '#engine/math/index.ts';
import { read } from '#engine/models/encoder-decoder.ts';
import { greedy } from '#engine/models/greedy.ts';
import { drawPairNetwork, trainPairs, type Pair } from '#engine/models/train-pairs.ts';
import { reversal as reversed, reversalAlphabet } from '#engine/tasks/reversal.ts';
import { tokenOf } from '#engine/tasks/sequence.ts';
import { cellNamed, cellSettings, teaching, teachingSettings } from './network.ts';
import { task } from './task.ts';

/** Lengths at which a trained network is tried, and words of each. */
const LENGTHS = [4, 6, 8, 10] as const;
const TESTED = 100;

/** Words of random letters, read by one network and written from their end by another. */
export const reversal = task(
  z.strictObject({
    ...teachingSettings,
    cell: cellSettings.cell,
    H: cellSettings.H,
    /** Length of a letter's vector. */
    E: z.int().positive(),
    /** Different letters. */
    letters: z.int().positive(),
    /** Letters of the longest word in training. */
    longest: z.int().positive(),
    /** Whether the writer looks back at what was read. */
    attention: z.boolean(),
  }),
  Object.fromEntries(
    LENGTHS.map((length) => [
      `exact ${length}`,
      `share of ${TESTED} fresh words of ${length} letters that are written without a mistake`,
    ]),
  ),
  (setting, seed) => {
    const { cell, H, E, letters, longest, attention } = setting;
    const start = drawPairNetwork(
      { cell: cellNamed(cell), sizes: { H, E }, words: letters, looks: attention },
      seed,
    );
    const words = rng(seed).stream('words to reverse');
    const next = () => pair(words.integer(1, longest), letters, words);
    let network = start;
    for (const trained of trainPairs(start, next, teaching(setting))) network = trained;
    const test = rng(seed).stream('test');
    return Object.fromEntries(
      LENGTHS.map((length) => {
        const right = Array.from({ length: TESTED }, () => pair(length, letters, test)).filter(
          ({ source, target }) =>
            greedy(network, read(network, source), length).tokens.every((k, t) => k === target[t]),
        );
        return [`exact ${length}`, right.length / TESTED];
      }),
    );
  },
);

function pair(length: number, kinds: number, random: RandomStream): Pair {
  const alphabet = reversalAlphabet(kinds);
  const { source, target } = reversed(length, kinds, random);
  const tokens = (word: readonly string[]) => word.map((letter) => tokenOf(alphabet, letter));
  return { source: tokens(source), target: tokens(target) };
}
