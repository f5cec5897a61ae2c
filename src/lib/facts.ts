import { fixedPoints, foldDrive } from '#engine/analysis/fixed-points.ts';
import { halfLife, halvingTime } from '#engine/analysis/latch.ts';
import { compile, rnn, softmaxHead, join } from '#engine/index.ts';
import { exp, log, sigmoid, tanh } from '#engine/math/index.ts';
import { insideShare, memorylessBound, windowBound } from '#engine/tasks/quote-bounds.ts';
import { nearest, quoted } from '#engine/program/errors.ts';
import { bpttFacts } from './bptt-facts.ts';
import { unrollingFacts } from './unrolling-facts.ts';
import { gradientFacts } from './gradient-facts.ts';
import { GATED_FACTS } from './gated-facts.ts';

type Arguments = Readonly<Record<string, number>>;

/** A named computation: its arguments in order, and what it returns. */
interface Fact {
  readonly args: readonly string[];
  readonly compute: (args: Arguments) => number;
}

const fact = (args: readonly string[], compute: (...values: number[]) => number): Fact => ({
  args,
  compute: (given) => compute(...args.map((name) => given[name] ?? NaN)),
});

/** What prose and exercises may ask the engine by name. */
const FACTS: Readonly<Record<string, Fact>> = {
  /** tanh of a number. */
  tanh: fact(['x'], tanh),
  /** The logistic function of a number. */
  sigmoid: fact(['x'], sigmoid),
  /** The largest fixed point of h → tanh(w h + b). */
  'fixed-point': fact(['w', 'b'], (w, b) => highest(w, b).value),
  /** The slope of the map there. */
  'slope-at-fixed-point': fact(['w', 'b'], (w, b) => highest(w, b).slope),
  /** The drive beyond which only one resting state is left. */
  fold: fact(['w'], foldDrive),
  /** Letters until the trace of an opening mark has fallen to half, from the state h. */
  'half-life': fact(['w', 'b', 'h'], (w, b, h) => halfLife(w, b, h)),
  /** The weight at which a small state falls to half in this many steps: wⁿ = ½. */
  'weight-for-half-life': fact(['steps'], (steps) => root(0.5, steps)),
  /** The leak α at which (1 − α)ⁿ = share. */
  'leak-for-share': fact(['steps', 'share'], (steps, share) => 1 - root(share, steps)),
  /** The state after n letters, from h, with weight w. */
  'state-after': fact(['w', 'b', 'h', 'steps'], stateAfter),
  /** The state after n opening marks from h, with weights w and u. */
  'state-after-marks': fact(['w', 'u', 'b', 'h', 'steps'], (w, u, b, h, steps) =>
    stateAfter(w, u + b, h, steps),
  ),
  /** Steps in which a small distance halves, when each step multiplies it by the slope. */
  'halving-time': fact(['slope'], halvingTime),
  /** Letters until a state that begins at h is below 0 and the lamp is out; Infinity if it never is. */
  'letters-until-out': fact(['w', 'b', 'h'], lettersUntilOut),
  /** What the creep at weight one leaves after so many steps, by the square-root law. */
  'creep-estimate': fact(['steps'], (steps) => Math.sqrt(3 / (2 * steps))),
  /** The slope at the highest fixed point, multiplied by itself. */
  'slope-power': fact(['w', 'b', 'steps'], slopePower),
  /** Characters inside a quotation, in percent. */
  'inside-share': fact(['open', 'close'], (open, close) => 100 * insideShare({ open, close })),
  /** Best accuracy, in percent, of a reader that sees one character. */
  'memoryless-bound': fact(
    ['open', 'close'],
    (open, close) => 100 * memorylessBound({ open, close }),
  ),
  /** Best accuracy, in percent, of a reader that sees the last k characters. */
  'window-bound': fact(
    ['k', 'open', 'close'],
    (k, open, close) => 100 * windowBound(k, { open, close }),
  ),
  /** Perplexity of an even guess among K symbols in a text of n, if n + 1 surprises are divided by n − 1, as in recurrentjs. */
  'miscounted-perplexity': fact(['K', 'n'], (K, n) => exp((log(K) * (n + 1)) / (n - 1))),
  /** Number of parameters of a plain cell with a readout. */
  'parameter-count': fact(
    ['D', 'H', 'K'],
    (D, H, K) => compile(join(rnn, softmaxHead), { D, H, K }).layout.thetaSize,
  ),
  ...Object.fromEntries(
    Object.entries({ ...bpttFacts, ...gradientFacts, ...unrollingFacts }).map(
      ([name, [args, compute]]) => [name, fact(args, compute)],
    ),
  ),
  ...Object.fromEntries(GATED_FACTS.map(([name, args, compute]) => [name, fact(args, compute)])),
};

/** Arguments that a text need not give. */
const DEFAULTS: Arguments = { b: 0 };

/** The names of all facts. */
export const factNames = (): string[] => Object.keys(FACTS);

/** Returns a fact's value. Errors: those of `askedFact`. */
export function factValue(name: string, given: FactArguments): number {
  const { fact: found, args } = askedFact(name, given);
  return found.compute(args);
}

/** Arguments as a tag or an exercise gives them. */
export type FactArguments = Readonly<Record<string, number | string>>;

/**
 * Returns a fact and the arguments it is asked with, computing nothing: some facts train networks.
 * Errors: an unknown fact, an argument that is missing or unknown.
 */
export function askedFact(
  name: string,
  given: FactArguments,
): { readonly fact: Fact; readonly args: Arguments } {
  const found = FACTS[name];
  if (found === undefined) {
    const near = nearest(name, factNames());
    throw new Error(
      `no fact «${name}»; ${near.length > 0 ? `did you mean ${quoted(near)}?` : `there are ${quoted(factNames())}`}`,
    );
  }
  const args: Record<string, number> = { ...DEFAULTS };
  for (const [key, value] of Object.entries(given)) {
    if (!found.args.includes(key))
      throw new Error(`fact «${name}» has no argument «${key}»; it takes ${quoted(found.args)}`);
    args[key] = Number(value);
  }
  const missing = found.args.filter((key) => !Number.isFinite(args[key]));
  if (missing.length > 0) throw new Error(`fact «${name}» needs numbers for ${quoted(missing)}`);
  return { fact: found, args };
}

function highest(w: number, b: number): { value: number; slope: number } {
  const points = fixedPoints(w, b);
  return points.at(-1) ?? { value: NaN, slope: NaN };
}

function stateAfter(w: number, drive: number, h: number, steps: number): number {
  let state = h;
  for (let n = 0; n < steps; n++) state = tanh(w * state + drive);
  return state;
}

/** A million letters are more than any reader waits for. */
function lettersUntilOut(w: number, b: number, h: number): number {
  let state = h;
  for (let n = 0; n <= 1_000_000; n++) {
    if (state < 0) return n;
    state = tanh(w * state + b);
  }
  return Infinity;
}

function slopePower(w: number, b: number, steps: number): number {
  const { slope } = highest(w, b);
  let power = 1;
  for (let n = 0; n < steps; n++) power *= slope;
  return power;
}

/** The n-th root of a number between 0 and 1, by bisection: no power function has portable bits. */
function root(value: number, n: number): number {
  let [low, high] = [0, 1];
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (n * log(middle) < log(value)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
