import {
  countingDefaults,
  isCountRight,
  readNested,
  trainCounter,
  type Counter,
  type CounterCell,
} from '#engine/models/counting.ts';
import type { Trace } from '#engine/index.ts';

export const CELLS = ['lstm', 'gru'] as const;

/** What carries the count: the cell of an LSTM, the state of a GRU. */
export const CARRIER: Readonly<Record<CounterCell, 'c' | 'h'>> = { lstm: 'c', gru: 'h' };

export const NAMES: Readonly<Record<CounterCell, string>> = { lstm: 'LSTM', gru: 'GRU' };

/** Up to so many openings one scale is used, beyond it another. */
const FEW = 24;

/** One trained cell on one string. */
export interface CountReading {
  readonly counter: Counter;
  readonly trace: Trace;
  /** Steps at which the lamp is on. */
  readonly lit: readonly number[];
  readonly isRight: boolean;
  /** Half the height of the picture: the largest number of this cell on the longest string of its kind. */
  readonly scale: number;
}

export function readCount(counter: Counter, n: number): CountReading {
  const { cell, theta } = counter;
  const trace = readNested(cell, theta, n);
  const steps = Array.from({ length: trace.length }, (_, t) => t + 1);
  return {
    counter,
    trace,
    lit: steps.filter((t) => (trace.value('y', t)[0] ?? NaN) > 0.5),
    isRight: isCountRight(trace),
    scale:
      cell === 'gru' ? 1 : largest(readNested(cell, theta, n <= FEW ? FEW : countingDefaults.most)),
  };
}

function largest(trace: Trace): number {
  let most = 1;
  for (let t = 1; t <= trace.length; t++)
    for (const value of trace.value('c', t)) most = Math.max(most, Math.abs(value));
  return 2 * Math.ceil(most / 2);
}

/** Trains both cells from one seed; yields the share that is done. */
export function* trainPair(seed: number): Generator<number, Counter[]> {
  const pair: Counter[] = [];
  for (const cell of CELLS) {
    const training = trainCounter(cell, seed);
    for (;;) {
      const next = training.next();
      if (next.done === true) {
        pair.push(next.value);
        break;
      }
      yield (pair.length + next.value) / CELLS.length;
    }
  }
  return pair;
}

/** Where the lamp was, in words. */
export function litWords(lit: readonly number[], length: number): string {
  if (lit.length === 0) return 'never lights its lamp';
  if (lit.length === 1 && lit[0] === length)
    return 'lights its lamp at the last character and nowhere else';
  const early = lit.filter((t) => t < length);
  if (early.length === 0) return 'lights its lamp at the last character';
  return `lights its lamp ${length - early[0]!} ${length - early[0]! === 1 ? 'character' : 'characters'} early`;
}
