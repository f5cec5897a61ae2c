import { z } from 'astro/zod';
import { finished } from '#components/lib/in-slices.ts';
import { guessRound, ROUND, TRIAL } from '#engine/models/guess-weights.ts';
import { task } from './task.ts';

/** No training: weights of the lamp are drawn until they happen to be right. */
export const guess = task(
  z.strictObject({
    /** How many numbers are guessed. */
    freedom: z.union([z.literal(5), z.literal(8)]),
    /** They are drawn evenly from −range to range. */
    range: z.number().positive(),
    /** Rounds of guesses. */
    rounds: z.int().positive(),
  }),
  {
    guesses: 'lamps that were tried',
    hits: `lamps that were right at all ${TRIAL} characters`,
  },
  ({ freedom, range, rounds }, seed) => {
    let hits = 0;
    for (let round = 0; round < rounds; round++)
      hits += finished(guessRound({ freedom, range, seed }, round)).filter(
        ({ right }) => right === TRIAL,
      ).length;
    return { guesses: rounds * ROUND, hits };
  },
);
