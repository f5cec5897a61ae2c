import type { Convention } from '#components/lib/convention.ts';
import { slugOf } from './course.ts';
import { inConvention } from './in-convention.ts';
import type { NotationSymbol } from './notation-files.ts';
import { atStep } from './notation.ts';
import { notation, ownLetters } from './symbols.ts';
import { writtenConventions, type WrittenConvention } from './written-conventions.ts';

let read: readonly WrittenConvention[] | undefined;

/** Every way of writing that the reader can choose. Errors: every mistake of the files. */
export const conventions = (): readonly WrittenConvention[] => (read ??= writtenConventions());

/**
 * A convention as a page of `chapter`, a folder or a slug, needs it: its letters, those of this book for what it
 * does not name, and which carry a time index.
 */
export function sentConvention(convention: WrittenConvention, chapter?: string): Convention {
  const { id, name, time } = convention;
  return {
    id,
    name,
    time,
    symbols: { ...ownLetters(chapter)?.symbols, ...lettersIn(convention, chapter) },
    timed: notation()
      .filter((symbol) => symbol.timed)
      .map((symbol) => symbol.name),
  };
}

const lettersIn = (
  { symbols, only }: WrittenConvention,
  chapter?: string,
): Readonly<Record<string, string>> => ({
  ...symbols,
  ...(chapter === undefined ? {} : only[slugOf(chapter)]),
});

/** Whether a convention has a letter of its own for a symbol, in the book or in one chapter. */
export const names = (convention: WrittenConvention, symbol: NotationSymbol): boolean =>
  symbol.name in lettersIn(convention, scopeOf(convention, symbol));

/** How a convention writes a symbol of ours, at step t if it has one. */
export const letterIn = (convention: WrittenConvention, symbol: NotationSymbol): string =>
  inConvention(
    `\\htmlData{q=${symbol.name},lag=0,role=plain}{${atStep(symbol)}}`,
    sentConvention(convention, scopeOf(convention, symbol)),
  );

/**
 * The chapter whose letters count for a symbol: its own, or the one where the convention names it, unless the
 * name means something else there.
 */
function scopeOf({ only }: WrittenConvention, symbol: NotationSymbol): string | undefined {
  const isAlone = notation().filter(({ name }) => name === symbol.name).length === 1;
  if (symbol.only !== undefined || !isAlone) return symbol.only;
  return Object.keys(only).find((chapter) => symbol.name in (only[chapter] ?? {}));
}
