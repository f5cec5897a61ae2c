import katex from 'katex';
import { katexOptions, withoutSource } from '#components/lib/typeset.ts';
import { linked } from './notation.ts';

/** Returns the HTML of hand-written TeX, its symbols linked. Errors: what KaTeX does not accept. */
export const formula = (tex: string, isDisplayed = false): string =>
  typeset(linked(tex), isDisplayed);

/** Returns the HTML of TeX that the engine wrote, whose symbols are linked already. */
export const typeset = (tex: string, isDisplayed = false): string =>
  withoutSource(katex.renderToString(tex, { ...katexOptions, displayMode: isDisplayed }));
