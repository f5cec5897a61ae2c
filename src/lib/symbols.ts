import type { Convention } from '#components/lib/convention.ts';
import { isSameChapter, readNotation, type NotationSymbol } from './notation-files.ts';

/** The id of the letters in which a book is made that has letters of its own. */
export const OWN_LETTERS = 'book';

let read: readonly NotationSymbol[] | undefined;
/** Mistakes are found once, though every formula asks. */
let failure: unknown;

/** Every symbol of the book, from content/notation.yaml, with what a fork changes. Errors: every mistake of the files. */
export function notation(): readonly NotationSymbol[] {
  if (failure !== undefined) throw failure;
  try {
    return (read ??= readNotation());
  } catch (error) {
    failure = error;
    throw error;
  }
}

/**
 * The letters of a fork, as the pages of a chapter have to write them, or those of the whole book;
 * undefined where all are those of the files.
 */
export function ownLetters(chapter?: string): Convention | undefined {
  const meant = meanings(chapter).filter(({ tex, letter }) => tex !== letter);
  if (meant.length === 0) return undefined;
  return {
    id: OWN_LETTERS,
    name: 'This book',
    time: 'below',
    symbols: Object.fromEntries(meant.map(({ name, letter }) => [name, letter])),
    timed: notation()
      .filter(({ timed }) => timed)
      .map(({ name }) => name),
  };
}

/** What each name means in a chapter: what it means there alone, else in the whole book, else in another chapter. */
function meanings(chapter?: string): NotationSymbol[] {
  const rank = ({ only }: NotationSymbol): number =>
    isSameChapter(only, chapter) ? 2 : only === undefined ? 1 : 0;
  return [
    ...new Map(
      notation()
        .toSorted((a, b) => rank(a) - rank(b))
        .map((symbol) => [symbol.name, symbol]),
    ).values(),
  ];
}
