import { describe, expect, test } from 'vitest';
import {
  distanceShares,
  insideShare,
  memorylessBound,
  windowBound,
} from '#engine/tasks/quote-bounds.ts';
import { quoteStream } from '#engine/tasks/quote.ts';
import { rng } from '#engine/math/rng.ts';

const RATES = { open: 0.05, close: 0.08 };

describe('windowBound', () => {
  test('windowBound of one character is the hand-computed value', () => {
    // inside 5/13 · 0.92 = 0.35385 is rarer than outside 8/13 · 0.95
    expect(Math.abs(memorylessBound(RATES) - (1 - (5 / 13) * 0.92))).toBeLessThan(1e-15);
  });

  test('windowBound of no character is the share of the more frequent side', () => {
    expect(windowBound(0, RATES)).toBe(1 - insideShare(RATES));
  });

  test.each([1, 2, 3, 4, 5])('windowBound(%d) equals the best answer to every string', (size) => {
    // sums of at most 2^6 products of six factors each
    expect(Math.abs(windowBound(size, RATES) - bestByEnumeration(size, RATES))).toBeLessThan(1e-14);
  });

  test('windowBound is what the best window reader reaches on a long random text', () => {
    const length = 200_000;
    const stream = quoteStream(length, RATES, rng(1).stream('text'));
    for (const size of [1, 4, 12]) {
      let right = 0;
      let sinceMark = Infinity;
      stream.forEach((item, t) => {
        sinceMark = item.x === 0 ? sinceMark + 1 : 0;
        // a mark in the window tells; else outside, the more frequent side at these rates
        const answer = sinceMark < size && t >= sinceMark ? insideAfter(stream, t, sinceMark) : 0;
        if (answer === item.inside) right += 1;
      });
      // neighbours within some 30 characters err together: 4 standard deviations of 200,000 / 30
      expect(Math.abs(right / length - windowBound(size, RATES))).toBeLessThan(0.025);
    }
  });

  test('windowBound names a window that is no size', () => {
    expect(() => windowBound(1.5, RATES)).toThrow('must be an integer from 0, found 1.5');
    expect(() => windowBound(1, { open: 0, close: 0.1 })).toThrow(
      'open must lie in (0, 1], found 0',
    );
  });
});

describe('distanceShares', () => {
  test('distanceShares sum to the shares of inside and outside', () => {
    let [inside, outside] = [0, 0];
    for (let distance = 0; distance < 2000; distance++) {
      const shares = distanceShares(distance, RATES);
      inside += shares.inside;
      outside += shares.outside;
    }
    expect(Math.abs(inside - insideShare(RATES))).toBeLessThan(1e-12);
    expect(Math.abs(outside - (1 - insideShare(RATES)))).toBeLessThan(1e-12);
  });
});

type Item = ReturnType<typeof quoteStream>[number];

const insideAfter = (stream: readonly Item[], t: number, distance: number): number =>
  stream[t - distance]?.x === 1 ? 1 : 0;

/** Sums, over all windows, the mass of the likelier side: every text and starting side, one by one. */
function bestByEnumeration(size: number, rates: { open: number; close: number }): number {
  const masses = new Map<string, [outside: number, inside: number]>();
  const extend = (window: string, inside: 0 | 1, mass: number): void => {
    if (window.length === size) {
      const pair = masses.get(window) ?? [0, 0];
      pair[inside] += mass;
      masses.set(window, pair);
      return;
    }
    const change = inside === 1 ? rates.close : rates.open;
    extend(window + 'a', inside, mass * (1 - change));
    extend(window + (inside === 1 ? '”' : '“'), inside === 1 ? 0 : 1, mass * change);
  };
  extend('', 1, rates.open / (rates.open + rates.close));
  extend('', 0, rates.close / (rates.open + rates.close));
  return [...masses.values()].reduce((sum, pair) => sum + Math.max(...pair), 0);
}
