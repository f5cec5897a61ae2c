import { describe, expect, test } from 'vitest';
import { rng } from '#engine/math/index.ts';
import {
  asFeatures,
  elmanLetters,
  LETTERS,
  meanSyllable,
  nextLetter,
} from '#engine/tasks/elman-letters.ts';
import { temporalXor, xorTruth } from '#engine/tasks/temporal-xor.ts';
import {
  nextInStream,
  nextWord,
  sentence,
  SENTENCES,
  WORDS,
  wordStream,
} from '#engine/tasks/word-grammar.ts';

const total = (chances: ReadonlyMap<unknown, number>): number =>
  [...chances.values()].reduce((sum, chance) => sum + chance, 0);

describe('temporalXor', () => {
  test('temporalXor is predictable at every third bit, and never wrongly', () => {
    const sequence = temporalXor(300, rng(1).stream('bits'));
    expect(sequence.inputs).toHaveLength(300);
    expect(sequence.symbols).toEqual(sequence.inputs.map(String));
    expect(sequence.targets.slice(0, -1)).toEqual(sequence.inputs.slice(1));
    expect(() => temporalXor(0, rng(1).stream('bits'))).toThrow('temporal xor: length is 0');
    xorTruth(sequence).forEach((chance, t) => {
      if (t % 3 === 1) expect(sequence.targets[t]).toEqual([chance]);
      else expect(chance).toBe(0.5);
    });
  });
});

describe('elmanLetters', () => {
  test('elmanLetters brings what nextLetter thinks possible', () => {
    const { symbols, targets } = elmanLetters(300, rng(1).stream('letters'));
    symbols.forEach((_, t) => {
      const chances = nextLetter(symbols.slice(0, t + 1));
      expect(total(chances)).toBeCloseTo(1, 15);
      expect(chances.get(LETTERS[targets[t]?.indexOf(1) ?? -1] ?? '')).toBeGreaterThan(0);
    });
  });

  test('a syllable has three letters in the mean, (2 + 3 + 4) / 3', () => {
    expect(meanSyllable).toBe(3);
  });

  test('asFeatures tells all letters apart by six features', () => {
    const { inputs, symbols } = asFeatures(elmanLetters(100, rng(2).stream('letters')));
    const codes = new Set(inputs.map((row) => row.join('')));
    expect(codes.size).toBe(new Set(symbols).size);
    expect(inputs.every((row) => row.length === 6)).toBe(true);
  });
});

describe('wordStream', () => {
  test('every word of a stream was possible after the words before it', () => {
    const { symbols, starts } = wordStream(500, rng(1).stream('words'));
    starts.slice(0, -1).forEach((start, n) => {
      const words = symbols.slice(start, starts[n + 1]);
      words.forEach((word, t) => expect(nextWord(words.slice(0, t)).get(word)).toBeGreaterThan(0));
      expect(nextWord(words).get(undefined)).toBeGreaterThan(0);
    });
  });

  test('nextWord and nextInStream are distributions', () => {
    const random = rng(2).stream('words');
    for (let n = 0; n < 50; n++) {
      const words = sentence(random);
      words.forEach((_, t) => {
        expect(total(nextWord(words.slice(0, t)))).toBeCloseTo(1, 14);
        expect(total(nextInStream(words.slice(0, t + 1)))).toBeCloseTo(1, 14);
      });
    }
  });

  test('after «man eat» there is food alone, after «dragon eat» also whom', () => {
    expect([...nextWord(['man', 'eat']).keys()]).toEqual(['cookie', 'sandwich']);
    expect([...nextWord(['dragon', 'eat']).keys()].length).toBe(6);
    expect(nextWord(['cookie'])).toEqual(new Map());
  });

  test('the chances of the first word are those of the templates', () => {
    // 7 of 16 sentences begin with a human, half of them with the man
    expect(SENTENCES.length).toBe(16);
    expect(nextWord([]).get('man')).toBeCloseTo(7 / 32, 15);
    expect(WORDS.length).toBe(new Set(WORDS).size);
  });
});
