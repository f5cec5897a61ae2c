import { digitsOf } from '#components/lib/format.ts';
import {
  compile,
  encodeQuotes,
  neuronLamp,
  play,
  type Machine,
  type Operand,
} from '#engine/index.ts';

/** The five numbers of the network. */
export interface LampWeights {
  readonly w: number;
  readonly u: number;
  readonly b: number;
  readonly a: number;
  readonly c: number;
}

/** What the network did at one character. */
export interface Reading {
  readonly t: number;
  readonly character: string;
  readonly x: -1 | 0 | 1;
  /** The truth: 1 inside a quotation. */
  readonly inside: 0 | 1;
  readonly before: number;
  readonly sum: number;
  readonly state: number;
  readonly answer: number;
  readonly isOn: boolean;
}

export const lampMachine: Machine = compile(neuronLamp);

/** The state from which every text starts: outside, as far down as it goes. */
export const START = -1;

/** Answers that are this close to ½ tell nothing. */
const UNDECIDED = 0.05;

/** Digits with which a quantity is shown: what was set as it was set, what is computed with three. */
export function quantityDigits({ role, values: [value = NaN] }: Operand): number {
  if (role === 'input' || role === 'target') return 0;
  return role === 'param' ? digitsOf(value) : 3;
}

/** Runs the network over a text and returns what it did, character by character. */
export function readText({ w, u, b, a, c }: LampWeights, text: string): Reading[] {
  const items = encodeQuotes(text);
  const trace = play(lampMachine, {
    params: { w, u, b, a, c },
    initial: { h: START },
    inputs: items.map(({ x }) => x),
  });
  const at = (name: string, t: number): number => trace.value(name, t)[0] ?? NaN;
  return items.map((item, index) => {
    const t = index + 1;
    const answer = at('y', t);
    return {
      ...item,
      t,
      before: at('h', t - 1),
      sum: at('a_h', t),
      state: at('h', t),
      answer,
      isOn: answer >= 0.5,
    };
  });
}

export const isWrong = ({ isOn, inside }: Reading): boolean => isOn !== (inside === 1);

export const isUndecided = ({ answer }: Pick<Reading, 'answer'>): boolean =>
  Math.abs(answer - 0.5) < UNDECIDED;

/** What stands at several places and is answered differently there. */
export interface TwoAnswers {
  readonly character: string;
  /** The places, without the one that was asked about. */
  readonly places: readonly Reading[];
  /** True if the character that was asked about is this one. */
  readonly isAsked: boolean;
}

/**
 * Looks for one character with two answers: the one at step t if it is one, else the first letter
 * of the text that is. Marks do not count: they say themselves which side begins.
 */
export function twoAnswers(readings: readonly Reading[], t: number): TwoAnswers | undefined {
  const asked = readings[t - 1];
  const candidates = readings.filter(
    (reading) => reading.x === 0 && (reading === asked || /\p{L}/u.test(reading.character)),
  );
  const ordered = asked === undefined ? candidates : [asked, ...candidates];
  for (const { character, x } of ordered) {
    const same = x === 0 ? readings.filter((reading) => reading.character === character) : [];
    if (!same.some(({ isOn }) => isOn) || same.every(({ isOn }) => isOn)) continue;
    const isAsked = asked?.character === character;
    return { character, isAsked, places: same.filter((reading) => reading !== asked) };
  }
  return undefined;
}

/** How a character is called in a sentence. */
export const spoken = (character: string): string =>
  ({ '“': 'opening mark', '”': 'closing mark', ' ': 'space' })[character] ?? character;

/** Names the steps at which the lamp is on, in runs: «10 to 17 and 20». */
export function litSteps(readings: readonly Reading[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const { t, isOn } of readings) {
    if (!isOn) continue;
    const open = runs.at(-1);
    if (open?.to === t - 1) open.to = t;
    else runs.push({ from: t, to: t });
  }
  return listed(runs.map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`)));
}

/** Joins words as a sentence does: «a, b and c». */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
