import { bpttCost, rtrlCost } from '#engine/analysis/cost.ts';
import {
  bptt,
  compile,
  encodeQuotes,
  join,
  neuronLamp,
  play,
  rnn,
  sigmoidHead,
  type Setting,
  type Trace,
} from '#engine/index.ts';
import { contributions } from '#engine/learn/contributions.ts';
import { detached } from '#engine/learn/detached.ts';
import { Influence, rtrl } from '#engine/learn/rtrl.ts';
import { truncatedDefaults, truncatedRun } from '#engine/models/truncated-reader.ts';
import { learn, type Learned } from '#components/views/updates.ts';
import { defaults } from '#components/lib/settings.ts';
import { MOST, updateSettings } from '#components/widgets/update-settings.ts';

type Named = readonly [args: readonly string[], compute: (...values: number[]) => number];

const machine = compile(neuronLamp);
const items = encodeQuotes('a“b”c');
const setting: Setting = {
  params: { w: 2, u: 3, b: 0, a: 4, c: 0 },
  initial: { h: -1 },
  inputs: items.map(({ x }) => x),
  targets: items.map(({ inside }) => inside),
};
const NAMES = ['w', 'u', 'b', 'a', 'c'] as const;

function canonical(): Trace {
  const trace = play(machine, setting);
  bptt(machine, trace);
  return trace;
}

/** What the use of w at step k owes to the loss of step t. */
function debt(k: number, t: number): number {
  const uses = contributions(machine, play(machine, setting))[t - 1] ?? [];
  return uses[k - 1]?.[machine.layout.offset('w')] ?? 0;
}

const STEPS = [1, 2, 3, 4, 5];
const summed = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The loss of the canonical run when one of its five numbers is moved. */
function lossWith(name: (typeof NAMES)[number], shift: number): number {
  const params = setting.params as Record<string, number>;
  return play(machine, {
    ...setting,
    params: { ...params, [name]: (params[name] ?? NaN) + shift },
  }).loss();
}

/** A whole power of ten, from products and quotients alone. */
const tenth = (exponent: number): number => Number(`1e${-exponent}`);

const grown = (H: number): ReturnType<typeof compile> =>
  compile(join(rnn, sigmoidHead), { D: 1, H, K: 1 });

/** The figure's own way down, and the first step of the network that was wired by hand. */
function wayDown(isWired: boolean): readonly Learned[] {
  const { text, rate, w, u, b, a, c } = defaults(updateSettings);
  if (isWired) return learn({ w: 2, u: 3, b: 0, a: 4, c: 0 }, 'a“b”c', 1, 1);
  return learn({ w, u, b, a, c }, text, rate, MOST);
}

const learnedCounts = new Map<string, number>();

/** How many of five networks learn the bit from a text that is cut into pieces; counted once a build. */
function learnedFrom(window: number, isCarried: boolean, askedAfter: number): number {
  const key = [window, isCarried, askedAfter].join(' ');
  const count =
    learnedCounts.get(key) ??
    [1, 2, 3, 4, 5].filter(
      (seed) =>
        truncatedRun({ ...truncatedDefaults, window, isCarried, askedAfter, seed }) > LEARNED,
    ).length;
  learnedCounts.set(key, count);
  return count;
}

/** Accuracy from which on a network counts as one that has learned. */
const LEARNED = 0.95;

/** What chapter 3 asks the engine by name. */
export const bpttFacts: Readonly<Record<string, Named>> = {
  /** The blame of h_t from its own lamp, and from the step after it. */
  'local-blame': [['step'], (t = 1) => 4 * (canonical().grad('o', t)[0] ?? NaN)],
  'future-blame': [
    ['step'],
    (t = 1) => (t === 5 ? 0 : 2 * (canonical().grad('a_h', t + 1)[0] ?? NaN)),
  ],
  /** The blame of the sum of step t, and what it adds to the blame of w. */
  'sum-blame': [['step'], (t = 1) => canonical().grad('a_h', t)[0] ?? NaN],
  /** Entries of the ledger of w, and their sums. */
  debt: [['k', 'loss'], (k = 1, t = 1) => debt(k, t)],
  'debt-by-use': [['k'], (k = 1) => summed(STEPS.map((t) => debt(k, t)))],
  'debt-by-loss': [['step'], (t = 1) => summed(STEPS.map((k) => debt(k, t)))],
  'debt-by-lag': [
    ['lag'],
    (lag = 0) => summed(STEPS.filter((t) => t > lag).map((t) => debt(t - lag, t))),
  ],
  /** The blame of w by central differences with a step of 10 to the minus n. */
  'difference-quotient': [
    ['n'],
    (n = 3) => (lossWith('w', tenth(n)) - lossWith('w', -tenth(n))) / (2 * tenth(n)),
  ],
  /** The blame of w by real-time recurrent learning. */
  'forward-gradient': [
    [],
    () => {
      const trace = play(machine, setting);
      rtrl(machine, trace);
      return trace.grad('w')[0] ?? NaN;
    },
  ],
  /** The influence of w on h_t, carried forward. */
  influence: [
    ['step'],
    (t = 1) => {
      const trace = play(machine, setting);
      const carried = new Influence(machine, trace);
      for (let step = 1; step <= t; step++) carried.advance(step);
      return carried.rows[0]?.[machine.layout.offset('w')] ?? NaN;
    },
  ],
  /** One of w, u, b, a, c (0 … 4) after n updates: of the figure, or of the network of chapter 1. */
  learned: [
    ['weight', 'n', 'wired'],
    (of = 0, n = 0, isWired = 0) => wayDown(isWired === 1)[n]?.weights[NAMES[of] ?? 'w'] ?? NaN,
  ],
  /** The mean loss after n updates. */
  'learned-loss': [['n', 'wired'], (n = 0, isWired = 0) => wayDown(isWired === 1)[n]?.loss ?? NaN],
  /** The first update after which there are two resting states. */
  'first-latch': [[], () => wayDown(false).findIndex(({ restingStates }) => restingStates === 2)],
  /** Numbers that the two methods keep, for a plain layer of H units that reads T characters. */
  'bptt-kept': [['H', 'T'], (H = 1, T = 1) => bpttCost(grown(H), T).kept],
  'rtrl-kept': [['H', 'T'], (H = 1, T = 1) => rtrlCost(grown(H), T).kept],
  'bptt-work': [['H', 'T'], (H = 1, T = 1) => bpttCost(grown(H), T).work],
  'rtrl-work': [['H', 'T'], (H = 1, T = 1) => rtrlCost(grown(H), T).work],
  /** The blame of w with the state detached behind one step. */
  'detached-gradient': [
    ['after'],
    (after = 1) => {
      const trace = play(machine, setting);
      detached([after])(machine, trace);
      return trace.grad('w')[0] ?? NaN;
    },
  ],
  /** Networks of five that learn the bit from pieces; asked at every character, or some letters after a mark. */
  'learned-from-pieces': [
    ['window', 'reset', 'asked'],
    (window = 1, reset = 0, asked = 0) => learnedFrom(window, reset === 0, asked),
  ],
};
