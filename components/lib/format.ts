/** The minus sign of mathematics: as wide as the plus, unlike the hyphen. */
export const MINUS = '−';

/**
 * Returns a number with fixed digits after the point and a true minus sign; a rounded zero has no
 * sign. What is not finite is said in words, never printed.
 */
export function number(value: number, digits = 3): string {
  if (Number.isNaN(value)) return 'not a number';
  if (value === Infinity) return 'infinite';
  if (value === -Infinity) return `${MINUS}infinite`;
  const text = Math.abs(value).toFixed(digits).replace('e+', 'e');
  const isZero = /^[0.]*$/.test(text);
  return value < 0 && !isZero ? MINUS + text : text;
}

/** The same with a sign before positive numbers too. */
export const signed = (value: number, digits = 3): string =>
  value > 0 && Number.isFinite(value) ? `+${number(value, digits)}` : number(value, digits);

/** Returns a setting as a person would write it: no digits that say nothing. */
export const short = (value: number): string =>
  Number.isFinite(value)
    ? String(Number(value.toPrecision(12)))
        .replace('e+', 'e')
        .replaceAll('-', MINUS)
    : number(value);

/** Returns how many digits after the point a set number needs, at most three. */
export const digitsOf = (value: number): number =>
  [0, 1, 2].find((digits) => Number(value.toFixed(digits)) === value) ?? 3;

/**
 * Reads a number as people type it: «1,5», «−2», «+3», «.5», «1e-3». Returns undefined for anything
 * else, the empty text included.
 */
export function readNumber(text: string): number | undefined {
  const plain = text.trim().replaceAll(MINUS, '-').replace(',', '.');
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
