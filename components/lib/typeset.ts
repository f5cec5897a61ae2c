import katex from 'katex';
import { speak } from './speech/speak.ts';
import { write } from './speech/written.ts';

const TRUSTED = new Set(['\\htmlData', '\\htmlClass']);

const options = {
  // what is read aloud is a sentence, see below
  output: 'html',
  throwOnError: true,
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  // KaTeX would print what it is not allowed to do as red text
  trust({ command }: { command: string }): boolean {
    if (!TRUSTED.has(command)) throw new Error(`${command} is not allowed in formulas`);
    return true;
  },
} as const;

/**
 * Returns the HTML of TeX whose symbols are linked already; it keeps its TeX, to be written otherwise,
 * and says itself in words. It is a picture with a name: some screen readers pass over labels of the
 * role `math` and over MathML, and none can be touched where KaTeX hides its MathML.
 */
export const typeset = (tex: string, isDisplayed = false): string =>
  katex
    .renderToString(tex, { ...options, displayMode: isDisplayed })
    .replace(
      'class="katex"',
      `class="katex" role="img" aria-roledescription="formula" aria-label="${escaped(spoken(tex))}" data-tex="${escaped(tex)}"`,
    );

/** Returns TeX as words: «h sub t equals hyperbolic tangent of …». */
export const spoken = (tex: string): string => speak(tex, options);

/** Returns TeX as a line of plain text: h_{t} = tanh(W_{xh} x_{t}). */
export const inOneLine = (tex: string): string => write(tex, options);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
