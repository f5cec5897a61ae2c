import type { RandomStream } from '../math/rng.ts';
import { generate, nextChances, nodeAfter, type Edge, type Grammar } from './grammar.ts';
import { chanceRow, nextSymbols, pick, type TaskSequence } from './sequence.ts';

/** The symbols of Reber's grammar, with B at the beginning and E at the end. */
export const REBER_ALPHABET = ['B', 'T', 'P', 'S', 'X', 'V', 'E'] as const;

const EDGES: readonly Edge[] = [
  [0, 'T', 1],
  [0, 'P', 2],
  [1, 'S', 1],
  [1, 'X', 3],
  [2, 'T', 2],
  [2, 'V', 4],
  [3, 'X', 2],
  [3, 'S', 5],
  [4, 'P', 3],
  [4, 'V', 5],
  [5, 'E', 6],
];

/** Returns a grammar behind an opening B. */
export const withBegin = ({ edges, end }: Grammar): Grammar => ({
  edges: [[0, 'B', 1], ...edges.map(([from, symbol, to]): Edge => [from + 1, symbol, to + 1])],
  end: end + 1,
});

/** Reber's grammar, B included. Source: reber1967, cleeremans1989. */
export const reber: Grammar = withBegin({ edges: EDGES, end: 6 });

/**
 * Returns the embedded grammar: B, then T or P, a string of the inner grammar, the same T or P, E. The one
 * before last symbol has to be remembered over the whole inner string. Source: hochreiter1997.
 */
export function embedded(inner: Grammar): Grammar {
  const size = 1 + inner.edges.reduce((most, [from, , to]) => Math.max(most, from, to), 0);
  const copy = (first: number): Edge[] =>
    inner.edges.map(([from, symbol, to]) => [first + from, symbol, first + to]);
  const [upper, lower, beforeE, end] = [2, 2 + size, 2 + 2 * size, 3 + 2 * size];
  return {
    edges: [
      [0, 'B', 1],
      [1, 'T', upper],
      [1, 'P', lower],
      ...copy(upper),
      ...copy(lower),
      [upper + inner.end, 'T', beforeE],
      [lower + inner.end, 'P', beforeE],
      [beforeE, 'E', end],
    ],
    end,
  };
}

/** The embedded Reber grammar. */
export const embeddedReber: Grammar = embedded(reber);

/** Returns a string of a grammar over Reber's alphabet that is read symbol by symbol, the next one being asked for. */
export const reberString = (grammar: Grammar, random: RandomStream): TaskSequence =>
  nextSymbols(REBER_ALPHABET, generate(grammar, random));

/** Returns for every step of such a sequence the true chances of what is asked for, in the alphabet's order. */
export const reberTruth = (grammar: Grammar, { symbols }: TaskSequence): number[][] =>
  symbols.map((_, t) => chanceRow(REBER_ALPHABET, nextChances(grammar, symbols.slice(0, t + 1))));

/**
 * Returns `length` steps of strings one after the other without a sign between them: what made an LSTM
 * without forget gate fail. `starts` are the steps at which a string begins. Source: gers2000.
 */
export function continualReber(
  grammar: Grammar,
  length: number,
  random: RandomStream,
): TaskSequence & { readonly starts: readonly number[] } {
  const text: string[] = [];
  const starts: number[] = [];
  while (text.length <= length) {
    starts.push(text.length);
    text.push(...generate(grammar, random));
  }
  return { ...nextSymbols(REBER_ALPHABET, text.slice(0, length + 1)), starts };
}

/** Returns a string that is no string of Reber's grammar: one symbol of a true one is replaced at random. */
export function spoiled(grammar: Grammar, random: RandomStream): string[] {
  for (;;) {
    const text = generate(grammar, random);
    const place = random.integer(1, text.length - 1);
    text[place] = pick(REBER_ALPHABET, random);
    if (!isLegal(grammar, text)) return text;
  }
}

/** Says whether a grammar makes this string, from its first symbol to its last. */
export const isLegal = (grammar: Grammar, text: readonly string[]): boolean =>
  nodeAfter(grammar, text) === grammar.end;
