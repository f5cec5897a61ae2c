import { sigmoidHead } from '../heads/sigmoid.ts';
import { bptt } from '../learn/bptt.ts';
import { sgd } from '../learn/sgd.ts';
import { compile, type Machine } from '../machine/machine.ts';
import type { Trace } from '../machine/trace.ts';
import { rng, type RandomStream } from '../math/rng.ts';
import { join } from '../program/join.ts';
import type { Program } from '../program/types.ts';
import { quoteStream, type QuoteItem, type QuoteRates } from '../tasks/quote.ts';
import { quoteWindows, type QuoteWindow } from '../tasks/quote-windows.ts';
import { layer } from './layer.ts';

/** A network with one hidden layer that answers from a window of characters. */
export const windowReader = join(layer, sigmoidHead);

type Name = typeof windowReader extends Program<infer Names> ? Names : never;

/** One training run. The same seed gives the same weights on every machine. */
export interface WindowedSetting {
  /** Characters in the window. Range: 1 … 16. */
  readonly size: number;
  readonly rates: QuoteRates;
  readonly seed: number;
  readonly hiddenSize: number;
  /** Length of the training text. */
  readonly characters: number;
  /** Updates by gradient descent, each on a batch of windows from random places of that text. */
  readonly updates: number;
  readonly batch: number;
  readonly learningRate: number;
}

/** What a trained window reader can do, weighed over all windows, not over a sample. */
export interface WindowedResult {
  readonly seed: number;
  /** Exact accuracy on the endless text; `windowBound` is its upper limit. */
  readonly accuracy: number;
  /** Accuracy where the last mark is 0, 1, … size − 1 characters back. */
  readonly accuracyAt: readonly number[];
  /** Its one answer to a window without marks: 1 inside, 0 outside. */
  readonly unmarkedAnswer: 0 | 1;
}

/** What the book uses unless a reader changes it. */
export const windowedDefaults = {
  hiddenSize: 6,
  characters: 20_000,
  updates: 400,
  batch: 32,
  learningRate: 0.3,
} as const;

/**
 * Trains one window reader and judges it; yields the share that is done after each update and
 * each block of windows, so that a caller may pause or stop. Cost: updates · batch steps both
 * ways, then 2^(size+1) steps forward.
 */
export function* trainWindowed(setting: WindowedSetting): Generator<number, WindowedResult> {
  const { size, rates, seed, hiddenSize, updates, batch } = setting;
  const machine = compile(windowReader, { D: size, H: hiddenSize, K: 1 });
  const trace = machine.trace(batch);
  const source = rng(seed);
  initialise(trace, source.stream('weights'));
  const optimizer = sgd(setting.learningRate);
  trace.lossWeights.fill(1 / batch);
  const text = quoteStream(setting.characters, rates, source.stream('text'));
  const places = source.stream('places');
  for (let update = 1; update <= updates; update++) {
    for (let t = 1; t <= batch; t++) {
      writeWindow(trace, t, text, places.integer(size - 1, text.length - 1));
      machine.step(trace, t);
    }
    bptt(machine, trace);
    optimizer.update(trace.theta, trace.thetaGrad);
    yield (0.9 * update) / updates;
  }
  return { seed, ...(yield* judge(machine, trace, size, rates)) };
}

/** Runs a training to its end without pausing. */
export function windowedRun(setting: WindowedSetting): WindowedResult {
  const training = trainWindowed(setting);
  for (;;) {
    const { done, value } = training.next();
    if (done === true) return value;
  }
}

/** Normal weights of size 1/√(number of inputs); biases start at 0. */
function initialise(trace: Trace<Name>, random: RandomStream): void {
  for (const name of ['W_xh', 'W_hy'] as const) {
    const spread = 1 / Math.sqrt(trace.layout.columns(name));
    const weights = trace.value(name);
    for (let i = 0; i < weights.length; i++) weights[i] = spread * random.normal();
  }
}

/** Writes into step t the window that ends at a place of the text, current character first. */
function writeWindow(
  trace: Trace<Name>,
  t: number,
  text: readonly QuoteItem[],
  place: number,
): void {
  const x = trace.value('x', t);
  for (let age = 0; age < x.length; age++) x[age] = text[place - age]!.x;
  trace.value('d', t)[0] = text[place]!.inside;
}

/** Windows judged between two pauses: as much work as two updates. */
const BLOCK = 128;

/** Weighs the answers to all windows by how often each occurs. */
function* judge(
  machine: Machine<Name>,
  trained: Trace<Name>,
  size: number,
  rates: QuoteRates,
): Generator<number, Omit<WindowedResult, 'seed'>> {
  const trace = machine.trace(1);
  trace.theta.set(trained.theta);
  const right = new Float64Array(size + 1);
  const all = new Float64Array(size + 1);
  let unmarkedAnswer: 0 | 1 = 0;
  let count = 0;
  for (const window of quoteWindows(size, rates)) {
    trace.value('x', 1).set(window.x);
    machine.step(trace, 1);
    const answer = trace.value('y', 1)[0]! >= 0.5 ? 1 : 0;
    if (window.distance === size) unmarkedAnswer = answer;
    weigh(window, answer, right, all);
    count += 1;
    if (count % BLOCK === 0) yield 0.9 + (0.1 * count) / (2 << size);
  }
  const accuracyAt = Array.from({ length: size }, (_, distance) => share(right, all, distance));
  return { accuracy: right.reduce((sum, part) => sum + part, 0), accuracyAt, unmarkedAnswer };
}

function weigh(window: QuoteWindow, answer: 0 | 1, right: Float64Array, all: Float64Array): void {
  const { distance, inside, outside } = window;
  right[distance]! += answer === 1 ? inside : outside;
  all[distance]! += inside + outside;
}

const share = (right: Float64Array, all: Float64Array, distance: number): number =>
  right[distance]! / all[distance]!;
