import { describe, expect, test } from 'vitest';
import { log, rng } from '#engine/math/index.ts';
import { solve } from '#engine/math/solve.ts';
import { SYLLABLES } from '#engine/tasks/elman-letters.ts';
import {
  continual,
  sourceBounds,
  stationary,
  syllableSource,
  xorSource,
  type FiniteSource,
} from '#engine/tasks/finite-source.ts';
import { facts } from '#engine/tasks/grammar.ts';
import { embeddedReber, reber } from '#engine/tasks/reber.ts';
import { temporalXor, xorTruth } from '#engine/tasks/temporal-xor.ts';

describe('solve', () => {
  test('solve changes rows where a pivot is 0', () => {
    expect(solve([[0, 2], [4, 1]], [6, 11])).toEqual([2, 3]); // prettier-ignore
    expect(() => solve([[1, 1], [1, 1]], [1, 2])).toThrow('column 2 depends on those before'); // prettier-ignore
  });
});

describe('stationary', () => {
  test.each([
    ['xor', xorSource],
    ['syllables', syllableSource(Object.values(SYLLABLES))],
    ['Reber', continual(reber)],
    ['embedded Reber', continual(embeddedReber)],
  ])('stationary shares of %s sum to 1 and stay as they are after a step', (_, source) => {
    const shares = stationary(source);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 14);
    const next = shares.map(() => 0);
    for (const { from, to, chance } of source)
      next[to] = (next[to] ?? 0) + chance * (shares[from] ?? NaN);
    next.forEach((share, state) => expect(share).toBeCloseTo(shares[state] ?? NaN, 14));
  });
});

describe('sourceBounds', () => {
  test('sourceBounds of the xor stream: two bits of three are chance', () => {
    const { crossEntropy, accuracy, squaredError } = sourceBounds(xorSource);
    expect(crossEntropy).toBeCloseTo((2 / 3) * log(2), 14);
    expect(accuracy).toBeCloseTo(2 / 3, 14);
    // two lines of a one-hot row, each off by one half, in two steps of three
    expect(squaredError).toBeCloseTo(1 / 3, 14);
  });

  test('sourceBounds of syllables: one choice of three in a mean of three letters', () => {
    const { crossEntropy } = sourceBounds(syllableSource(Object.values(SYLLABLES)));
    expect(crossEntropy).toBeCloseTo(log(3) / 3, 14);
  });

  test('sourceBounds of strings in a row are the surprise of one string, shared by its symbols', () => {
    for (const grammar of [reber, embeddedReber]) {
      const { length, entropy } = facts(grammar);
      expect(sourceBounds(continual(grammar)).crossEntropy).toBeCloseTo(entropy / length, 13);
    }
  });

  test('sourceBounds are what the truth of the task loses on a long stream', () => {
    const stream = temporalXor(30_000, rng(1).stream('bits'));
    const losses = xorTruth(stream).map((p, t) => -log(stream.targets[t]?.[0] === 1 ? p : 1 - p));
    const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
    // two of three steps lose log 2 each, whatever the bits are
    expect(mean).toBeCloseTo(sourceBounds(xorSource).crossEntropy, 4);
  });

  test('sourceBounds name what is no source', () => {
    const half: FiniteSource = [{ from: 0, symbol: 'a', to: 0, chance: 0.5 }];
    expect(() => sourceBounds(half)).toThrow('the chances of state 0 sum to 0.5; expected 1');
    expect(() => sourceBounds([...half, ...half])).toThrow('state 0 says «a» on two edges');
  });
});
