import type { RandomStream } from '../math/rng.ts';

/** One character of a text with quotation marks. */
export interface QuoteItem {
  readonly character: string;
  /** +1 for “, −1 for ”, 0 for any other character. */
  readonly x: -1 | 0 | 1;
  /** 1 from an opening mark on, 0 from a closing mark on. */
  readonly inside: 0 | 1;
}

/**
 * Reads a text character by character. A straight " becomes an opening mark outside a quotation
 * and a closing one inside, since one character must not mean two things to the network.
 */
export function encodeQuotes(text: string): QuoteItem[] {
  let inside: 0 | 1 = 0;
  return characters(text).map((read) => {
    const character = read === '"' ? (inside === 1 ? '”' : '“') : read;
    const x = character === '“' ? 1 : character === '”' ? -1 : 0;
    if (x !== 0) inside = x === 1 ? 1 : 0;
    return { character, x, inside };
  });
}

/** Letters below the combining marks, and the usual quotation marks and dashes: each is seen as one. */
const PLAIN = /^[\0-\f\x0e-\u02ff\u2010-\u2027]*$/;

/** What the reader sees as one character, where the platform can tell. */
function characters(text: string): string[] {
  // a segmenter takes 20 ms to load, in the first second of a page
  if (PLAIN.test(text)) return [...text];
  if (typeof Intl === 'undefined' || !('Segmenter' in Intl)) return [...text];
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** How the random stream of quotations behaves: chances per character. */
export interface QuoteRates {
  /** Probability, outside, that the next character opens a quotation. Range 0 … 1. */
  readonly open: number;
  /** Probability, inside, that the next character closes it. Range 0 … 1. */
  readonly close: number;
}

/** Returns `length` characters of a stream that starts outside, with letters a to z between marks. */
export function quoteStream(
  length: number,
  { open, close }: QuoteRates,
  random: RandomStream,
): QuoteItem[] {
  let inside: 0 | 1 = 0;
  return Array.from({ length }, () => {
    const isMark = random.uniform() < (inside === 1 ? close : open);
    if (!isMark) {
      const character = String.fromCharCode(97 + random.integer(0, 25));
      return { character, x: 0 as const, inside };
    }
    inside = inside === 1 ? 0 : 1;
    return inside === 1
      ? { character: '“', x: 1 as const, inside }
      : { character: '”', x: -1 as const, inside };
  });
}
