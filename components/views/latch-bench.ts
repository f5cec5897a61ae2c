import { compile, encodeQuotes, neuron, play, type Trace } from '#engine/index.ts';
import { fixedPoints, swing, type FixedPoint } from '#engine/analysis/fixed-points.ts';
import { halfLife, marksToLatch, restState, watershed } from '#engine/analysis/latch.ts';

/** The weights the reader turns. */
export interface Weights {
  readonly w: number;
  readonly u: number;
  readonly b: number;
}

/** One step of the state, as the pictures draw it. */
export interface Move {
  readonly t: number;
  readonly character: string;
  readonly x: -1 | 0 | 1;
  readonly from: number;
  readonly sum: number;
  readonly to: number;
}

/** What the numbers say about a neuron that reads letters. */
export interface Landscape {
  readonly points: readonly FixedPoint[];
  readonly swing: readonly [number, number] | undefined;
  readonly rest: number | undefined;
  readonly watershed: number | undefined;
  /** State after one opening mark, read at rest. */
  readonly opened: number;
  readonly halfLife: number;
  readonly marksToLatch: number | undefined;
}

const machine = compile(neuron);

/** The state from which every tape starts: outside, as far down as it goes. */
export const START = -1;

/** Returns how many digits after the point a set number needs, at most three. */
export function digitsOf(value: number): number {
  return [0, 1, 2].find((digits) => Number(value.toFixed(digits)) === value) ?? 3;
}

/** Runs the neuron over a tape from h = −1. */
export function readTape(weights: Weights, tape: string): { trace: Trace; moves: Move[] } {
  const items = encodeQuotes(tape);
  const trace = play(machine, {
    params: { ...weights },
    initial: { h: START },
    inputs: items.map(({ x }) => x),
  });
  const moves = items.map(({ character, x }, index) => ({
    t: index + 1,
    character,
    x,
    from: trace.value('h', index)[0] ?? NaN,
    sum: trace.value('a_h', index + 1)[0] ?? NaN,
    to: trace.value('h', index + 1)[0] ?? NaN,
  }));
  return { trace, moves };
}

/** Returns the state after one character, from a given state. */
export function stateAfter(weights: Weights, from: number, x: number): number {
  const trace = play(machine, { params: { ...weights }, initial: { h: from }, inputs: [x] });
  return trace.value('h', 1)[0] ?? NaN;
}

/** Returns where letters take the state, and what one opening mark leaves behind. */
export function landscape(weights: Weights): Landscape {
  const { w, u, b } = weights;
  const rest = restState(w, b);
  const opened = stateAfter(weights, rest ?? START, 1);
  return {
    points: fixedPoints(w, b),
    swing: swing(w, b),
    rest,
    watershed: watershed(w, b),
    opened,
    halfLife: halfLife(w, b, opened),
    marksToLatch: marksToLatch(w, u, b),
  };
}
