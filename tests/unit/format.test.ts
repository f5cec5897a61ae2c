import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digitsOf, number, readNumber, short, signed } from '#components/lib/format.ts';

const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true });

describe('number', () => {
  test('is read back as the number it rounds', () => {
    fc.assert(
      fc.property(finite, fc.integer({ min: 0, max: 9 }), (value, digits) => {
        expect(readNumber(number(value, digits))).toBeCloseTo(Number(value.toFixed(digits)), 12);
      }),
    );
  });

  test('writes a true minus, and none before a zero', () => {
    expect([number(-1.5, 2), number(-0.0004), number(-0)]).toEqual(['−1.50', '0.000', '0.000']);
  });

  test('says in words what is not finite', () => {
    expect([NaN, Infinity, -Infinity].map((value) => number(value))).toEqual([
      'not a number',
      'infinite',
      '−infinite',
    ]);
  });

  test('signed shows the plus of positive numbers, and no sign at zero', () => {
    expect([signed(2, 1), signed(-2, 1), signed(0, 1)]).toEqual(['+2.0', '−2.0', '0.0']);
  });
});

describe('short', () => {
  test('keeps every digit that a person set', () => {
    fc.assert(
      fc.property(fc.integer({ min: -900_000, max: 900_000 }), (thousandths) => {
        expect(readNumber(short(thousandths / 1000))).toBe(thousandths / 1000);
      }),
    );
  });
});

describe('a number too small or too large for plain digits', () => {
  test('has a true minus in its exponent, and is read back', () => {
    expect([short(-1e-7), number(1e21, 2)]).toEqual(['−1e−7', '1e21']);
    expect(readNumber(short(-1e-7))).toBe(-1e-7);
  });
});

describe('digitsOf', () => {
  test('is the least that shows a setting, three at most', () => {
    expect([2, 0.5, -1.25, 0.125, 1 / 3].map(digitsOf)).toEqual([0, 1, 2, 3, 3]);
  });
});

describe('readNumber', () => {
  test.each([
    ['1,5', 1.5],
    ['−2', -2],
    ['-2', -2],
    ['+3', 3],
    ['.5', 0.5],
    ['7.', 7],
    ['1e-3', 0.001],
    ['−1e−3', -0.001],
    ['  4 ', 4],
  ])('reads «%s» as people mean it', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  test.each(['', ' ', 'abc', '1.2.3', '1,2,3', '--1', '1e', '0x10', '∞', 'NaN', '1e999'])(
    'does not take «%s» for a number',
    (text) => {
      expect(readNumber(text)).toBeUndefined();
    },
  );

  test('never gives anything but a finite number, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const value = readNumber(text);
        expect(value === undefined || Number.isFinite(value)).toBe(true);
      }),
    );
  });
});
