import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeQuotes } from '#engine/index.ts';
import { rng } from '#engine/math/index.ts';
import { quoteStream } from '#engine/tasks/quote.ts';

const texts = fc.string({ unit: fc.constantFrom('a', ' ', '“', '”', '"', 'é', '👩‍🚀') });

describe('encodeQuotes', () => {
  test('says inside from an opening mark on, until a closing one', () => {
    const items = encodeQuotes('a“b”c');
    expect(items.map(({ x }) => x)).toEqual([0, 1, 0, -1, 0]);
    expect(items.map(({ inside }) => inside)).toEqual([0, 1, 1, 0, 0]);
  });

  test('lets only marks change the side, whatever the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let side = 0;
        for (const { x, inside } of encodeQuotes(text)) {
          if (x !== 0) side = x === 1 ? 1 : 0;
          expect(inside).toBe(side);
        }
      }),
    );
  });

  test('reads straight marks as opening and closing in turn, and never twice the same', () => {
    expect(
      encodeQuotes('"a" "b"')
        .map(({ character }) => character)
        .join(''),
    ).toBe('“a” “b”');
    fc.assert(
      fc.property(texts, (text) => {
        const straight = text.replaceAll(/[“”]/g, '"');
        const marks = encodeQuotes(straight).filter(({ x }) => x !== 0);
        expect(marks.map(({ x }) => x)).toEqual(marks.map((_, n) => (n % 2 === 0 ? 1 : -1)));
      }),
    );
  });

  test('takes what looks like one character for one step', () => {
    expect(encodeQuotes('👩‍🚀é')).toHaveLength(2);
  });

  test('splits a text as the platform does, also where it need not ask', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    const letter = fc.oneof(
      fc.integer({ min: 0, max: 0x36f }),
      fc.integer({ min: 0x2000, max: 0x206f }),
    );
    const mixed = fc.array(letter, { maxLength: 6 }).map((codes) => String.fromCodePoint(...codes));
    fc.assert(
      fc.property(fc.oneof(mixed, fc.constantFrom('\r\n', 'a\r\nb')), (text) => {
        const seen = Array.from(segmenter.segment(text), ({ segment }) => segment);
        expect(encodeQuotes(text)).toHaveLength(seen.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('quoteStream', () => {
  const stream = (seed: number) =>
    quoteStream(4000, { open: 0.05, close: 0.08 }, rng(seed).stream('texts'));

  test('is the same for the same seed and another for another', () => {
    expect(stream(1)).toEqual(stream(1));
    expect(stream(1)).not.toEqual(stream(2));
  });

  test('is read by encodeQuotes as it was made', () => {
    const items = stream(3);
    expect(encodeQuotes(items.map(({ character }) => character).join(''))).toEqual(items);
  });

  test('opens and closes as often as its rates say', () => {
    const items = stream(4);
    const before = items.map((_, n) => items[n - 1]?.inside ?? 0);
    const share = (side: 0 | 1): number => {
      const there = items.filter((_, n) => before[n] === side);
      return there.filter(({ x }) => x !== 0).length / there.length;
    };
    // four standard errors of some 1,500 and 2,500 draws
    expect(Math.abs(share(0) - 0.05)).toBeLessThan(0.018);
    expect(Math.abs(share(1) - 0.08)).toBeLessThan(0.028);
  });
});
