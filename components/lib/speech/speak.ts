import katex, { type KatexOptions } from 'katex';
import { itemsOf } from './items.ts';
import type { Node } from './node.ts';
import { sentence } from './sentence.ts';

/** KaTeX keeps its parser for itself; the exact version is pinned, and tests read many formulas. */
const { __parse: parse } = katex as unknown as {
  __parse: (tex: string, options: KatexOptions) => readonly Node[];
};

/** Returns TeX as words to be read aloud: «h sub t equals hyperbolic tangent of …». */
export const speak = (tex: string, options: KatexOptions): string =>
  sentence(itemsOf(parse(tex, options)));
