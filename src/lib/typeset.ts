import { typeset as setIn } from '#components/lib/typeset.ts';
import type { Convention } from '#components/lib/convention.ts';
import { inConvention } from './in-convention.ts';
import { OWN_LETTERS, ownLetters } from './symbols.ts';

/** The chapter in whose letters formulas are set: pages are made one after another. */
let here: string | undefined;

/** From here on formulas are set in the letters of a chapter, or of the whole book; returns what is special about them. */
export function setLettersOf(chapter?: string): Convention | null {
  here = chapter;
  return ownLetters(chapter) ?? null;
}

/** Does what sets formulas in the letters of a chapter, outside its page. */
export function inLettersOf<Result>(chapter: string | undefined, work: () => Result): Result {
  const before = here;
  here = chapter;
  try {
    return work();
  } finally {
    here = before;
  }
}

/** Linked TeX in the letters of this book; undefined where they are those of the files. */
export function inOwnLetters(tex: string): string | undefined {
  const letters = ownLetters(here);
  return letters && inConvention(tex, letters);
}

/** Returns the HTML of linked TeX in the letters of this book; it keeps its TeX, to be written otherwise. */
export function typeset(tex: string, isDisplayed = false): string {
  const written = inOwnLetters(tex);
  if (written === undefined) return setIn(tex, isDisplayed);
  return setIn(written, isDisplayed, { tex, convention: OWN_LETTERS });
}
