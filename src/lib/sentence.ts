import type { Sentence } from '#components/lib/exercise.ts';

const PIECE = /\$([^$]+)\$|`([^`]+)`|\*([^*]+)\*|\{([^{}|]+)(?:\|\s*(\d+)\s*)?\}|\\([{}$*`\\])/g;

/**
 * Reads a sentence of front matter: `$x_t$`, `*italic*`, `` `code` `` become HTML (`formula` sets the
 * TeX), `{2 * start - given | 3}` stays an expression with its digits, 3 unless said. A backslash
 * before a sign takes it literally.
 */
export function readSentence(text: string, formula: (tex: string) => string): Sentence {
  const parts: ({ html: string } | { expression: string; digits: number })[] = [];
  let end = 0;
  for (const match of text.matchAll(PIECE)) {
    const [all, tex, code, italic, expression, digits, literal] = match;
    parts.push({ html: escaped(text.slice(end, match.index)) });
    end = match.index + all.length;
    if (tex !== undefined) parts.push({ html: formula(tex) });
    if (code !== undefined) parts.push({ html: `<code>${escaped(code)}</code>` });
    if (italic !== undefined) parts.push({ html: `<em>${escaped(italic)}</em>` });
    if (literal !== undefined) parts.push({ html: escaped(literal) });
    if (expression !== undefined)
      parts.push({ expression: expression.trim(), digits: Number(digits ?? 3) });
  }
  parts.push({ html: escaped(text.slice(end)) });
  return merged(parts);
}

/** Joins neighbours that are both HTML, and drops empty ones. */
function merged(parts: readonly Sentence[number][]): Sentence {
  const joined: Sentence[number][] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if ('html' in part && last !== undefined && 'html' in last)
      joined[joined.length - 1] = { html: last.html + part.html };
    else if (!('html' in part) || part.html !== '') joined.push(part);
  }
  return joined;
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const SIGNS: Readonly<Record<string, string>> = {
  bar: 'bar',
  cdot: '·',
  eta: 'η',
  leftarrow: '←',
  odot: '·',
  partial: '∂',
  sigma: 'σ',
  varepsilon: 'ε',
};

/** A sentence as plain text, for the names of buttons: formulas lose their signs and keep their letters. */
export const plainText = (text: string): string =>
  text
    .replace(/\$([^$]+)\$/g, (_, tex: string) => plainTex(tex))
    .replace(/[`*]/g, '')
    .replace(/\s+/g, ' ');

const plainTex = (tex: string): string =>
  tex
    .replace(/\\[,;!]/g, ' ')
    .replace(/\\([a-z]+)/g, (_, word: string) => SIGNS[word] ?? word)
    .replace(/[{}]/g, '');
