import { formula } from './formula.ts';
import { readSentence } from './sentence.ts';

/** Returns a sentence of front matter or of a tag's attribute as HTML. Errors: a number `{…}` in it. */
export const plainSentence = (text: string): string =>
  readSentence(text, formula)
    .map((part) => {
      if ('html' in part) return part.html;
      throw new Error(
        `«${text}»: {${part.expression}} has no numbers to stand for; numbers go into exercises`,
      );
    })
    .join('');
