import { rnn } from '../cells/rnn.ts';
import { sigmoidHead } from '../heads/sigmoid.ts';
import { compile, type Machine } from '../machine/machine.ts';
import { join } from '../program/join.ts';

/** Networks of two units over a plane, each with a start of its own: gap across, spectral radius up. */
export const POPULATION = {
  columns: 60,
  rows: 70,
  /** Letters between the mark and the question. */
  gap: [1, 20],
  /** Spectral radius of the recurrent matrix before the first update. */
  radius: [0.05, 1.6],
} as const;

/** How all of them are trained: gradient descent, clipped by norm; both texts in each update. */
export const populationTraining = { updates: 300, learningRate: 1, clip: 1 } as const;

/** A loss from here on is no solution; chance is log 2. */
export const SOLVED = 0.1;

/** One network of the population by its place. */
export interface Member {
  readonly column: number;
  readonly row: number;
}

export const populationMachine: Machine = compile(join(rnn, sigmoidHead), { D: 1, H: 2, K: 1 });

/** How many numbers a network has. */
export const WEIGHTS = populationMachine.layout.thetaSize;

/** Numbers that are kept of each network: its weights, and its loss before the last update. */
export const KEPT = WEIGHTS + 1;

export const networks = POPULATION.columns * POPULATION.rows;

/** The gap of a column; several columns share one. */
export function gapOf(column: number): number {
  const [least, most] = POPULATION.gap;
  return least + Math.floor((column * (most - least + 1)) / POPULATION.columns);
}

/** The spectral radius that a row starts with. */
export function radiusOf(row: number): number {
  const [least, most] = POPULATION.radius;
  return least + ((most - least) * row) / (POPULATION.rows - 1);
}
