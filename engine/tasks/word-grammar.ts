import type { RandomStream } from '../math/rng.ts';
import { checkSize, nextSymbols, pick, type Chances, type TaskSequence } from './sequence.ts';

/** Kinds of words with examples; a word may be of several kinds. Source: elman1990, table 3. */
const WORD_CLASSES = {
  'noun-human': ['man', 'woman'],
  'noun-animate': ['cat', 'mouse'],
  'noun-inanimate': ['book', 'rock'],
  'noun-aggressive': ['dragon', 'monster'],
  'noun-fragile': ['glass', 'plate'],
  'noun-food': ['cookie', 'sandwich'],
  'verb-intransitive': ['think', 'sleep'],
  'verb-transitive': ['see', 'chase'],
  'verb-agent-patient': ['move', 'break'],
  'verb-perception': ['smell', 'see'],
  'verb-destroy': ['break', 'smash'],
  'verb-eat': ['eat'],
} as const;

export type WordClass = keyof typeof WORD_CLASSES;

/** The sentences, all equally likely. Source: elman1990, table 4. */
export const SENTENCES: readonly (readonly WordClass[])[] = [
  ['noun-human', 'verb-eat', 'noun-food'],
  ['noun-human', 'verb-perception', 'noun-inanimate'],
  ['noun-human', 'verb-destroy', 'noun-fragile'],
  ['noun-human', 'verb-intransitive'],
  ['noun-human', 'verb-transitive', 'noun-human'],
  ['noun-human', 'verb-agent-patient', 'noun-inanimate'],
  ['noun-human', 'verb-agent-patient'],
  ['noun-animate', 'verb-eat', 'noun-food'],
  ['noun-animate', 'verb-transitive', 'noun-animate'],
  ['noun-animate', 'verb-agent-patient', 'noun-inanimate'],
  ['noun-animate', 'verb-agent-patient'],
  ['noun-inanimate', 'verb-agent-patient'],
  ['noun-aggressive', 'verb-destroy', 'noun-fragile'],
  ['noun-aggressive', 'verb-eat', 'noun-human'],
  ['noun-aggressive', 'verb-eat', 'noun-animate'],
  ['noun-aggressive', 'verb-eat', 'noun-food'],
];

/** All words, each once, in the order of the classes. */
export const WORDS: readonly string[] = [...new Set(Object.values(WORD_CLASSES).flat())];

/** Returns one random sentence. */
export const sentence = (random: RandomStream): string[] =>
  pick(SENTENCES, random).map((kind) => pick<string>(WORD_CLASSES[kind], random));

/**
 * Returns `length` words of sentences one after the other, without a sign between them; the next word is
 * asked for. `starts` are the steps at which sentences begin. Errors: fewer than one step.
 */
export function wordStream(
  length: number,
  random: RandomStream,
): TaskSequence & { readonly starts: readonly number[] } {
  checkSize('word stream', 'length', length, 1);
  const text: string[] = [];
  const starts: number[] = [];
  while (text.length <= length) {
    starts.push(text.length);
    text.push(...sentence(random));
  }
  return { ...nextSymbols(WORDS, text.slice(0, length + 1)), starts };
}

/**
 * Returns the chances of the next word after the words of a sentence so far, `undefined` standing for
 * the end of the sentence. None after words that no sentence begins with.
 */
export function nextWord(words: readonly string[]): ReadonlyMap<string | undefined, number> {
  const chances = new Map<string | undefined, number>();
  const add = (word: string | undefined, chance: number): void => {
    chances.set(word, (chances.get(word) ?? 0) + chance);
  };
  let total = 0;
  for (const kinds of SENTENCES) {
    const chance = words.reduce((product, word, t) => product * shareOf(kinds[t], word), 1);
    if (chance === 0) continue;
    total += chance;
    const kind = kinds[words.length];
    if (kind === undefined) add(undefined, chance);
    else for (const word of WORD_CLASSES[kind]) add(word, chance * shareOf(kind, word));
  }
  return new Map([...chances].map(([word, chance]) => [word, chance / total]));
}

/** How likely a word is where a kind is wanted. */
function shareOf(kind: WordClass | undefined, word: string): number {
  const words: readonly string[] = kind === undefined ? [] : WORD_CLASSES[kind];
  return words.includes(word) ? 1 / words.length : 0;
}

/** The same where sentences follow one another: the end stands for the first word of any sentence. */
export function nextInStream(words: readonly string[]): Chances {
  const within = nextWord(words);
  const begin = nextWord([]);
  const end = within.get(undefined) ?? 0;
  return new Map(
    WORDS.map((word): [string, number] => [
      word,
      (within.get(word) ?? 0) + end * (begin.get(word) ?? 0),
    ]).filter(([, chance]) => chance > 0),
  );
}
