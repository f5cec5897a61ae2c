import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { contentPath } from './content-files.ts';
import { ContentError } from './content-problem.ts';
import { cellsOf, settingOf, trainingNamed, type Training } from './training.ts';

/** The numbers of one run. */
export type Numbers = Readonly<Record<string, number>>;

/** What became of a cell of the table. */
export interface CellResult {
  readonly row: string;
  readonly column: string;
  /** A line for each seed, from 1. */
  readonly seeds: readonly Numbers[];
  /** How many seeds solved it, where the experiment says what that is. */
  readonly solved?: number;
  /** Per number: least, median and most over the seeds. */
  readonly spread: Readonly<Record<string, readonly [least: number, median: number, most: number]>>;
}

/** What is stored of an experiment: the same bits whoever ran it. */
export interface TrainingResults {
  /** The recipe that was run. */
  readonly recipe: string;
  readonly cells: readonly CellResult[];
}

/** Trains and measures one network of an experiment. */
export const trainOne = (training: Training, row: string, column: string, seed: number): Numbers =>
  training.does.run(settingOf(training, row, column), seed, training.solved);

/** Runs all of an experiment; `tell` hears of every cell that is done. */
export function runTraining(
  training: Training,
  tell: (cell: CellResult) => void = () => undefined,
): TrainingResults {
  const cells = cellsOf(training).map(([row, column]) => {
    const seeds = Array.from({ length: training.seeds }, (_, n) =>
      trainOne(training, row, column, n + 1),
    );
    const cell = summary(training, row, column, seeds);
    tell(cell);
    return cell;
  });
  return { recipe: training.recipe, cells };
}

const resultPath = (name: string): string => contentPath(`experiments/results/${name}.json`);

/** Returns the results of an experiment as they are stored; undefined where there are none. */
export function storedResults(name: string): TrainingResults | undefined {
  const path = resultPath(name);
  if (!existsSync(path)) return undefined;
  return JSON.parse(readFileSync(path, 'utf8')) as TrainingResults;
}

/** Stores results: a line a seed, so that a difference is seen line by line. */
export function storeResults(name: string, { recipe, cells }: TrainingResults): void {
  const lines = cells.map(
    ({ seeds, ...rest }) =>
      `    ${JSON.stringify({ ...rest }).slice(0, -1)}, "seeds": [\n${seeds
        .map((numbers) => `      ${JSON.stringify(numbers)}`)
        .join(',\n')}\n    ]}`,
  );
  const text = `{\n  "recipe": "${recipe}",\n  "cells": [\n${lines.join(',\n')}\n  ]\n}\n`;
  writeFileSync(resultPath(name), text);
}

/** Which number of a training: «solved», «runs», or a measured one with the place it takes. */
export interface TrainingNumber {
  readonly training: string;
  readonly row: string;
  readonly column: string;
  readonly of: string;
  readonly take?: string | undefined;
}

const PLACES = ['least', 'median', 'most'] as const;

/** Returns the stored results of an experiment. Errors: results that are missing, or of another recipe. */
export function currentResults(name: string): TrainingResults {
  const { recipe } = trainingNamed(name);
  const results = storedResults(name);
  if (results?.recipe === recipe) return results;
  throw new ContentError({
    file: resultPath(name),
    line: 1,
    column: 1,
    found: results === undefined ? 'no results' : 'the results of another recipe',
    expected: `those of content/experiments/training/${name}.yaml as it stands`,
    hint: `run npm run experiments -- ${name}`,
  });
}

/** Returns a stored number of a training. Errors: those of `currentResults`; a name that is not there. */
export function trainingNumber({
  training,
  row,
  column,
  of,
  take = 'median',
}: TrainingNumber): number {
  const results = currentResults(training);
  const cell = results.cells.find((one) => one.row === row && one.column === column);
  if (cell === undefined)
    throw new Error(
      `${training} has no cell «${row}», «${column}»; its rows and columns stand in content/experiments/training/${training}.yaml`,
    );
  if (of === 'runs') return cell.seeds.length;
  const place = PLACES.findIndex((one) => one === take);
  const value = of === 'solved' ? cell.solved : cell.spread[of]?.[place];
  if (value === undefined)
    throw new Error(
      `${training} has no «${of}» with take «${take}»; there are solved, runs, ${Object.keys(cell.spread).join(', ')}, and of these ${PLACES.join(', ')}`,
    );
  return value;
}

function summary(
  { solved, does }: Training,
  row: string,
  column: string,
  seeds: readonly Numbers[],
): CellResult {
  const spread = Object.fromEntries(
    Object.keys(does.numbers).map((name) => [name, spreadOf(seeds.map((one) => one[name]!))]),
  );
  if (solved === undefined) return { row, column, spread, seeds };
  const { number, above } = solved;
  const count = seeds.filter((one) => one[number]! > above).length;
  return { row, column, solved: count, spread, seeds };
}

/** Of an even number of seeds the lower of the two in the middle is taken: a number that was measured. */
function spreadOf(values: readonly number[]): [least: number, median: number, most: number] {
  const sorted = values.toSorted((a, b) => a - b);
  return [sorted[0]!, sorted[Math.floor((sorted.length - 1) / 2)]!, sorted.at(-1)!];
}
