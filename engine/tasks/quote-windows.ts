import type { QuoteItem, QuoteRates } from './quote.ts';
import { insideShare } from './quote-bounds.ts';

/** One content that a window over an endless quote text can have. */
export interface QuoteWindow {
  /** The marks in it, the current character first: +1 for “, −1 for ”, 0 for a letter. */
  readonly x: readonly QuoteItem['x'][];
  /** How often it occurs with the reader now inside, and outside. */
  readonly inside: number;
  readonly outside: number;
  /** Characters since the last mark, 0 when the current one is a mark; `size` without a mark. */
  readonly distance: number;
}

/**
 * Yields every content of a window of `size` characters that can occur, with its exact frequency.
 * Marks alternate, so there are 2^(size+1) − 1 of them. The one without a mark comes first.
 */
export function* quoteWindows(size: number, rates: QuoteRates): Generator<QuoteWindow> {
  if (!Number.isInteger(size) || size < 1 || size > 16)
    throw new Error(`quoteWindows: size is ${size}; expected a whole number from 1 to 16`);
  const startsInside = insideShare(rates);
  // bit n of the pattern says whether the character n steps ago is a mark
  for (let pattern = 0; pattern < 1 << size; pattern++) {
    const fromInside = follow(pattern, size, rates, 1, startsInside);
    const fromOutside = follow(pattern, size, rates, 0, 1 - startsInside);
    if (pattern === 0) {
      yield { ...fromInside, inside: fromInside.mass, outside: fromOutside.mass, distance: size };
      continue;
    }
    const distance = trailingZeros(pattern);
    for (const { x, mass } of [fromInside, fromOutside]) {
      const isInside = x[distance] === 1;
      yield { x, inside: isInside ? mass : 0, outside: isInside ? 0 : mass, distance };
    }
  }
}

/** Reads the pattern from its oldest character on; both sides and the mass follow from the start. */
function follow(
  pattern: number,
  size: number,
  { open, close }: QuoteRates,
  start: 0 | 1,
  startMass: number,
): { x: QuoteItem['x'][]; mass: number } {
  const x: QuoteItem['x'][] = Array<QuoteItem['x']>(size).fill(0);
  let inside = start;
  let mass = startMass;
  for (let age = size - 1; age >= 0; age--) {
    const change = inside === 1 ? close : open;
    if (((pattern >> age) & 1) === 0) {
      mass *= 1 - change;
      continue;
    }
    mass *= change;
    x[age] = inside === 1 ? -1 : 1;
    inside = inside === 1 ? 0 : 1;
  }
  return { x, mass };
}

function trailingZeros(pattern: number): number {
  let count = 0;
  while (((pattern >> count) & 1) === 0) count += 1;
  return count;
}
