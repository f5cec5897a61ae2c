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
import { descend } from '#engine/learn/descend.ts';
import { detached } from '#engine/learn/detached.ts';
import { Influence, rtrl } from '#engine/learn/rtrl.ts';
import { isSolved, scissorsRun, type ScissorsSetting } from '#engine/models/two-scissors.ts';

type Named = readonly [args: readonly string[], compute: (...values: number[]) => number];

const machine = compile(neuronLamp);
const items = encodeQuotes('a“b”c');
const setting: Setting = {
  params: { w: 2, u: 3, b: 0, a: 4, c: 0 },
  initial: { h: -1 },
  inputs: items.map(({ x }) => x),
  targets: items.map(({ inside }) => inside),
};
/** The network before it has learned anything. */
const unwired: Setting = { ...setting, params: { w: 0.5, u: 0.5, b: 0, a: 1, c: 0 } };
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

const solvedCounts = new Map<string, number>();

/** How many of eight networks solve their task; counted once a build. */
function solved(given: Omit<ScissorsSetting, 'seed'>): number {
  const key = JSON.stringify(given);
  const count =
    solvedCounts.get(key) ??
    [1, 2, 3, 4, 5, 6, 7, 8].filter((seed) => isSolved(scissorsRun({ ...given, seed }))).length;
  solvedCounts.set(key, count);
  return count;
}

/** What chapter 3 asks the engine by name. */
export const bpttFacts: Readonly<Record<string, Named>> = {
  /** The blame of h_t from its own lamp, and from the step after it. */
  'local-blame': [['t'], (t = 1) => 4 * (canonical().grad('o', t)[0] ?? NaN)],
  'future-blame': [['t'], (t = 1) => (t === 5 ? 0 : 2 * (canonical().grad('a_h', t + 1)[0] ?? NaN))],
  /** The blame of the sum of step t, and what it adds to the blame of w. */
  'sum-blame': [['t'], (t = 1) => canonical().grad('a_h', t)[0] ?? NaN],
  /** Entries of the ledger of w, and their sums. */
  debt: [['k', 't'], (k = 1, t = 1) => debt(k, t)],
  'debt-by-use': [['k'], (k = 1) => summed(STEPS.map((t) => debt(k, t)))],
  'debt-by-loss': [['t'], (t = 1) => summed(STEPS.map((k) => debt(k, t)))],
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
    ['t'],
    (t = 1) => {
      const trace = play(machine, setting);
      const carried = new Influence(machine, trace);
      for (let step = 1; step <= t; step++) carried.advance(step);
      return carried.rows[0]?.[machine.layout.offset('w')] ?? NaN;
    },
  ],
  /** One of w, u, b, a, c (0 … 4) after n updates, from the numbers of chapter 1 or from unwired ones. */
  learned: [
    ['of', 'n', 'rate', 'unwired'],
    (of = 0, n = 0, rate = 1, isUnwired = 0) =>
      descend(machine, isUnwired === 1 ? unwired : setting, rate, n).at(-1)?.theta[
        machine.layout.offset(NAMES[of] ?? 'w')
      ] ?? NaN,
  ],
  /** The loss after n updates. */
  'learned-loss': [
    ['n', 'rate', 'unwired'],
    (n = 0, rate = 1, isUnwired = 0) =>
      descend(machine, isUnwired === 1 ? unwired : setting, rate, n).at(-1)?.loss ?? NaN,
  ],
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
  /** Networks of eight that are right a hundred steps behind a mark, after training with cuts. */
  'quotes-solved': [
    ['window', 'reset'],
    (window = 1, reset = 0) =>
      solved({ task: 'quotes', window, state: reset === 1 ? 'reset' : 'carried' }),
  ],
  /** Networks of eight that recall a bit of twenty steps ago, after training with the state carried. */
  'recall-solved': [
    ['window'],
    (window = 1) => solved({ task: 'recall', window, state: 'carried' }),
  ],
};
