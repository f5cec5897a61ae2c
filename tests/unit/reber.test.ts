import { describe, expect, test } from 'vitest';
import { rng } from '#engine/math/index.ts';
import { enumerate, facts, generate, nextChances, type Grammar } from '#engine/tasks/grammar.ts';
import {
  continualReber,
  embedded,
  embeddedReber,
  isLegal,
  REBER_ALPHABET,
  reber,
  reberString,
  reberTruth,
  spoiled,
} from '#engine/tasks/reber.ts';

describe('enumerate', () => {
  test('enumerate lists the shortest strings of Reber with their chances', () => {
    // T or P, S·X·…, each choice one half: BTXSE is T, X, S = 1/8
    expect(enumerate(reber, 5)).toEqual([
      { symbols: [...'BPVVE'], chance: 1 / 8 },
      { symbols: [...'BTXSE'], chance: 1 / 8 },
    ]);
  });

  test('chances of all strings of up to 22 symbols come close to 1, and their lengths to the mean', () => {
    const strings = enumerate(reber, 22);
    const total = strings.reduce((sum, { chance }) => sum + chance, 0);
    // longer strings are rarer than 1 in 200
    expect(total).toBeGreaterThan(0.995);
    expect(total).toBeLessThan(1);
  });
});

describe('facts', () => {
  test('facts of Reber are those of a long sample', () => {
    const random = rng(1).stream('strings');
    const draws = Array.from({ length: 4000 }, () => generate(reber, random).length);
    const mean = draws.reduce((sum, length) => sum + length, 0) / draws.length;
    // the standard deviation of a length is about 3, of the mean of 4000 about 0.05
    expect(Math.abs(mean - facts(reber).length)).toBeLessThan(0.2);
  });

  test('facts of the embedded grammar add one choice and four symbols', () => {
    const [inner, outer] = [facts(reber), facts(embeddedReber)];
    expect(outer.length).toBeCloseTo(inner.length + 4, 12);
    expect(outer.choices).toBeCloseTo(inner.choices + 1, 12);
    expect(outer.entropy).toBeCloseTo(inner.entropy + Math.log(2), 12);
  });

  test('facts of a grammar that never ends are an error that names the node', () => {
    const circle: Grammar = { edges: [[0, 'a', 0]], end: 1 };
    expect(() => facts(circle)).toThrow('node 0 of the grammar never comes to an end');
  });
});

describe('reberString', () => {
  test('reberString is legal, and its truth allows exactly what comes', () => {
    const random = rng(2).stream('strings');
    for (const grammar of [reber, embeddedReber, embedded(embeddedReber)])
      for (let n = 0; n < 50; n++) {
        const sequence = reberString(grammar, random);
        const last = REBER_ALPHABET[sequence.targets.at(-1)?.indexOf(1) ?? -1] ?? '';
        expect(isLegal(grammar, [...sequence.symbols, last])).toBe(true);
        reberTruth(grammar, sequence).forEach((row, t) => {
          expect(row.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 15);
          expect(row[sequence.targets[t]?.indexOf(1) ?? -1]).toBeGreaterThan(0);
        });
      }
  });

  test('the symbol before the last of an embedded string is its second', () => {
    const random = rng(3).stream('strings');
    for (let n = 0; n < 100; n++) {
      const text = generate(embeddedReber, random);
      expect(text.at(-2)).toBe(text[1]);
    }
  });

  test('spoiled strings are not legal, and have no next symbol after their fault', () => {
    const random = rng(4).stream('strings');
    for (let n = 0; n < 50; n++) {
      const text = spoiled(reber, random);
      expect(isLegal(reber, text)).toBe(false);
      expect(nextChances(reber, [...text, 'B']).size).toBe(0);
    }
  });
});

describe('continualReber', () => {
  test('continualReber is legal strings one after the other', () => {
    const { symbols, starts } = continualReber(embeddedReber, 300, rng(5).stream('strings'));
    expect(symbols).toHaveLength(300);
    starts.slice(0, -1).forEach((start, n) => {
      expect(isLegal(embeddedReber, symbols.slice(start, starts[n + 1]))).toBe(true);
    });
  });
});
