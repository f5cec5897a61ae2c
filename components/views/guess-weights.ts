import { finished } from '#components/lib/in-slices.ts';
import { log } from '#engine/math/index.ts';
import {
  guessRound,
  ROUND,
  TRIAL,
  type Guess,
  type GuessSetting,
} from '#engine/models/guess-weights.ts';

/** Rounds that a reader can run at most. */
export const ROUNDS = 25;
/** Misses of the first round that are drawn: enough to see that they lie everywhere. */
const SAMPLE = 500;
/** Characters in one bar of the histogram. */
const BIN = 20;

/** What all rounds so far have found. */
export interface Search {
  readonly setting: GuessSetting;
  readonly guesses: number;
  readonly hits: readonly Guess[];
  /** Some of the misses. */
  readonly misses: readonly Guess[];
  /** Guesses by how far they came, in bins of 20 characters; the last counts the hits. */
  readonly reach: readonly number[];
}

const known = new Map<string, Guess[]>();

function* roundOf(setting: GuessSetting, round: number): Generator<number, Guess[]> {
  const key = JSON.stringify([setting, round]);
  const found = known.get(key) ?? (yield* guessRound(setting, round));
  // one round is half a megabyte; other settings are made anew
  if (known.size >= ROUNDS) known.clear();
  known.set(key, found);
  return found;
}

/** Runs so many rounds of guesses, or recalls them; yields while it goes on. */
export function* searching(setting: GuessSetting, rounds: number): Generator<number, Search> {
  const reach = Array<number>(TRIAL / BIN + 1).fill(0);
  const hits: Guess[] = [];
  let misses: readonly Guess[] = [];
  for (let round = 1; round <= rounds; round++) {
    const guesses = yield* roundOf(setting, round);
    for (const guess of guesses) {
      reach[Math.floor(guess.right / BIN)]! += 1;
      if (guess.right === TRIAL) hits.push(guess);
    }
    if (round === 1) misses = guesses.slice(0, SAMPLE).filter(({ right }) => right < TRIAL);
  }
  return { setting, guesses: rounds * ROUND, hits, misses, reach };
}

/** The same without pausing. */
export const search = (setting: GuessSetting, rounds: number): Search =>
  finished(searching(setting, rounds));

/** The height of a bar on a logarithmic axis that begins at a half, so that one guess is seen. */
export const barOf = (count: number): number => (count > 0 ? log(count) / log(10) : -0.4);

/** The smallest recurrent weight of a hit, or undefined without hits. */
export const smallestWeight = (hits: readonly Guess[]): number | undefined =>
  hits.length === 0 ? undefined : Math.min(...hits.map(({ w }) => w));
