import { learn } from '#components/views/updates.ts';
import { cutResult } from '#components/views/scissors.ts';
import { SEEDS } from '#components/widgets/scissors-settings.ts';
import { updateSettings } from '#components/widgets/update-settings.ts';
import { bptt, compile, encodeQuotes, neuronLamp, play, rnn, type Trace } from '#engine/index.ts';
import type { GradientRule } from '#engine/learn/bptt.ts';
import { stateSize } from '#engine/learn/jacobian.ts';
import { contributions } from '#engine/learn/contributions.ts';
import { Influence, rtrl } from '#engine/learn/rtrl.ts';
import { tbptt } from '#engine/learn/tbptt.ts';

type Named = readonly [args: readonly string[], compute: (...values: number[]) => number];

const LAMP = { w: 2, u: 3, b: 0, a: 4, c: 0 };
/** The lamp's weights in the order in which facts count them. */
const NAMES = ['w', 'u', 'b', 'a', 'c'] as const;
const machine = compile(neuronLamp);
const items = encodeQuotes('a“b”c');

/** The run of chapter 1, with some of its weights replaced. */
function canonical(changed: Partial<typeof LAMP> = {}): Trace {
  return play(machine, {
    params: { ...LAMP, ...changed },
    initial: { h: -1 },
    inputs: items.map(({ x }) => x),
    targets: items.map(({ inside }) => inside),
  });
}

/** The gradient of w by any rule. */
function gradientBy(rule: GradientRule): number {
  const trace = canonical();
  rule(machine, trace);
  return trace.grad('w')[0] ?? NaN;
}

/** The gradient of any of the five numbers. */
function weightBlame(name: (typeof NAMES)[number]): number {
  const trace = canonical();
  bptt(machine, trace);
  return trace.grad(name)[0] ?? NaN;
}

/** What a step's own answer says about its state, and what the step after it says. */
function blame(t: number): { own: number; later: number } {
  const trace = canonical();
  bptt(machine, trace);
  const own = LAMP.a * (trace.grad('o', t)[0] ?? NaN);
  return { own, later: t < items.length ? LAMP.w * (trace.grad('a_h', t + 1)[0] ?? NaN) : 0 };
}

/** The contributions of w's uses to the losses for which `counts` says so. */
function debts(counts: (k: number, t: number) => boolean): number {
  const at = machine.layout.offset('w');
  let sum = 0;
  contributions(machine, canonical()).forEach((uses, index) => {
    uses.forEach((theta, use) => {
      if (counts(use + 1, index + 1)) sum += theta[at] ?? NaN;
    });
  });
  return sum;
}

const tenth = (n: number): number => Number(`1e-${n}`);

function influence(t: number): number {
  const trace = canonical();
  const carried = new Influence(machine, trace);
  for (let step = 1; step <= t; step++) carried.advance(step);
  return carried.rows[0]?.[machine.layout.offset('w')] ?? NaN;
}

/** The lamp's weights and loss after one step down the gradient. */
function oneStep(rate: number): typeof LAMP {
  const trace = canonical();
  bptt(machine, trace);
  const moved = { ...LAMP };
  for (const name of NAMES) moved[name] -= rate * (trace.grad(name)[0] ?? NaN);
  return moved;
}

/** The way down that the figure shows before a reader touches it. */
const wayDown = once(() => {
  const { text, rate, w, u, b, a, c } = updateSettings;
  const start = { w: w.fallback, u: u.fallback, b: b.fallback, a: a.fallback, c: c.fallback };
  return learn(start, text.fallback, rate.fallback, 400);
});

const cuts = new Map<string, number>();

/** Networks of five that learn to hold the bit; trained once a build. */
function learnedCount(window: number, carried: number, asked: number): number {
  const key = [window, carried, asked].join();
  const cut = { window, isCarried: carried === 1, askedAfter: asked, seed: 1 };
  const count =
    cuts.get(key) ?? cutResult(cut, SEEDS).accuracies.filter((accuracy) => accuracy > 0.95).length;
  cuts.set(key, count);
  return count;
}

const layer = (H: number, D: number): ReturnType<typeof compile> => compile(rnn, { D, H });
/** What a number of 64 bits takes, in millions. */
const MEGABYTES = 8 / 1e6;

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** What chapter 3 asks the engine by name. */
export const bpttFacts: Readonly<Record<string, Named>> = {
  /** Blame of h_t from its own answer, from the step after, and together. */
  'own-blame': [['step'], (t = 1) => blame(t).own],
  'later-blame': [['step'], (t = 1) => blame(t).later],
  'state-blame': [['step'], (t = 1) => blame(t).own + blame(t).later],
  /** Slope of tanh at step t. */
  'step-slope': [['step'], (t = 1) => 1 - (canonical().value('h', t)[0] ?? NaN) ** 2],
  /** The loss of the five characters with w and u as given, the other weights as they were. */
  'loss-with': [['w', 'u'], (w = 2, u = 3) => canonical({ w, u }).loss()],
  /** What the use of w at step k owes to the loss of step t, and sums of it. */
  debt: [['use', 'loss'], (k = 1, t = 1) => debts((use, loss) => use === k && loss === t)],
  'debts-of-use': [['use'], (k = 1) => debts((use) => use === k)],
  'debts-of-loss': [['loss'], (t = 1) => debts((_, loss) => loss === t)],
  'debts-at-lag': [['lag'], (lag = 0) => debts((use, loss) => loss - use === lag)],
  'debts-to-lag': [['lag'], (lag = 0) => debts((use, loss) => loss - use <= lag)],
  /** The gradient of w when the state is detached behind step n. */
  'detached-gradient': [['n'], (n = 1) => debts((use, loss) => use > n || loss <= n)],
  /** The gradient of w by truncation to pieces of so many steps. */
  'piece-gradient': [['window'], (window = 1) => gradientBy(tbptt(window))],
  /** The gradient of w by real-time recurrent learning, and by backpropagation. */
  'forward-gradient': [[], () => gradientBy(rtrl)],
  'backward-gradient': [[], () => gradientBy(bptt)],
  /** How much h_t would rise with w, carried forward. */
  influence: [['step'], (t = 1) => influence(t)],
  /** The gradient of w by central differences, with a shift of 10 to the minus n. */
  'difference-quotient': [
    ['n'],
    (n = 3) =>
      (canonical({ w: 2 + tenth(n) }).loss() - canonical({ w: 2 - tenth(n) }).loss()) /
      (2 * tenth(n)),
  ],
  /** The slope of the loss for one of the five weights. */
  'weight-blame': [['weight'], (of = 0) => weightBlame(NAMES[of] ?? 'w')],
  /** The weights of chapter 1 and their loss after one step of gradient descent. */
  'stepped-weight': [['weight', 'rate'], (of = 0, rate = 1) => oneStep(rate)[NAMES[of] ?? 'w']],
  'stepped-loss': [['rate'], (rate = 1) => canonical(oneStep(rate)).loss()],
  /** The way down of the figure: weights, loss, the first update after which a bit is held. */
  'update-weight': [
    ['weight', 'n'],
    (of = 0, n = 0) => wayDown()[n]?.weights[NAMES[of] ?? 'w'] ?? NaN,
  ],
  'update-gradient': [
    ['weight', 'n'],
    (of = 0, n = 0) => wayDown()[n]?.gradient[NAMES[of] ?? 'w'] ?? NaN,
  ],
  'update-loss': [['n'], (n = 0) => wayDown()[n]?.loss ?? NaN],
  'update-holds': [[], () => wayDown().findIndex(({ restingStates }) => restingStates === 2)],
  /** Networks of five that learned with pieces so long, the state carried (1) or reset (0), asked late. */
  'cut-learned': [['window', 'carried', 'asked'], learnedCount],
  /** States kept by backpropagation, influences kept by RTRL, of a plain layer; in numbers and in MB. */
  'states-kept': [['H', 'T'], (H = 1, T = 1) => T * H],
  'states-megabytes': [['H', 'T'], (H = 1, T = 1) => T * H * MEGABYTES],
  'influences-kept': [['H', 'D'], (H = 1, D = 1) => influences(H, D)],
  /** Length of text from which on the states are more than the influences. */
  'break-even': [['H', 'D'], (H = 1, D = 1) => influences(H, D) / H],
  'influences-megabytes': [['H', 'D'], (H = 1, D = 1) => influences(H, D) * MEGABYTES],
};

function influences(H: number, D: number): number {
  const machineOf = layer(H, D);
  return stateSize(machineOf) * machineOf.layout.thetaSize;
}
