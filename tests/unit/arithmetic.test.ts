import { describe, expect, test } from 'vitest';
import { evaluate } from '#components/lib/arithmetic.ts';

describe('evaluate', () => {
  test.each([
    ['1.5', 1.5],
    ['1,5', 1.5],
    [' −2 ', -2],
    ['–2', -2],
    ['.5', 0.5],
    ['1/3', 1 / 3],
    ['2 × 0.9575 − 1', 2 * 0.9575 - 1],
    ['2·3+4', 10],
    ['2+3*4', 14],
    ['8 − 3 − 2', 3],
    ['8/4/2', 1],
    ['−2^2', -4],
    ['2^−1', 0.5],
    ['(1 + 2) * (3 − −1)', 12],
    ['sqrt(16) + √9', 7],
  ])('reads «%s»', (text, value) => {
    expect(evaluate(text)).toEqual({ value });
  });

  test('names stand for their numbers', () => {
    expect(evaluate('2 * start - given', { start: 0.5, given: 3 })).toEqual({ value: -2 });
  });

  test.each([
    ['', 'Type a number'],
    ['   ', 'Type a number'],
    ['about two', '«about» is not a number'],
    ['2 3', 'one number only'],
    ['1,5,2', 'one number only'],
    ['2 +', 'missing at the end'],
    ['(2', 'not closed'],
    ['2)', 'After the number stands «)»'],
    ['€2', '«€» cannot be read'],
    ['1/0', 'divides by zero'],
    ['2^0.5', 'whole number'],
    ['9^64^64', 'whole number up to 64'],
    ['constructor', '«constructor» is not a number'],
  ])('says what is wrong with «%s»', (text, sentence) => {
    const reckoned = evaluate(text);
    expect('problem' in reckoned ? reckoned.problem : reckoned.value).toContain(sentence);
  });
});
