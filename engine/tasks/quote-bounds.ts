import type { QuoteRates } from './quote.ts';

/**
 * Returns the share of characters of an endless quote text that stand inside a quotation:
 * open / (open + close). The opening mark counts as inside, the closing mark as outside.
 */
export function insideShare(rates: QuoteRates): number {
  const { open, close } = checked(rates);
  return open / (open + close);
}

/**
 * Returns the accuracy that no reader can beat who sees the last `size` characters, the one to be
 * judged included, and nothing else. A mark in the window settles the answer, because marks
 * alternate; without one the best answer is the more frequent side, and the error is the
 * rarer one: min(inside · (1 − close)^size, outside · (1 − open)^size). Exact for the
 * endless text; `size` is an integer from 0, and 0 means answering without reading.
 */
export function windowBound(size: number, rates: QuoteRates): number {
  if (!Number.isInteger(size) || size < 0) {
    throw new Error(`windowBound: the window must be an integer from 0, found ${String(size)}`);
  }
  const { inside, outside } = unmarkedShares(size, rates);
  return 1 - Math.min(inside, outside);
}

/** Returns the best accuracy of a reader that sees the current character alone. */
export const memorylessBound = (rates: QuoteRates): number => windowBound(1, rates);

/**
 * Returns how often the last `size` characters hold no mark, with the reader inside and outside.
 * The two sum to the share of characters about which a window of that size says nothing.
 */
export function unmarkedShares(
  size: number,
  rates: QuoteRates,
): { readonly inside: number; readonly outside: number } {
  const { open, close } = checked(rates);
  let inside = insideShare(rates);
  let outside = close / (open + close);
  for (let i = 0; i < size; i++) {
    inside *= 1 - close;
    outside *= 1 - open;
  }
  return { inside, outside };
}

/**
 * Returns how often the last mark was read exactly `distance` characters ago (0: it is the
 * current one), and stood so that the reader is now inside or outside. Summed over all
 * distances the two are the shares of inside and outside.
 */
export function distanceShares(
  distance: number,
  rates: QuoteRates,
): { readonly inside: number; readonly outside: number } {
  const { open, close } = checked(rates);
  // in the long run as many marks open as close
  const marks = (open * close) / (open + close);
  let [inside, outside] = [marks, marks];
  for (let i = 0; i < distance; i++) {
    inside *= 1 - close;
    outside *= 1 - open;
  }
  return { inside, outside };
}

function checked(rates: QuoteRates): QuoteRates {
  for (const key of ['open', 'close'] as const) {
    const rate = rates[key];
    if (!(rate > 0 && rate <= 1)) {
      throw new Error(`quote rates: ${key} must lie in (0, 1], found ${String(rate)}`);
    }
  }
  return rates;
}
