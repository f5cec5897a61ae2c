import katex from 'katex';

/** Returns TeX as MathML, for sheets that stand in one file: it needs neither styles nor fonts of ours. */
export const paperFormula = (tex: string, isDisplayed = false): string =>
  katex
    .renderToString(tex, { output: 'mathml', displayMode: isDisplayed, throwOnError: true })
    .replace(/^.*?(<math[^]*<\/math>).*$/, '$1');
