import { distanceShares, unmarkedShares, windowBound } from '#engine/tasks/quote-bounds.ts';
import { trainWindowed, windowedDefaults, type WindowedResult } from '#engine/models/windowed.ts';
import type { QuoteRates } from '#engine/index.ts';

/** Networks trained at a time, on consecutive seeds. */
export const RUNS = 8;
/** Windows in the chart: 1 … 12 characters. */
export const WINDOWS = 12;
/** Distances to the last mark in the chart: 0 … 24 characters. */
export const DISTANCES = 25;

/** What the reader can set. */
export interface Bet {
  readonly rates: QuoteRates;
  readonly size: number;
  readonly updates: number;
  /** Seed of the first network. */
  readonly seed: number;
}

/** A finished training. */
export interface Training {
  readonly bet: Bet;
  readonly results: readonly WindowedResult[];
}

/** Says whether two bets differ in nothing but the window, so that one chart can show both. */
export const isComparable = (a: Bet, b: Bet): boolean =>
  JSON.stringify({ ...a, size: b.size }) === JSON.stringify(b);

/** Trains the networks of a bet one after the other; yields the share that is done. */
export function* trainAll(bet: Bet): Generator<number, WindowedResult[]> {
  const results: WindowedResult[] = [];
  for (let run = 0; run < RUNS; run++) {
    const training = trainWindowed({ ...windowedDefaults, ...bet, seed: bet.seed + run });
    for (;;) {
      const next = training.next();
      if (next.done === true) {
        results.push(next.value);
        break;
      }
      yield (run + next.value) / RUNS;
    }
  }
  return results;
}

/** Trains the networks of a bet without pausing. */
export function train(bet: Bet): WindowedResult[] {
  const work = trainAll(bet);
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
  }
}

/** Returns the best accuracy for each window of the chart. */
export const bounds = (rates: QuoteRates): number[] =>
  Array.from({ length: WINDOWS }, (_, i) => windowBound(i + 1, rates));

/** Returns the best accuracy of a window at each distance to the last mark. */
export function bestAt(size: number, rates: QuoteRates): number[] {
  const { inside, outside } = unmarkedShares(size, rates);
  const answer = inside > outside ? 1 : 0;
  return Array.from({ length: DISTANCES }, (_, distance) =>
    distance < size ? 1 : rightAt(distance, answer, rates),
  );
}

/** Returns the accuracy of the trained networks at each distance, averaged over them. */
export function trainedAt(
  results: readonly WindowedResult[],
  size: number,
  rates: QuoteRates,
): number[] {
  return Array.from({ length: DISTANCES }, (_, distance) =>
    mean(
      results.map(({ accuracyAt, unmarkedAnswer }) =>
        distance < size ? (accuracyAt[distance] ?? NaN) : rightAt(distance, unmarkedAnswer, rates),
      ),
    ),
  );
}

/** Returns the mean accuracy of networks where the last mark is in the window, and where it is not. */
export function insideAndBeyond(
  results: readonly WindowedResult[],
  size: number,
  rates: QuoteRates,
): { inside: number; beyond: number } {
  const { inside, outside } = unmarkedShares(size, rates);
  const beyond = results.map(({ unmarkedAnswer }) => (unmarkedAnswer === 1 ? inside : outside));
  const unmarked = inside + outside;
  return {
    beyond: mean(beyond) / unmarked,
    inside: mean(results.map(({ accuracy }, i) => accuracy - (beyond[i] ?? 0))) / (1 - unmarked),
  };
}

function rightAt(distance: number, answer: 0 | 1, rates: QuoteRates): number {
  const { inside, outside } = distanceShares(distance, rates);
  return (answer === 1 ? inside : outside) / (inside + outside);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
