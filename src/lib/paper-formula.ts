import katex from 'katex';
import { linked } from './notation.ts';
import { inOwnLetters } from './typeset.ts';

/** Returns TeX as MathML, for sheets that stand in one file: it needs neither styles nor fonts of ours. */
export const paperFormula = (tex: string, isDisplayed = false): string =>
  katex
    .renderToString(inOwnLetters(linked(tex)) ?? tex, {
      output: 'mathml',
      displayMode: isDisplayed,
      throwOnError: true,
      // the marks by which the letters of a fork are found
      trust: ({ command }) => command === '\\htmlData',
      strict: 'ignore',
    })
    .replace(/^.*?(<math[^]*<\/math>).*$/, '$1');
