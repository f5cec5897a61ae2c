import { compile, encodeQuotes, join, rnn, sigmoidHead, type Trace } from '#engine/index.ts';
import { fillUnrolled } from '#engine/models/unrolled.ts';
import { unroll, type Tying } from '#engine/program/unroll.ts';

/** Steps of the chain; the untied one has matrices for no more. */
export const STEPS = 5;

/** The longest text that a reader may ask for. */
export const LONGEST = 8;

/** An entry of the matrix of the loop: row and column, from 1. */
export type Entry = '11' | '12' | '21' | '22';
export const ENTRIES: readonly Entry[] = ['11', '12', '21', '22'];

/** Wired by hand: unit 1 holds the bit, unit 2 follows it a step behind. */
export const FIRST: Readonly<Record<Entry, number>> = {
  '11': 1.6,
  '12': 0.4,
  '21': 1.2,
  '22': -0.6,
};

const OTHERS = { W_xh: [2.4, 0.9], b_h: [0, 0], W_hy: [3, 0.5], b_y: [0] };
const SIZES = { D: 1, H: 2, K: 1 };
const layer = join(rnn, sigmoidHead);

/** The matrix of each step. */
export type Matrices = readonly Readonly<Record<Entry, number>>[];

/** Runs the layer with a matrix for each step over the beginning of a text, as one long program. */
export function runTied(text: string, matrices: Matrices): Trace {
  const items = encodeQuotes(text).slice(0, matrices.length);
  const machine = machineOf(items.length);
  const params: Record<string, readonly number[]> = {};
  items.forEach((_, index) => {
    const t = index + 1;
    for (const [name, numbers] of Object.entries(OTHERS)) params[`${name}_${t}`] = numbers;
    params[`W_hh_${t}`] = ENTRIES.map((entry) => matrices[index]?.[entry] ?? NaN);
  });
  const trace = machine.trace(1);
  fillUnrolled(trace, { params, initial: { h: [-0.9, -0.6] }, inputs: items.map(({ x }) => x) });
  machine.step(trace, 1);
  return trace;
}

const machines = new Map<number, ReturnType<typeof compile>>();

function machineOf(length: number): ReturnType<typeof compile> {
  const made = machines.get(length) ?? compile(unroll(layer, length, 'untied'), SIZES);
  machines.set(length, made);
  return made;
}

/** Both units after step t, 0 for the start. */
export const unitsAt = (trace: Trace, t: number): readonly [number, number] => {
  const [one = NaN, two = NaN] = trace.value(`h_${t}`, 1);
  return [one, two];
};

/** How many numbers stand in the matrices of the loop, and in the whole network. */
export function countNumbers(tying: Tying): { readonly loop: number; readonly all: number } {
  const { layout } = tying === 'tied' ? compile(layer, SIZES) : machineOf(STEPS);
  const loop = tying === 'tied' ? layout.length('W_hh') : STEPS * layout.length('W_hh_1');
  return { loop, all: layout.thetaSize };
}
