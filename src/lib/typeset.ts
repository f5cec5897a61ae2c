import { typeset as setIn } from '#components/lib/typeset.ts';
import { inConvention } from './in-convention.ts';
import { OWN_LETTERS, ownLetters } from './symbols.ts';

/** Returns the HTML of linked TeX in the letters of this book; it keeps its TeX, to be written otherwise. */
export function typeset(tex: string, isDisplayed = false): string {
  const letters = ownLetters();
  if (letters === undefined) return setIn(tex, isDisplayed);
  return setIn(inConvention(tex, letters), isDisplayed, { tex, convention: OWN_LETTERS });
}
