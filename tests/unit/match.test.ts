import { describe, expect, test } from 'vitest';
import type { MatchExercise, Sentence } from '#components/lib/exercise.ts';
import { judge } from '#components/lib/judge.ts';
import { matchesOf, rematched } from '#components/lib/match.ts';

const words = (html: string): Sentence => [{ html }];
const exercise: MatchExercise = {
  kind: 'match',
  id: 'pairs',
  ask: words('Which?'),
  hints: [],
  areHintsOpen: false,
  isJudged: true,
  right: words('Both.'),
  values: {},
  options: [
    { id: 'one', text: words('1') },
    { id: 'two', text: words('2') },
  ],
  items: [
    { text: words('first'), answer: 'one', say: words('It is the first.') },
    { text: words('second'), answer: 'two', say: words('It is the second.') },
  ],
};

describe('judge of a match', () => {
  test('says how many items are open before it judges any', () => {
    expect(judge(exercise, '')).toEqual({ outcome: 'unreadable', say: 'Nothing is matched yet.' });
    expect(judge(exercise, 'one -')).toEqual({
      outcome: 'unreadable',
      say: '1 of 2 are still open.',
    });
  });

  test('answers the first wrong item in its own words', () => {
    expect(judge(exercise, 'one one')).toEqual({
      outcome: 'not-yet',
      say: '1 of 2 are right. Number 2: It is the second.',
    });
  });

  test('praises when every item has its option', () => {
    expect(judge(exercise, 'one two')).toEqual({ outcome: 'right', say: 'Both.' });
  });

  test('an item is changed without touching the others', () => {
    expect(rematched(exercise, '', 1, 'two')).toBe('- two');
    expect(matchesOf(exercise, '- two')).toEqual(['', 'two']);
  });
});
