import { MINUS, number } from './format.ts';

/** A number in two parts, as it is printed: «2.2» and «−16», or «0.048» without a power. */
export interface Powered {
  readonly mantissa: string;
  readonly exponent: string | undefined;
}

/**
 * Returns a number as a person writes it whatever its size: fixed digits from a thousandth up to ten
 * thousand, a power of ten beyond. What is not finite is said in words.
 */
export function powered(value: number, digits = 1): Powered {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size === 0) return plain(number(value, 0));
  if (size >= 0.001 && size < 10_000) return plain(number(value, digitsFor(size, digits + 1)));
  const [mantissa = '', exponent = ''] = value.toExponential(digits).split('e');
  const power = exponent.replace('+', '').replace('-', MINUS);
  return { mantissa: mantissa.replace('-', MINUS), exponent: power };
}

/** The same in one line, for labels and for comparing: «2.2 × 10^−16». */
export function inPowers(value: number, digits = 1): string {
  const { mantissa, exponent } = powered(value, digits);
  return exponent === undefined ? mantissa : `${mantissa} × 10^${exponent}`;
}

const plain = (mantissa: string): Powered => ({ mantissa, exponent: undefined });

/** How many digits after the point show so many digits of a number, at least none. */
function digitsFor(size: number, shown: number): number {
  let digits = shown - 1;
  for (let place = 10; place <= size; place *= 10) digits -= 1;
  for (let place = 1; place > size; place /= 10) digits += 1;
  return Math.max(0, digits);
}
