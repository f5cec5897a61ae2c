import { adam } from '../learn/adam.ts';
import { bptt } from '../learn/bptt.ts';
import { compile } from '../machine/machine.ts';
import { tanh } from '../math/activations.ts';
import { rng } from '../math/rng.ts';
import { quoteStream } from '../tasks/quote.ts';
import { neuronLamp } from './neuron-lamp.ts';

/** Characters on which a guess is tried. */
export const TRIAL = 400;
/** Guesses in one round. */
export const ROUND = 20_000;

const RATES = { open: 0.05, close: 0.08 };
const trial = quoteStream(TRIAL, RATES, rng(1).stream('trial'));

/**
 * What is guessed: with 5 numbers w, u, b, a, c of the lamp, which reads marks as ±1 and starts at −1;
 * with 8, each of the three kinds of character has a weight, and the start is guessed too.
 */
export type Freedom = 5 | 8;

export interface GuessSetting {
  readonly freedom: Freedom;
  /** Numbers are drawn evenly from −range to range. */
  readonly range: number;
  readonly seed: number;
}

/** One guess: its recurrent weight, its weight of an opening mark, and how far it came. */
export interface Guess {
  readonly w: number;
  readonly u: number;
  /** Characters before the first wrong lamp; all of them for a hit. */
  readonly right: number;
}

/** Returns how many characters a lamp judges rightly before its first mistake. */
export function rightUntil(freedom: Freedom, numbers: readonly number[]): number {
  const [w = 0, opening = 0, ...rest] = numbers;
  const [closing = 0, letter = 0, b = 0, a = 0, c = 0, start = 0] =
    freedom === 8 ? rest : [-opening, 0, ...rest, -1];
  let h = start;
  for (const [n, { x, inside }] of trial.entries()) {
    h = tanh(w * h + (x === 1 ? opening : x === -1 ? closing : letter) + b);
    if (a * h + c > 0 !== (inside === 1)) return n;
  }
  return trial.length;
}

/**
 * Makes the guesses of one round; yields the share that is done after every thousand.
 * Cost: some steps each, since most fail at once.
 */
export function* guessRound(
  { freedom, range, seed }: GuessSetting,
  round: number,
): Generator<number, Guess[]> {
  const random = rng(seed).stream(`round ${round}`);
  const guesses: Guess[] = [];
  while (guesses.length < ROUND) {
    const numbers = Array.from({ length: freedom }, () => range * (2 * random.uniform() - 1));
    guesses.push({ w: numbers[0]!, u: numbers[1]!, right: rightUntil(freedom, numbers) });
    if (guesses.length % 1000 === 0) yield guesses.length / ROUND;
  }
  return guesses;
}

/**
 * Trains the same lamp from a guess between −1 and 1, with Adam by 0.02 on texts of 20 characters that
 * go on from the state before; returns the updates until it is right on the whole trial, or Infinity.
 */
export function learnedAfter(seed: number, most: number): number {
  const source = rng(seed);
  const machine = compile(neuronLamp);
  const trace = machine.trace(20);
  const first = source.stream('weights');
  trace.theta.forEach((_, i) => (trace.theta[i] = 2 * first.uniform() - 1));
  trace.value('h', 0)[0] = -1;
  const text = quoteStream(20 * most, RATES, source.stream('text'));
  const optimizer = adam(0.02);
  for (let update = 1; update <= most; update++) {
    for (let t = 1; t <= 20; t++) {
      const item = text[20 * (update - 1) + t - 1]!;
      trace.value('x', t)[0] = item.x;
      trace.value('d', t)[0] = item.inside;
      machine.step(trace, t);
    }
    bptt(machine, trace);
    optimizer.update(trace.theta, trace.thetaGrad);
    trace.value('h', 0)[0] = trace.value('h', 20)[0]!;
    const numbers = (['w', 'u', 'b', 'a', 'c'] as const).map((name) => trace.value(name)[0]!);
    if (rightUntil(5, numbers) === TRIAL) return update;
  }
  return Infinity;
}
