import {
  lagTerms,
  trainRecall,
  type LagTerm,
  type RecallResult,
  type RecallTraining,
} from '#engine/models/recall.ts';
import { log } from '#engine/math/index.ts';

/** Networks in the race, on consecutive seeds. */
export const RUNS = 8;
/** Updates that each of them has. */
export const UPDATES = 400;
/** The powers of ten between which the terms are drawn. */
export const POWERS = { from: -7, to: 1 } as const;

/** What the reader can set about the task and the race. */
export interface Race {
  readonly gap: number;
  readonly echo: number;
  readonly rule: 'adam' | 'sgd';
  /** Seed of the first network. */
  readonly seed: number;
}

/** The outcome of a race, for the recall alone and with the echo. */
export interface Outcome {
  readonly race: Race;
  readonly alone: readonly RecallResult[];
  readonly both: readonly RecallResult[];
}

const known = new Map<string, readonly RecallResult[]>();

/** Trains the networks of one task one after the other; yields the share that is done. Runs once a setting. */
export function* trainAll(race: Race): Generator<number, readonly RecallResult[]> {
  const key = JSON.stringify([race.gap, race.echo, race.rule, race.seed]);
  const found = known.get(key);
  if (found !== undefined) return found;
  const results: RecallResult[] = [];
  for (let run = 0; run < RUNS; run++) {
    const setting: RecallTraining = { ...race, seed: race.seed + run, updates: UPDATES };
    const training = trainRecall(setting);
    for (;;) {
      const next = training.next();
      if (next.done === true) {
        results.push(next.value);
        break;
      }
      yield (run + next.value) / RUNS;
    }
  }
  known.set(key, results);
  return results;
}

/** Runs both halves of a race; yields the share that is done. */
export function* runRace(race: Race): Generator<number, Outcome> {
  const alone = yield* halved(trainAll({ ...race, echo: 0 }), 0);
  const both = yield* halved(trainAll(race), 0.5);
  return { race, alone, both };
}

function* halved<Result>(work: Generator<number, Result>, done: number): Generator<number, Result> {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
    yield done + next.value / 2;
  }
}

/** How many of the networks recall. */
export const solved = (results: readonly RecallResult[]): number =>
  results.filter(({ solvedAt }) => solvedAt < Infinity).length;

/** The terms of the gradient by lag; those of the echo are proportional to its weight. */
export const termsOf = ({ gap, echo, seed }: Race): LagTerm[] =>
  lagTerms({ gap, echo: 1, seed }).map((term) => ({ ...term, echo: echo * term.echo }));

/** The largest term of all: its lag, its task, its size. */
export function loudest(terms: readonly LagTerm[]): {
  lag: number;
  task: 'recall' | 'echo';
  size: number;
} {
  const all = terms.flatMap(({ lag, recall, echo }) => [
    { lag, task: 'recall' as const, size: recall },
    { lag, task: 'echo' as const, size: echo },
  ]);
  return all.reduce((most, term) => (term.size > most.size ? term : most));
}

/** The power of ten of a term; the foot of the axis for what is smaller. */
export const powerOf = (value: number): number =>
  value > 0 ? Math.max(POWERS.from, log(value) / log(10)) : POWERS.from;
