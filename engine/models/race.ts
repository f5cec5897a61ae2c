import { gru } from '../cells/gru.ts';
import { lstm } from '../cells/lstm.ts';
import { rnn } from '../cells/rnn.ts';
import { sigmoidHead } from '../heads/sigmoid.ts';
import { adam } from '../learn/adam.ts';
import { bptt } from '../learn/bptt.ts';
import { clipNorm } from '../learn/clipping.ts';
import { compile, type Machine } from '../machine/machine.ts';
import type { Trace } from '../machine/trace.ts';
import { join } from '../program/join.ts';
import type { Program } from '../program/types.ts';
import { drawStart, startChrono, type Starts } from './start.ts';

/** A cell with a way to start it. */
export interface Entrant {
  readonly id: string;
  readonly name: string;
  /** How its gates stand at birth, in a few words. */
  readonly start: string;
  readonly cell: Program;
  readonly starts: Starts | 'chrono';
}

/** The field of the race, in the order of its lanes. */
export const entrants: readonly Entrant[] = [
  { id: 'rnn', name: 'plain layer', start: 'no gates', cell: rnn, starts: {} },
  { id: 'lstm-0', name: 'LSTM', start: 'forget bias 0', cell: lstm, starts: {} },
  { id: 'lstm-1', name: 'LSTM', start: 'forget bias 1', cell: lstm, starts: { b_f: 1 } },
  { id: 'lstm-chrono', name: 'LSTM', start: 'biases spread', cell: lstm, starts: 'chrono' },
  { id: 'gru-0', name: 'GRU', start: 'update bias 0', cell: gru, starts: {} },
  { id: 'gru-2', name: 'GRU', start: 'update bias 2', cell: gru, starts: { b_z: 2 } },
];

/** One run of one entrant. The same setting gives the same run on every machine. */
export interface Heat {
  readonly entrant: string;
  /** Letters between the mark and the question. */
  readonly gap: number;
  readonly seed: number;
}

export interface HeatResult extends Heat {
  /** The update before which the loss was below `SOLVED`; undefined if it never was. */
  readonly solvedAt: number | undefined;
  /** Mean loss of the two texts at the end. */
  readonly loss: number;
}

/** What the book uses for every heat. */
export const heatDefaults = {
  hiddenSize: 4,
  updates: 300,
  learningRate: 0.01,
  clip: 1,
} as const;

/** A mean loss from here on is no solution; chance is log 2. */
const SOLVED = 0.1;

/**
 * Trains one entrant to recall a mark after `gap` letters. There are two texts, “… and ”…, and every
 * update sees both. Yields the share that is done. Cost: up to 300 updates of 2 (gap + 1) steps both ways.
 */
export function* runHeat({ entrant, gap, seed }: Heat): Generator<number, HeatResult> {
  const found = entrants.find(({ id }) => id === entrant);
  if (found === undefined)
    throw new Error(
      `no entrant «${entrant}»; there are ${entrants.map(({ id }) => id).join(', ')}`,
    );
  const { hiddenSize, updates, learningRate, clip } = heatDefaults;
  const machine: Machine = compile(join(found.cell, sigmoidHead) as Program, {
    D: 1,
    H: hiddenSize,
    K: 1,
  });
  const [opening, closing] = recallTexts(machine, gap);
  if (found.starts === 'chrono') {
    drawStart(machine, opening, seed);
    startChrono(opening, seed, gap);
  } else drawStart(machine, opening, seed, found.starts);
  const optimizer = adam(learningRate);
  const gradient = new Float64Array(machine.layout.thetaSize);
  let loss = NaN;
  for (let update = 1; update <= updates; update++) {
    closing.theta.set(opening.theta);
    gradient.fill(0);
    loss = 0;
    for (const trace of [opening, closing]) {
      machine.steps(trace, 1, trace.length);
      bptt(machine, trace);
      loss += trace.loss();
      for (let i = 0; i < gradient.length; i++) gradient[i]! += trace.thetaGrad[i]!;
    }
    if (loss < SOLVED) return { entrant, gap, seed, solvedAt: update, loss };
    clipNorm(gradient, clip);
    optimizer.update(opening.theta, gradient);
    yield update / updates;
  }
  return { entrant, gap, seed, solvedAt: undefined, loss };
}

/** Runs a heat to its end without pausing. */
export function heatResult(heat: Heat): HeatResult {
  const run = runHeat(heat);
  for (;;) {
    const { done, value } = run.next();
    if (done === true) return value;
  }
}

/** The two texts, each a mark and then letters; only the last answer is judged. */
function recallTexts(machine: Machine, gap: number): readonly [Trace, Trace] {
  const text = (x: number, target: number): Trace => {
    const trace = machine.trace(gap + 1);
    trace.value('x', 1)[0] = x;
    trace.lossWeights.fill(0);
    trace.lossWeights[trace.length] = 0.5;
    trace.value('d', trace.length)[0] = target;
    return trace;
  };
  return [text(1, 1), text(-1, 0)];
}
