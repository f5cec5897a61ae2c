import { entrants, type Entrant, type Heat, type HeatResult } from '#engine/models/race.ts';

/** Seeds of each entrant in one race. */
export const SEEDS = 16;

/** A race stops by itself after so many milliseconds, and can be gone on with. */
export const LIMIT = 5000;

/** All heats of a race, seed by seed, so that every lane grows at the same pace. */
export const heatsOf = (gap: number, firstSeed: number): Heat[] =>
  Array.from({ length: SEEDS }, (_, n) => firstSeed + n).flatMap((seed) =>
    entrants.map(({ id }) => ({ entrant: id, gap, seed })),
  );

export const keyOf = ({ entrant, gap, seed }: Heat): string => `${entrant}, ${gap}, ${seed}`;

/** When a heat was solved, which is all that a lane shows of it. */
export type Finish = Omit<HeatResult, 'loss'>;

/** How one entrant did so far. */
export interface Lane {
  readonly entrant: Entrant;
  readonly results: readonly Finish[];
  readonly solved: number;
  /** The middle one of the updates at which it had solved the task, over those that did. */
  readonly median: number | undefined;
}

export function lanesOf(results: readonly Finish[]): Lane[] {
  return entrants.map((entrant) => {
    const own = results.filter((result) => result.entrant === entrant.id);
    const times = own.flatMap(({ solvedAt }) => (solvedAt === undefined ? [] : [solvedAt]));
    const ordered = times.toSorted((a, b) => a - b);
    return {
      entrant,
      results: own,
      solved: times.length,
      median: ordered[Math.floor((ordered.length - 1) / 2)],
    };
  });
}

const rate = ({ solved, results }: Lane): number => solved / Math.max(1, results.length);

/** The entrants with the largest share of solved heats, and among these the quickest by their middle run. */
export function winners(lanes: readonly Lane[]): Lane[] {
  const most = Math.max(...lanes.map(rate));
  if (most === 0) return [];
  const best = lanes.filter((lane) => rate(lane) === most);
  const least = Math.min(...best.map(({ median }) => median ?? Infinity));
  return best.filter(({ median }) => median === least);
}

/** How an entrant is called in a sentence. */
export const called = ({ name, start }: Entrant): string =>
  name === 'plain layer' ? 'the plain layer' : `the ${name} with ${start}`;
