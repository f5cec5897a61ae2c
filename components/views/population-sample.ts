import { runs } from '#components/primitives/runs.ts';
import { populationUpdate, updateAll } from '#engine/models/population-update.ts';
import { startOf } from '#engine/models/population-member.ts';
import { gapOf, KEPT, POPULATION, populationTraining, SOLVED } from '#engine/models/population.ts';
import { lanesOf } from '#engine/written/lanes.ts';
import { solvedIn } from './population.ts';

/** What readers without scripts see: every third column and every fifth row, trained by the server. */
export interface Sample {
  readonly columns: number;
  readonly rows: number;
  /** Those that solved the task, as a path in units of the sample. */
  readonly solved: string;
  readonly share: number;
}

const { columns, rows } = POPULATION;

/** Trains the sample with the twin, on the server: a page that shows it does not load the twin. */
export function sampleOf(): Sample {
  const size = { columns: columns / 3, rows: rows / 5 };
  const members = Array.from({ length: size.columns * size.rows }, (_, n) => ({
    column: 3 * (n % size.columns) + 1,
    row: 5 * Math.floor(n / size.columns) + 2,
  }));
  const kept = new Float64Array(members.length * KEPT);
  members.forEach((member, n) => kept.set(startOf(member), n * KEPT));
  const gaps = Float64Array.from(members, ({ column }) => gapOf(column));
  updateAll(lanesOf(populationUpdate, size.columns), kept, gaps, populationTraining.updates);
  const isSolved = (n: number): boolean => kept[(n + 1) * KEPT - 1]! < SOLVED;
  return {
    ...size,
    solved: runs(size.columns, size.rows, isSolved),
    share: solvedIn(kept) / members.length,
  };
}
