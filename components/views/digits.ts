import { MINUS, number } from '#components/lib/format.ts';

/** Digits that a float64 has, and one that it only half has. */
export const SHOWN = 17;

/** Zeros after the point that are still written out; from more on, a power of ten says them. */
const ZEROS = 3;

/** How numbers are written that stand under each other: the same places for all. */
export interface Places {
  /** Digits after the point, before it is moved. */
  readonly places: number;
  /** How far the point is moved to the right; the numbers are in units of ten to the minus this. */
  readonly shift: number;
}

/** Returns places that show `SHOWN` significant digits of a number that is written in full. */
export function placesFor(plain: string): Places {
  const [whole = '', fraction = ''] = plain.replace(MINUS, '').split('.');
  if (/[1-9]/.test(whole)) return { places: Math.max(0, SHOWN - whole.length), shift: 0 };
  const zeros = fraction.search(/[1-9]/);
  if (zeros < 0) return { places: SHOWN, shift: 0 };
  return { places: SHOWN + zeros, shift: zeros > ZEROS ? zeros : 0 };
}

/** Writes a number with those places. */
export const written = (value: number, { places, shift }: Places): string =>
  pointMoved(number(value, Math.min(100, places)), shift);

/** Returns a decimal number without its exponent, with a true minus: «1.2e-3» is 0.0012. */
export function plain(shown: string): string {
  const [mantissa = '', exponent = '0'] = shown.replace('-', MINUS).split('e');
  const places = Number(exponent.replace(MINUS, '-'));
  if (places >= 0) return pointMoved(mantissa, places);
  const [whole = '', fraction = ''] = mantissa.replace(MINUS, '').split('.');
  const digits = '0'.repeat(-places) + whole + fraction;
  const point = whole.length;
  const text = `${digits.slice(0, point)}.${digits.slice(point)}`.replace(/^0+(?=\d)/, '');
  return (mantissa.startsWith(MINUS) ? MINUS : '') + text;
}

/** Moves the point of a number to the right. */
export function pointMoved(text: string, by: number): string {
  if (by === 0) return text;
  const [whole = '', fraction = ''] = text.replace(MINUS, '').split('.');
  const filled = fraction.padEnd(by, '0');
  const before = (whole + filled.slice(0, by)).replace(/^0+(?=\d)/, '');
  const after = filled.slice(by);
  return (text.startsWith(MINUS) ? MINUS : '') + before + (after === '' ? '' : `.${after}`);
}

/** What two numbers have in common from the left. */
export interface Agreement {
  /** The characters that agree, and the others. */
  readonly same: string;
  readonly other: string;
  /** Significant digits among those that agree. */
  readonly digits: number;
}

/** Compares a written number with a longer one, digit by digit from the left. */
export function agreement(text: string, reference: string): Agreement {
  const filled = reference.includes('.') ? reference : `${reference}.`;
  const full = filled.padEnd(text.length, '0');
  let end = 0;
  while (end < text.length && text[end] === full[end]) end++;
  // a part of the number before the point says nothing if the point is not where it should be
  if (end < text.length && text.indexOf('.') !== full.indexOf('.')) end = 0;
  const isZero = end === text.length && !/[1-9]/.test(text);
  const digits = isZero
    ? SHOWN
    : text
        .slice(0, end)
        .replace(/^[^1-9]*/, '')
        .replace('.', '').length;
  // zeros before the first digit are no agreement
  if (digits === 0) end = 0;
  return { same: text.slice(0, end), other: text.slice(end), digits };
}

/** Cuts a long number behind as many places as the numbers above it have. */
export function cutAt(text: string, { places, shift }: Places): [head: string, rest: string] {
  const moved = pointMoved(text, shift);
  const filled = moved.includes('.') ? moved : `${moved}.`;
  const end = filled.indexOf('.') + 1 + Math.max(0, places - shift);
  return [filled.padEnd(end, '0').slice(0, end), filled.slice(end)];
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Writes a whole power of ten: 10⁻³. */
export const powerOfTen = (exponent: number): string =>
  `10${exponent < 0 ? '⁻' : ''}${[...String(Math.abs(exponent))].map((digit) => RAISED[Number(digit)] ?? '').join('')}`;
