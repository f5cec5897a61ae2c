import { describe, expect, test } from 'vitest';
import {
  agreement,
  cutAt,
  placesFor,
  plain,
  pointMoved,
  powerOfTen,
  SHOWN,
  written,
} from '#components/views/digits.ts';

describe('places', () => {
  test.each([
    ['0.10153997794934776846', 17, 0],
    ['−0.0080614745536612521', 19, 0],
    ['12.5', 15, 0],
    ['0', 17, 0],
    ['0.0000123', 21, 4],
  ])('of %s are %i with the point moved by %i', (text, places, shift) => {
    expect(placesFor(text)).toEqual({ places, shift });
  });

  test('show as many significant digits of any size', () => {
    for (const value of [0.1, 1 / 3, -2.5e-7, 8.125, 123.456]) {
      const text = written(value, placesFor(plain(String(value))));
      expect(text.replace(/[^\d]/g, '').replace(/^0+/, '')).toHaveLength(SHOWN);
    }
  });
});

describe('a number without exponent', () => {
  test.each([
    ['1.25e-3', '0.00125'],
    ['-1.25e-3', '−0.00125'],
    ['5e-1', '0.5'],
    ['1.5e+2', '150'],
    ['12.75', '12.75'],
    ['0', '0'],
  ])('%s is %s', (shown, expected) => {
    expect(plain(shown)).toBe(expected);
    expect(Number(plain(shown).replace('−', '-'))).toBe(Number(shown));
  });
});

test('a point is moved to the right and leaves no zeros before it', () => {
  expect(pointMoved('0.00012', 4)).toBe('1.2');
  expect(pointMoved('−0.00012', 3)).toBe('−0.12');
  expect(pointMoved('0.5', 3)).toBe('500');
});

describe('agreement', () => {
  test.each([
    ['0.1015400', '0.1015399779', '0.1015', 4],
    ['0.1015399', '0.1015399779', '0.1015399', 7],
    ['−0.0012', '−0.00129', '−0.0012', 2],
    ['−0.0012', '0.0012', '', 0],
    ['0.2', '0.1', '', 0],
    ['12.5', '1.25', '', 0],
    ['0.000', '0', '0.000', SHOWN],
    ['0.500', '0.5', '0.500', 3],
  ])('of %s with %s is «%s»', (text, reference, same, digits) => {
    const found = agreement(text, reference);
    expect(found).toEqual({ same, other: text.slice(same.length), digits });
  });
});

test('a long number is cut below the others, and nothing is lost', () => {
  const text = '0.10153997794934776846207657279234';
  expect(cutAt(text, placesFor(text))).toEqual(['0.10153997794934776', '846207657279234']);
  expect(cutAt('0.0000123456', { places: 8, shift: 4 })).toEqual(['0.1234', '56']);
  expect(cutAt('0.5', { places: 4, shift: 0 })).toEqual(['0.5000', '']);
});

test('powers of ten are raised', () => {
  expect(powerOfTen(-13)).toBe('10⁻¹³');
  expect(powerOfTen(6)).toBe('10⁶');
});
