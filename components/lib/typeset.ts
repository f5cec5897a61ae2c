import katex from 'katex';

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

/** Returns the HTML of TeX whose symbols are linked already; it keeps its TeX, to be written otherwise. */
export const typeset = (tex: string, isDisplayed = false): string =>
  katex
    .renderToString(tex, { ...options, displayMode: isDisplayed })
    // the source would carry the marks that link symbols, and is of no use to a reader
    .replace(/<annotation encoding="application\/x-tex">[\s\S]*?<\/annotation>/, '')
    .replace('class="katex"', `class="katex" data-tex="${escaped(tex)}"`);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
