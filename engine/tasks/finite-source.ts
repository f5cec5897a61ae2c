import { log } from '../math/log.ts';
import { unitMatrix } from '../math/matrix.ts';
import { solve } from '../math/solve.ts';
import { leaving, type Grammar } from './grammar.ts';

/** In state `from` the source says `symbol` with this chance and goes to `to`. */
export interface SourceEdge {
  readonly from: number;
  readonly symbol: string;
  readonly to: number;
  readonly chance: number;
}

/**
 * An endless stream of symbols from states 0, 1, …: the chances out of a state sum to 1, and no state
 * has two edges of one symbol, so that who knows a state and reads on knows every state after it.
 */
export type FiniteSource = readonly SourceEdge[];

/** What no reader of an endless stream can beat who has read enough to know the state. */
export interface SourceBounds {
  /** Mean −log p of the next symbol, in nats. */
  readonly crossEntropy: number;
  /** Share of symbols that the likeliest guess gets right. */
  readonly accuracy: number;
  /** Mean squared error, over the lines of a one-hot row together. */
  readonly squaredError: number;
}

/** Returns the share of steps that an endless stream spends in each state. */
export function stationary(source: FiniteSource): number[] {
  const count = 1 + source.reduce((most, { from, to }) => Math.max(most, from, to), 0);
  // share = Pᵀ share has one equation too many; that the shares sum to 1 takes the place of the first
  const system = unitMatrix(count);
  for (const { from, to, chance } of source) system[to]![from]! -= chance;
  system[0]!.fill(1);
  return solve(
    system,
    system.map((_, state) => Number(state === 0)),
  );
}

/** Returns the bounds of a source. Errors: chances that do not sum to 1, two edges of one symbol. */
export function sourceBounds(source: FiniteSource): SourceBounds {
  checkSource(source);
  const bounds = stationary(source).map((share, state) => {
    const chances = source.filter(({ from }) => from === state).map(({ chance }) => chance);
    const mean = (worth: (chance: number) => number): number =>
      share * chances.reduce((sum, chance) => sum + worth(chance), 0);
    return {
      crossEntropy: mean((p) => (p > 0 ? -p * log(p) : 0)),
      accuracy: share * Math.max(...chances),
      squaredError: mean((p) => p * (1 - p)),
    };
  });
  const total = (name: keyof SourceBounds): number =>
    bounds.reduce((sum, bound) => sum + bound[name], 0);
  return {
    crossEntropy: total('crossEntropy'),
    accuracy: total('accuracy'),
    squaredError: total('squaredError'),
  };
}

/** Bits in threes, the third the exclusive or of two; states: 0, then 1 or 2 by the first bit, then 3 or 4 by both. */
export const xorSource: FiniteSource = [
  ...[0, 1].map((bit) => ({ from: 0, symbol: String(bit), to: 1 + bit, chance: 0.5 })),
  ...[0, 1].flatMap((first) =>
    [0, 1].map((bit) => ({
      from: 1 + first,
      symbol: String(bit),
      to: 3 + (first ^ bit),
      chance: 0.5,
    })),
  ),
  ...[0, 1].map((bit) => ({ from: 3 + bit, symbol: String(bit), to: 0, chance: 1 })),
];

/** Syllables that are equally likely, one after the other; state 0 is between two of them. */
export function syllableSource(syllables: readonly string[]): FiniteSource {
  let fresh = 0;
  return syllables.flatMap((syllable) =>
    [...syllable].map((symbol, place) => {
      const from = place === 0 ? 0 : fresh;
      const to = place === syllable.length - 1 ? 0 : ++fresh;
      return { from, symbol, to, chance: place === 0 ? 1 / syllables.length : 1 };
    }),
  );
}

/** Strings of a grammar, one after the other without a sign between them. */
export const continual = (grammar: Grammar): FiniteSource =>
  grammar.edges.map(([from, symbol, to]) => ({
    from,
    symbol,
    to: to === grammar.end ? 0 : to,
    chance: 1 / leaving(grammar, from).length,
  }));

function checkSource(source: FiniteSource): void {
  const seen = new Set<string>();
  const sums = new Map<number, number>();
  for (const { from, symbol, chance } of source) {
    if (seen.has(`${from} ${symbol}`))
      throw new Error(`state ${from} says «${symbol}» on two edges; expected one edge per symbol`);
    seen.add(`${from} ${symbol}`);
    sums.set(from, (sums.get(from) ?? 0) + chance);
  }
  for (const [state, sum] of sums)
    if (Math.abs(sum - 1) > 1e-12)
      throw new Error(`the chances of state ${state} sum to ${sum}; expected 1`);
}
