import { rnn } from '../cells/rnn.ts';
import { sigmoidHead } from '../heads/sigmoid.ts';
import { adam } from '../learn/adam.ts';
import { bptt } from '../learn/bptt.ts';
import { compile, type Machine } from '../machine/machine.ts';
import { play, type Numbers } from '../machine/play.ts';
import type { Trace } from '../machine/trace.ts';
import { rng } from '../math/rng.ts';
import { join } from '../program/join.ts';
import { quoteStream, type QuoteItem, type QuoteRates } from '../tasks/quote.ts';

/** One training run on an endless text that is cut into pieces. */
export interface TruncatedSetting {
  /** Characters in a piece: how far blame can travel. Range: 1 … 100. */
  readonly window: number;
  /** Whether a piece begins with the state that the one before left behind, or with zeros. */
  readonly isCarried: boolean;
  /** Letters that have to follow a mark before the network is asked; 0 asks at every character. */
  readonly askedAfter: number;
  readonly seed: number;
  readonly hiddenSize: number;
  readonly characters: number;
  readonly learningRate: number;
  readonly rates: QuoteRates;
}

/** What the book uses unless a reader changes it. */
export const truncatedDefaults = {
  hiddenSize: 4,
  characters: 20_000,
  learningRate: 0.02,
  rates: { open: 0.05, close: 0.08 },
} as const;

const TEST_CHARACTERS = 4000;

/**
 * Trains a plain layer by truncated BPTT, an update by Adam after every piece, then reads a fresh text
 * without cuts; yields the share that is done. Returns the share of questions answered right there.
 */
export function* trainTruncated(setting: TruncatedSetting): Generator<number, number> {
  const { window, isCarried, askedAfter, seed, hiddenSize, characters, learningRate, rates } =
    setting;
  const machine = compile(join(rnn, sigmoidHead), { D: 2, H: hiddenSize, K: 1 });
  const random = rng(seed);
  let params = firstWeights(machine, () => random.stream('weights'));
  const text = quoteStream(characters, rates, random.stream('text'));
  const asked = questions(text, askedAfter);
  const optimizer = adam(learningRate);
  let state: Numbers = Array<number>(hiddenSize).fill(0);
  for (let from = 0; from + window <= characters; from += window) {
    const piece = text.slice(from, from + window);
    const trace: Trace = play(machine, {
      params,
      initial: isCarried ? { h: state } : {},
      inputs: piece.map(code),
      targets: piece.map(({ inside }) => inside),
      lossWeights: piece.map((_, n) => (asked[from + n] === true ? 1 / window : 0)),
    });
    bptt(machine, trace);
    state = [...trace.value('h', window)];
    optimizer.update(trace.theta, trace.thetaGrad);
    params = Object.fromEntries(Object.keys(params).map((name) => [name, [...trace.value(name)]]));
    yield from / characters;
  }
  return accuracy(
    machine,
    params,
    quoteStream(TEST_CHARACTERS, rates, random.stream('test')),
    askedAfter,
  );
}

/** Runs `trainTruncated` to its end. */
export function truncatedRun(setting: TruncatedSetting): number {
  const work = trainTruncated(setting);
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
  }
}

/** Which characters are asked about: those with at least so many letters since the last mark. */
export function questions(text: readonly QuoteItem[], askedAfter: number): boolean[] {
  let letters = 0;
  return text.map(({ x }) => {
    letters = x === 0 ? letters + 1 : 0;
    return letters >= askedAfter;
  });
}

const code = ({ x }: QuoteItem): number[] => [x === 1 ? 1 : 0, x === -1 ? 1 : 0];

function firstWeights(
  machine: Machine,
  stream: () => { uniform(): number },
): Record<string, Numbers> {
  const random = stream();
  const names = [...machine.program.quantities.values()].filter(({ role }) => role === 'param');
  return Object.fromEntries(
    names.map(({ name }) => [
      name,
      Array.from({ length: machine.layout.length(name) }, () =>
        name.startsWith('b_') ? 0 : random.uniform() - 0.5,
      ),
    ]),
  );
}

function accuracy(
  machine: Machine,
  params: Readonly<Record<string, Numbers>>,
  text: readonly QuoteItem[],
  askedAfter: number,
): number {
  const trace = play(machine, { params, inputs: text.map(code) });
  const asked = questions(text, askedAfter);
  const right = text.filter(
    ({ inside }, n) => asked[n] === true && trace.value('y', n + 1)[0]! >= 0.5 === (inside === 1),
  );
  return right.length / asked.filter(Boolean).length;
}
