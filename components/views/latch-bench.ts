import {
  compile,
  encodeQuotes,
  neuron,
  play,
  withFunctions,
  type Machine,
  type Trace,
} from '#engine/index.ts';
import {
  fixedPoints,
  restingStretch,
  swing,
  type FixedPoint,
} from '#engine/analysis/fixed-points.ts';
import {
  halfLife,
  letterGoal,
  marksToLatch,
  restState,
  watershed,
} from '#engine/analysis/latch.ts';
import { squeezes, type SqueezeName } from '#engine/analysis/squeezes.ts';

/** The neuron that the reader sets up: its squeeze, and the weights. */
export interface Neuron {
  readonly squeeze: SqueezeName;
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
  /** States that letters leave all where they are. */
  readonly stretch: readonly [number, number] | undefined;
  readonly rest: number | undefined;
  readonly watershed: number | undefined;
  /** State after one opening mark, read at rest. */
  readonly opened: number;
  /** Where letters take that state; see `letterGoal`. */
  readonly openedGoal: number | undefined;
  readonly halfLife: number;
  readonly marksToLatch: number | undefined;
}

/** What readers call the squeezes, and how far up and down their pictures go. */
export const SQUEEZES = [
  { value: 'tanh', name: 'tanh', frame: 1 },
  { value: 'logistic', name: 'logistic σ', frame: 1 },
  { value: 'rectifier', name: 'rectifier', frame: 4 },
  { value: 'none', name: 'none', frame: 4 },
] as const satisfies readonly { value: SqueezeName; name: string; frame: number }[];

const machines = Object.fromEntries(
  Object.entries(squeezes).map(([name, { op }]) => [
    name,
    compile(withFunctions(neuron, { tanh: op })),
  ]),
) as Record<SqueezeName, Machine>;

/** The largest state that the pictures show, and the ticks of their axes. */
export function frameOf(squeeze: SqueezeName): {
  readonly size: number;
  readonly ticks: readonly number[];
} {
  const size = SQUEEZES.find(({ value }) => value === squeeze)?.frame ?? 1;
  return { size, ticks: [-size, 0, size] };
}

/** The state from which every tape starts: outside, as far down as it goes. */
export const START = -1;

/** Returns how many digits after the point a set number needs, at most three. */
export function digitsOf(value: number): number {
  return [0, 1, 2].find((digits) => Number(value.toFixed(digits)) === value) ?? 3;
}

const weightsOf = ({ w, u, b }: Neuron): Record<string, number> => ({ w, u, b });

/** Runs the neuron over a tape from h = −1. */
export function readTape(set: Neuron, tape: string): { trace: Trace; moves: Move[] } {
  const items = encodeQuotes(tape);
  const trace = play(machines[set.squeeze], {
    params: weightsOf(set),
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
export function stateAfter(set: Neuron, from: number, x: number): number {
  const trace = play(machines[set.squeeze], {
    params: weightsOf(set),
    initial: { h: from },
    inputs: [x],
  });
  return trace.value('h', 1)[0] ?? NaN;
}

/** Returns where letters take the state from here: see `letterGoal`. */
export const goalOf = ({ squeeze, w, b }: Neuron, from: number): number | undefined =>
  letterGoal(w, b, from, squeezes[squeeze]);

/** Returns where letters take the state, and what one opening mark leaves behind. */
export function landscape(set: Neuron): Landscape {
  const { w, u, b } = set;
  const squeeze = squeezes[set.squeeze];
  const rest = restState(w, b, squeeze);
  const opened = stateAfter(set, rest ?? START, 1);
  return {
    points: fixedPoints(w, b, squeeze),
    stretch: restingStretch(w, b, squeeze),
    swing: swing(w, b, squeeze),
    rest,
    watershed: watershed(w, b, squeeze),
    opened,
    openedGoal: goalOf(set, opened),
    halfLife: halfLife(w, b, opened, squeeze),
    marksToLatch: marksToLatch(w, u, b, squeeze),
  };
}
