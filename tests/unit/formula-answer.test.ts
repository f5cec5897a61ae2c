import { describe, expect, test } from 'vitest';
import { isSame, spelledOut, values, type Variable } from '#components/lib/formula-answer.ts';

const variables: readonly Variable[] = ['w', 'h0', 'h1', 'h2', 'h3'].map((name) => ({
  name,
  from: 0.2,
  to: 0.9,
}));
const of = (formula: string): readonly number[] => {
  const found = values(formula, variables);
  if ('problem' in found) throw new Error(found.problem);
  return found.values;
};

describe('values', () => {
  test.each([
    ['(1 - h3^2) * (h2 + w * h1)', '(1−h₃²)(h₂ + w h₁)'],
    ['w*h2 + w*h1', 'w (h1 + h2)'],
    ['h1*h1*w', 'w h_1^2'],
    ['w*h2', 'wh2'],
    ['(1-h1)*(1+h1)', '1 - h_{1}**2'],
    ['2*w', '2w'],
    ['sqrt(w)*h1', 'h1 sqrt(w)'],
    ['w*(1-h1)', 'w[1 - h1]'],
  ])('reads %s and %s as one formula', (one, other) => {
    expect(isSame(of(one), of(other))).toBe(true);
  });

  test.each([
    ['w*h2', 'w*h1'],
    ['1 - h1^2', '1 - h1'],
    ['w*h1 + h2', 'w*(h1 + h2)'],
  ])('tells %s from %s', (one, other) => {
    expect(isSame(of(one), of(other))).toBe(false);
  });

  test('says which letters may be used when one is not known', () => {
    expect(values('w * q', variables)).toEqual({
      problem: '«q» is not known here. Use w, h0, h1, h2, h3 and + − * / ^ ( ).',
    });
  });

  test('asks for a formula when there is none', () => {
    expect(values(' ', variables)).toMatchObject({
      problem: expect.stringMatching(/^Type a formula\./) as string,
    });
  });
});

describe('spelledOut', () => {
  test('leaves what arithmetic reads as it is', () => {
    expect(spelledOut('1.5 * w - 2^3', variables)).toBe('1.5 * w - 2^3');
  });
});
