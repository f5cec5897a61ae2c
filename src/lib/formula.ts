import { linked } from './notation.ts';
import { typeset } from './typeset.ts';

/** Returns the HTML of hand-written TeX, its symbols linked. Errors: what KaTeX does not accept. */
export const formula = (tex: string, isDisplayed = false): string =>
  typeset(linked(tex), isDisplayed);
