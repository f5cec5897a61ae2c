import { lstm1997 } from '../cells/lstm-1997.ts';
import { lstm } from '../cells/lstm.ts';
import { sigmoidHead } from '../heads/sigmoid.ts';
import { adam } from '../learn/adam.ts';
import { bptt } from '../learn/bptt.ts';
import { clipNorm } from '../learn/clipping.ts';
import { compile, type Machine } from '../machine/machine.ts';
import type { Trace } from '../machine/trace.ts';
import { rng } from '../math/rng.ts';
import { join } from '../program/join.ts';
import type { Program } from '../program/types.ts';
import { quoteStream, type QuoteItem } from '../tasks/quote.ts';
import { markRow } from '../tasks/mark-rows.ts';
import { drawStart } from './start.ts';

/** Which cell: that of 1997, which cannot forget, or that of 2000. */
export type Year = 1997 | 2000;

/** What the book uses for both cells. */
export const endlessDefaults = {
  hiddenSize: 2,
  /** Characters of a training text; before each the states are 0. */
  length: 20,
  updates: 800,
  learningRate: 0.03,
  clip: 1,
  rates: { open: 0.08, close: 0.12 },
  /** Seed of the endless text. */
  text: 99,
} as const;

/** A trained reader, as a page can carry it. */
export interface EndlessReader {
  readonly year: Year;
  readonly seed: number;
  readonly theta: readonly number[];
}

/** A trained reader on one long text. */
export interface EndlessRun {
  readonly machine: Machine;
  readonly trace: Trace;
  readonly items: readonly QuoteItem[];
}

const machines: Readonly<Record<Year, Machine>> = {
  1997: machineOf(lstm1997),
  2000: machineOf(lstm),
};

function machineOf(cell: Program): Machine {
  return compile(join(cell, sigmoidHead), { D: 2, H: endlessDefaults.hiddenSize, K: 1 });
}

/**
 * Trains a cell on short texts that start from zero; yields the share that is done after each update.
 * Cost: 800 updates of 20 steps both ways.
 */
export function* trainEndless(year: Year, seed: number): Generator<number, EndlessReader> {
  const { length, updates, learningRate, clip, rates } = endlessDefaults;
  const machine = machines[year];
  const short = machine.trace(length);
  drawStart(machine, short, seed, year === 2000 ? { b_f: 1 } : {});
  const optimizer = adam(learningRate);
  const stream = rng(seed).stream('text');
  short.lossWeights.fill(1 / length);
  for (let update = 0; update < updates; update++) {
    read(machine, short, quoteStream(length, rates, stream));
    bptt(machine, short);
    clipNorm(short.thetaGrad, clip);
    optimizer.update(short.theta, short.thetaGrad);
    yield (update + 1) / updates;
  }
  return { year, seed, theta: [...short.theta] };
}

/** Lets a reader read `characters` of a text that never starts again. */
export function readEndless({ year, theta }: EndlessReader, characters: number): EndlessRun {
  const machine = machines[year];
  const { rates, text } = endlessDefaults;
  const items = quoteStream(characters, rates, rng(text).stream('endless'));
  const trace = machine.trace(characters);
  trace.theta.set(theta);
  read(machine, trace, items);
  return { machine, trace, items };
}

/** Trains a reader without pausing. */
export function endlessReader(year: Year, seed: number): EndlessReader {
  const training = trainEndless(year, seed);
  for (;;) {
    const next = training.next();
    if (next.done === true) return next.value;
  }
}

/** Trains a reader and lets it read. */
export const endlessRun = (year: Year, seed: number, characters: number): EndlessRun =>
  readEndless(endlessReader(year, seed), characters);

function read(machine: Machine, trace: Trace, items: readonly QuoteItem[]): void {
  items.forEach(({ x, inside }, index) => {
    trace.value('x', index + 1).set(markRow(x));
    trace.value('d', index + 1)[0] = inside;
    machine.step(trace, index + 1);
  });
}

/** Whether the lamp was right at step t. */
export const isLampRight = ({ trace, items }: EndlessRun, t: number): boolean =>
  trace.value('y', t)[0]! > 0.5 === (items[t - 1]?.inside === 1);

/** Share of right answers among the steps from `first` to `last`. */
export function rightShare(run: EndlessRun, first: number, last: number): number {
  let right = 0;
  for (let t = first; t <= last; t++) right += Number(isLampRight(run, t));
  return right / (last - first + 1);
}

/** The number in the cell that is largest in size at step t, with its unit. */
export function largestCell({ trace }: EndlessRun, t: number): { value: number; unit: number } {
  const cells = [...trace.value('c', t)];
  const unit = cells.reduce(
    (best, value, i) => (Math.abs(value) > Math.abs(cells[best]!) ? i : best),
    0,
  );
  return { value: cells[unit]!, unit };
}
