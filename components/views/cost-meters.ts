import { bpttCost, rtrlCost, type Cost } from '#engine/analysis/cost.ts';
import { compile, join, rnn, sigmoidHead, type Machine } from '#engine/index.ts';
import { log } from '#engine/math/index.ts';

/** A plain layer that reads two numbers a step and gives one answer. */
export const plainLayer = (units: number): Machine =>
  compile(join(rnn, sigmoidHead), { D: 2, H: units, K: 1 });

/** What one gradient costs on either way. */
export interface Costs {
  readonly bptt: Cost;
  readonly rtrl: Cost;
  /** Steps from which on the way forwards keeps fewer numbers. */
  readonly fewerFrom: number;
}

/** Counts both ways for a layer of `units` that reads `steps` inputs. */
export function costsOf(units: number, steps: number): Costs {
  const machine = plainLayer(units);
  const rtrl = rtrlCost(machine, steps);
  // what is kept on the way back grows by the same with every step
  const start = bpttCost(machine, 0).kept;
  const each = bpttCost(machine, 1).kept - start;
  return {
    bptt: bpttCost(machine, steps),
    rtrl,
    fewerFrom: Math.max(1, Math.floor((rtrl.kept - start) / each) + 1),
  };
}

/** How many times as much the way forwards calculates; the number of steps does not matter. */
export function workRatio(units: number): number {
  const { bptt, rtrl } = costsOf(units, 1);
  return rtrl.work / bptt.work;
}

/** The share of a bar whose scale begins at 1 and ends at ten to the `decades`. */
export const logShare = (value: number, decades: number): number =>
  Math.max(0, Math.min(1, log(Math.max(1, value)) / (decades * log(10))));

/** The place of a number among the stops of a slider: the nearest by ratio. */
export function stopOf(value: number, stops: readonly number[]): number {
  const distance = (stop: number): number => Math.abs(log(stop / value));
  return stops.reduce(
    (best, stop, i) => (distance(stop) < distance(stops[best] ?? Infinity) ? i : best),
    0,
  );
}

/** A count in three digits at a time, for thousands to stand apart. */
export const thousands = (count: number): string[] =>
  count.toFixed(0).match(/\d{1,3}(?=(\d{3})*$)/g) ?? [];
