import type { RandomStream } from '../math/rng.ts';
import { checkSize, nextSymbols, pick, type Chances, type TaskSequence } from './sequence.ts';

/** Each consonant brings its vowel, as often as stands here: ba, dii, guuu. */
export const SYLLABLES: Readonly<Record<string, string>> = { b: 'ba', d: 'dii', g: 'guuu' };

export const LETTERS = ['b', 'd', 'g', 'a', 'i', 'u'] as const;

/** The letters' features, as published: consonant, vowel, interrupted, high, back, voiced. */
const LETTER_FEATURES: Readonly<Record<string, readonly number[]>> = {
  b: [1, 0, 1, 0, 0, 1],
  d: [1, 0, 1, 1, 0, 1],
  g: [1, 0, 1, 0, 1, 1],
  a: [0, 1, 0, 0, 1, 1],
  i: [0, 1, 0, 1, 0, 1],
  u: [0, 1, 0, 1, 1, 1],
};

const CONSONANTS = Object.keys(SYLLABLES);

/**
 * Returns `length` letters of a stream of random syllables; the next letter is asked for. Consonants
 * are chance, vowels follow from them. Source: elman1990. Errors: fewer than one step.
 */
export function elmanLetters(length: number, random: RandomStream): TaskSequence {
  checkSize('elman letters', 'length', length, 1);
  let text = '';
  while (text.length <= length) text += SYLLABLES[pick(CONSONANTS, random)]!;
  return nextSymbols(LETTERS, [...text.slice(0, length + 1)]);
}

/** The same sequence, read and answered in features instead of one line a letter. */
export function asFeatures(sequence: TaskSequence): TaskSequence {
  const features = (line: readonly number[]): readonly number[] =>
    LETTER_FEATURES[LETTERS[line.indexOf(1)]!]!;
  return {
    ...sequence,
    inputs: sequence.inputs.map(features),
    targets: sequence.targets.map(features),
  };
}

/** Returns the chances of the next letter after a text that began with a consonant. */
export function nextLetter(text: readonly string[]): Chances {
  const start = text.findLastIndex((letter) => CONSONANTS.includes(letter));
  const syllable = SYLLABLES[text[start]!]!;
  const vowel = syllable[text.length - start];
  if (vowel !== undefined) return new Map([[vowel, 1]]);
  return new Map(CONSONANTS.map((letter) => [letter, 1 / CONSONANTS.length]));
}

/** Mean number of letters of a syllable. */
export const meanSyllable =
  Object.values(SYLLABLES).reduce((sum, { length }) => sum + length, 0) / CONSONANTS.length;
