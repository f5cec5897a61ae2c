import { describe, expect, test } from 'vitest';
import { rng } from '#engine/math/index.ts';
import {
  englishNumber,
  frenchNumber,
  NUMBER_WORDS,
  numberPair,
  splitNumbers,
  wordsOf,
} from '#engine/tasks/number-words.ts';

const ALL = Array.from({ length: 1000 }, (_, n) => n);

const ENGLISH = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, n): [string, number] => [word, n])
    .concat(
      'twenty thirty forty fifty sixty seventy eighty ninety'
        .split(' ')
        .map((word, n) => [word, 20 + 10 * n]),
    ),
);
const FRENCH = new Map<string, number>([
  ...'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'
    .split(' ')
    .map((word, n): [string, number] => [word, n]),
  ...'vingt trente quarante cinquante soixante'
    .split(' ')
    .map((word, n): [string, number] => [word, 20 + 10 * n]),
]);

/** Adds up words; what multiplies stands before hundred, cent, and quatre before vingt. */
function readEnglish(words: readonly string[]): number {
  return words.reduce(
    (sum, word) => (word === 'hundred' ? 100 * sum : sum + (ENGLISH.get(word) ?? 0)),
    0,
  );
}

function readFrench(words: readonly string[]): number {
  let [hundreds, rest] = [0, 0];
  for (const word of words) {
    const bare = word.replace(/s$/, '');
    if (bare === 'cent') [hundreds, rest] = [100 * Math.max(1, rest), 0];
    else if (bare === 'vingt' && rest === 4) rest = 80;
    else rest += FRENCH.get(word) ?? FRENCH.get(bare) ?? 0;
  }
  return hundreds + rest;
}

describe('number words', () => {
  test('every number can be read back from its words, in both languages', () => {
    for (const n of ALL) {
      const { source, target } = numberPair(n);
      expect(readEnglish(source)).toBe(n);
      expect(readFrench(target), target.join(' ')).toBe(n);
    }
  });

  test('the hard French ones are spelled as in a dictionary', () => {
    const wanted: readonly [number, string][] = [
      [21, 'vingt et un'],
      [70, 'soixante-dix'],
      [71, 'soixante et onze'],
      [80, 'quatre-vingts'],
      [81, 'quatre-vingt-un'],
      [97, 'quatre-vingt-dix-sept'],
      [100, 'cent'],
      [180, 'cent quatre-vingts'],
      [200, 'deux cents'],
      [201, 'deux cent un'],
      [999, 'neuf cent quatre-vingt-dix-neuf'],
    ];
    for (const [n, text] of wanted) expect(frenchNumber(n)).toBe(text);
    expect(englishNumber(397)).toBe('three hundred and ninety-seven');
  });

  test('words of all numbers are about sixty, each once', () => {
    const { english, french } = NUMBER_WORDS;
    // 0 to 19, eight tens, hundred, and; 0 to 16, five tens, vingts, cent, cents, et
    expect([english.length, french.length]).toEqual([30, 26]);
    expect(wordsOf(frenchNumber(99)).every((word) => french.includes(word))).toBe(true);
  });

  test('splitNumbers deals out every number once', () => {
    const { learned, tested } = splitNumbers(rng(1).stream('split'));
    expect(tested).toHaveLength(200);
    expect([...learned, ...tested].sort((a, b) => a - b)).toEqual(ALL);
  });

  test('a number that has no words here is an error', () => {
    expect(() => englishNumber(1000)).toThrow('found 1000; expected a whole number from 0 to 999');
  });
});
