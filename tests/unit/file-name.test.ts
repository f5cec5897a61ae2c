import { describe, expect, test } from 'vitest';
import { fileName } from '#src/lib/file-name.ts';

describe('fileName', () => {
  test.each([
    ['Unrolled', 'unrolled'],
    ['Sequences, spring term', 'sequences-spring-term'],
    ['Réseaux récurrents!', 'reseaux-recurrents'],
    ['2027: sequences', 'book-2027-sequences'],
    ['循环神经网络', 'book'],
  ])('of «%s» is %s', (title, name) => {
    expect(fileName(title)).toBe(name);
  });

  test('says the same of what it returned, and fits into an identifier', () => {
    for (const title of ['A & B', '  ', '9', 'Ärger', 'x--y'])
      expect(fileName(fileName(title))).toBe(fileName(title));
    for (const title of ['A & B', '  ', '9', 'Ärger', 'x--y'])
      expect(fileName(title)).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  });
});
