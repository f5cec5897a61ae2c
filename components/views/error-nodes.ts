import { encodeQuotes, play, type Trace } from '#engine/index.ts';
import type { Chain } from '#engine/program/graph.ts';
import { lampMachine, START, type LampWeights } from './lamp.ts';
import { lampChain } from './wires.ts';

/** The longest text of the figure. */
export const LONGEST = 8;

/** What the figure draws of each step, from below. */
export const ROWS = ['x', 'h', 'y', 'L'] as const;
export type Row = (typeof ROWS)[number];

/** A node of the drawing, and its key in a link: «h.3». */
export interface NodeKey {
  readonly name: Row;
  readonly t: number;
}

export const keyOf = ({ name, t }: NodeKey): string => `${name}.${t}`;

/** Every node that can be chosen; «none» for no choice. */
export const KEYS: readonly string[] = [
  'none',
  ...ROWS.flatMap((name) =>
    Array.from({ length: LONGEST }, (_, index) => keyOf({ name, t: index + 1 })),
  ),
];

/** The node that a key names, if the text reaches so far. */
export function nodeOf(key: string, length: number): NodeKey | undefined {
  const [name, t] = key.split('.');
  const row = ROWS.find((each) => each === name);
  return row === undefined || Number(t) > length ? undefined : { name: row, t: Number(t) };
}

/** One step as the figure shows it. */
export interface JudgedStep {
  readonly t: number;
  readonly character: string;
  readonly x: number;
  readonly target: 0 | 1;
  readonly isCounted: boolean;
}

/** A run with its losses, some switched off, some with their target turned round. */
export interface Judged {
  readonly steps: readonly JudgedStep[];
  readonly trace: Trace;
  /** The sum of the losses that count. */
  readonly total: number;
  readonly graph: Chain;
}

/** Runs the lamp's network over a text and judges it; «1» at place t of `off` or `turned` is step t. */
export function judge(weights: LampWeights, text: string, off: string, turned: string): Judged {
  const { w, u, b, a, c } = weights;
  const steps = encodeQuotes(text).map(({ character, x, inside }, index): JudgedStep => {
    const target = turned[index] === '1' ? (inside === 1 ? 0 : 1) : inside;
    return { t: index + 1, character, x, target, isCounted: off[index] !== '1' };
  });
  const trace = play(lampMachine, {
    params: { w, u, b, a, c },
    initial: { h: START },
    inputs: steps.map(({ x }) => x),
    targets: steps.map(({ target }) => target),
    lossWeights: steps.map(({ isCounted }) => (isCounted ? 1 : 0)),
  });
  return { steps, trace, total: trace.loss(), graph: throughLamp(lampChain(steps.length, ROWS)) };
}

/**
 * The machine takes the loss from the logit, of which the lamp’s answer is the squeezed form; the
 * drawing leads that wire through the lamp.
 */
const throughLamp = ({ nodes, wires }: Chain): Chain => ({
  nodes,
  wires: wires.map((wire) =>
    wire.to.name === 'L' ? { ...wire, from: { name: 'y', t: wire.to.t } } : wire,
  ),
});

/** «0…» with place t turned over. */
export const flipped = (marks: string, t: number): string =>
  Array.from({ length: LONGEST }, (_, index) => {
    const was = marks[index] === '1';
    return (index === t - 1 ? !was : was) ? '1' : '0';
  }).join('');

/** The three steps in view, with the chosen one in the middle where the text allows it. */
export function windowAround(centre: number, length: number): number[] {
  const first = Math.max(1, Math.min(centre - 1, length - 2));
  return Array.from({ length: Math.min(3, length) }, (_, index) => first + index);
}
