import katex from 'katex';
import { linked } from './notation.ts';

const TRUSTED = new Set(['\\htmlData', '\\htmlClass']);

const options = {
  output: 'htmlAndMathml',
  throwOnError: true,
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  // KaTeX would print what it is not allowed to do as red text
  trust({ command }: { command: string }): boolean {
    if (!TRUSTED.has(command)) throw new Error(`${command} is not allowed in formulas`);
    return true;
  },
} as const;

/** Returns the HTML of hand-written TeX, its symbols linked. Errors: what KaTeX does not accept. */
export const formula = (tex: string, isDisplayed = false): string =>
  typeset(linked(tex), isDisplayed);

/** Returns the HTML of TeX that the engine wrote, whose symbols are linked already. */
export const typeset = (tex: string, isDisplayed = false): string =>
  katex
    .renderToString(tex, { ...options, displayMode: isDisplayed })
    // the source would carry the marks that link symbols, and is of no use to a reader
    .replace(/<annotation encoding="application\/x-tex">[\s\S]*?<\/annotation>/, '');
