import type { RandomStream } from '../math/rng.ts';
import type { TaskPair } from './sequence.ts';

const ENGLISH_SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const ENGLISH_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const FRENCH_SMALL =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(
    ' ',
  );
const FRENCH_TENS = 'vingt trente quarante cinquante soixante'.split(' ');

/** Returns a number in English words, 0 to 999: «three hundred and ninety-seven». Errors: another number. */
export function englishNumber(n: number): string {
  checkNumber(n);
  if (n < 20) return ENGLISH_SMALL[n]!;
  if (n < 100) {
    const tens = ENGLISH_TENS[Math.floor(n / 10) - 2]!;
    return n % 10 === 0 ? tens : `${tens}-${ENGLISH_SMALL[n % 10]}`;
  }
  const hundreds = `${ENGLISH_SMALL[Math.floor(n / 100)]} hundred`;
  return n % 100 === 0 ? hundreds : `${hundreds} and ${englishNumber(n % 100)}`;
}

/**
 * Returns a number in French words, 0 to 999, in the spelling before 1990, as in France: «quatre-vingt-dix-sept»,
 * «quatre-vingts», «deux cents», «deux cent un». Errors: another number.
 */
export function frenchNumber(n: number): string {
  checkNumber(n);
  if (n >= 100) {
    const count = Math.floor(n / 100);
    const before = count === 1 ? '' : `${FRENCH_SMALL[count]} `;
    // cent takes an s where it is multiplied and nothing follows
    if (n % 100 === 0) return `${before}cent${count === 1 ? '' : 's'}`;
    return `${before}cent ${frenchNumber(n % 100)}`;
  }
  if (n < 17) return FRENCH_SMALL[n]!;
  if (n < 20) return `dix-${FRENCH_SMALL[n - 10]}`;
  if (n === 80) return 'quatre-vingts';
  if (n > 80) return `quatre-vingt-${frenchNumber(n - 80)}`;
  // seventy to seventy-nine are sixty and ten to nineteen
  const base = n >= 70 ? 60 : n - (n % 10);
  const tens = FRENCH_TENS[base / 10 - 2]!;
  const rest = n - base;
  if (rest === 0) return tens;
  return rest === 1 || rest === 11
    ? `${tens} et ${frenchNumber(rest)}`
    : `${tens}-${frenchNumber(rest)}`;
}

/** Returns the words of a written number, without hyphens. */
export const wordsOf = (written: string): string[] => written.split(/[ -]/);

/** Returns a number in English and in French. Errors: no whole number from 0 to 999. */
export const numberPair = (n: number): TaskPair => ({
  source: wordsOf(englishNumber(n)),
  target: wordsOf(frenchNumber(n)),
});

const ALL = Array.from({ length: 1000 }, (_, n) => n);

/** All words of each language that numbers below 1000 need, in order of first use. */
export const NUMBER_WORDS = {
  english: [...new Set(ALL.flatMap((n) => wordsOf(englishNumber(n))))],
  french: [...new Set(ALL.flatMap((n) => wordsOf(frenchNumber(n))))],
} as const;

/** Returns all 1000 numbers in random order, cut into two parts; `tested` of them are never learned. */
export function splitNumbers(
  random: RandomStream,
  tested = 200,
): { readonly learned: readonly number[]; readonly tested: readonly number[] } {
  const order = [...ALL];
  for (let n = order.length - 1; n > 0; n--) {
    const other = random.integer(0, n);
    [order[n], order[other]] = [order[other]!, order[n]!];
  }
  return { learned: order.slice(tested), tested: order.slice(0, tested) };
}

function checkNumber(n: number): void {
  if (!Number.isInteger(n) || n < 0 || n > 999)
    throw new Error(`number words: found ${n}; expected a whole number from 0 to 999`);
}
