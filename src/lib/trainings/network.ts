import { z } from 'astro/zod';
import { adam, cells, compile, join, sgd, type Machine, type Program } from '#engine/index.ts';
import { drawStart, startChrono } from '#engine/models/start.ts';
import type { Teaching } from '#engine/models/train.ts';

/** Which cell is trained, and how it starts. */
export const cellSettings = {
  cell: z.enum(cells.map(({ name }) => name)),
  /** Hidden units. */
  H: z.int().positive(),
  /** Biases by name, where they are not 0; «chrono» spreads the gates of an LSTM for the gap of the task. */
  starts: z.union([z.literal('chrono'), z.record(z.string(), z.number())]).default({}),
};

/** How it is taught. */
export const teachingSettings = {
  optimiser: z.enum(['adam', 'sgd']),
  rate: z.number().positive(),
  clip: z.number().positive(),
  batch: z.int().positive(),
  updates: z.int().positive(),
};

export type CellSetting = z.infer<z.ZodObject<typeof cellSettings>>;
export type TeachingSetting = z.infer<z.ZodObject<typeof teachingSettings>>;

/** A network with its first weights. */
export interface Newborn {
  readonly machine: Machine;
  readonly theta: Float64Array;
}

/** Returns the program of a cell by its name in an experiment. */
export const cellNamed = (name: string): Program => cells.find((cell) => cell.name === name)!;

/** Draws a network: weights uniform in ±1/√H, biases as `starts` says. `longest` is the gap to be bridged. */
export function newborn(
  { cell, H, starts }: CellSetting,
  head: Program,
  [D, K]: readonly [D: number, K: number],
  seed: number,
  longest?: number,
): Newborn {
  const machine = compile(join(cellNamed(cell), head), { D, H, K });
  const first = machine.trace(1);
  drawStart(machine, first, seed, starts === 'chrono' ? {} : starts);
  if (starts === 'chrono') {
    if (longest === undefined || !machine.program.quantities.has('b_f'))
      throw new Error(
        `${cell} cannot start «chrono» here: that needs a task with a gap, and an LSTM; give biases by name`,
      );
    startChrono(first, seed, longest);
  }
  return { machine, theta: first.theta.slice() };
}

export const teaching = ({ optimiser, rate, ...others }: TeachingSetting): Teaching => ({
  ...others,
  optimizer: optimiser === 'adam' ? adam(rate) : sgd(rate),
});
