import { oneHot } from '../math/one-hot.ts';

/** One sequence of a task: what `play` takes, and what a figure prints below each step. */
export interface TaskSequence {
  readonly inputs: readonly (readonly number[])[];
  /** What the teacher says: numbers, or one-hot classes. */
  readonly targets: readonly (readonly number[])[];
  /** 0 where nothing is asked. */
  readonly lossWeights: readonly number[];
  /** What is read at each step, in print. */
  readonly symbols: readonly string[];
}

/** A source and what it becomes: what an encoder reads and a decoder writes. */
export interface TaskPair {
  readonly source: readonly string[];
  readonly target: readonly string[];
}

/** A symbol and how likely it is. */
export type Chances = ReadonlyMap<string, number>;

/** Returns the sequence that reads symbols and is asked for the next one; the last has no next and is not read. */
export function nextSymbols(alphabet: readonly string[], text: readonly string[]): TaskSequence {
  const rows = text.map((symbol) => row(alphabet, symbol));
  return {
    inputs: rows.slice(0, -1),
    targets: rows.slice(1),
    lossWeights: rows.slice(1).map(() => 1),
    symbols: text.slice(0, -1),
  };
}

/** Returns the one-hot row of a symbol. Errors: one that is not in the alphabet. */
export const row = (alphabet: readonly string[], symbol: string): number[] =>
  oneHot(tokenOf(alphabet, symbol), alphabet.length);

/** Returns the place of a symbol in an alphabet. Errors: one that is not in it. */
export function tokenOf(alphabet: readonly string[], symbol: string): number {
  const index = alphabet.indexOf(symbol);
  if (index < 0)
    throw new Error(`«${symbol}» is not in the alphabet; it has ${alphabet.join(', ')}`);
  return index;
}

/** Returns chances as a row in the order of an alphabet. */
export const chanceRow = (alphabet: readonly string[], chances: Chances): number[] =>
  alphabet.map((symbol) => chances.get(symbol) ?? 0);

/** Returns one of the items, each with the same chance. Errors: no items. */
export function pick<Item>(
  items: readonly Item[],
  random: { integer(low: number, high: number): number },
): Item {
  const item = items[random.integer(0, items.length - 1)];
  if (item === undefined) throw new Error('nothing to pick from; expected one item or more');
  return item;
}

/** Checks a size of a task. Errors: no whole number, or one below `least`. */
export function checkSize(task: string, name: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least)
    throw new Error(`${task}: ${name} is ${value}; expected a whole number from ${least} on`);
}
