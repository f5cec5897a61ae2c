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

/** The TeX that a formula keeps, in the letters of the files, and the convention in which it is shown. */
interface Kept {
  readonly tex: string;
  readonly convention?: string;
}

/** Returns the HTML of TeX whose symbols are linked already; it keeps its TeX, to be written otherwise. */
export const typeset = (tex: string, isDisplayed = false, kept: Kept = { tex }): string =>
  katex
    .renderToString(tex, { ...options, displayMode: isDisplayed })
    // the source would carry the marks that link symbols, and is of no use to a reader
    .replace(/<annotation encoding="application\/x-tex">[\s\S]*?<\/annotation>/, '')
    .replace('class="katex"', `class="katex"${attributes(kept)}`);

const attributes = ({ tex, convention }: Kept): string =>
  ` data-tex="${escaped(tex)}"` +
  (convention === undefined ? '' : ` data-convention="${convention}"`);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
