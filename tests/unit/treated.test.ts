import { describe, expect, test } from 'vitest';
import type { Checkable } from '#components/lib/exercise.ts';
import { judge } from '#components/lib/judge.ts';
import { book } from '#src/lib/book.ts';
import { listContent } from '#src/lib/content-files.ts';
import { policyOf } from '#src/lib/edition.ts';
import { answerOf } from '#src/lib/exercise-answer.ts';
import type { Policy } from '#src/lib/policy.ts';
import { treated } from '#src/lib/treated.ts';
import { read } from '#tests/content/answers/made.ts';

const student: Policy = { hint: 'folded', answer: 'key only', solution: 'key only' };
const open: Policy = { hint: 'folded', answer: 'folded', solution: 'folded' };
const all = book().assembled.flatMap(({ folder }) =>
  listContent(`chapters/${folder}/exercises`, '.mdx').map((file) => read(folder, file)),
);

/** The same exercise with another answer, and nothing to say. */
function otherwise(exercise: Checkable): Checkable {
  const silent = { right: [], values: {} };
  switch (exercise.kind) {
    case 'numeric':
      return { ...exercise, right: [], answer: exercise.answer + 1, tolerance: 9, mistakes: [] };
    case 'formula':
      return { ...exercise, ...silent, answer: [1, 2, 3], mistakes: [] };
    case 'line':
      return { ...exercise, ...silent, answer: exercise.answer + 1, mistakes: [] };
    case 'choice': {
      const answer = exercise.options.find(({ id }) => id !== exercise.answer)?.id ?? '';
      return { ...exercise, answer, options: exercise.options.map((o) => ({ ...o, say: [] })) };
    }
    case 'match': {
      const answers = exercise.items.map(({ answer }) => answer).toReversed();
      const items = exercise.items.map((item, n) => ({
        ...item,
        answer: answers[n] ?? '',
        say: [],
      }));
      return { ...exercise, items };
    }
    case 'order':
      return { ...exercise, items: exercise.items.toReversed(), mistakes: [] };
    case 'network':
      return { ...exercise, right: [], mistakes: [] };
  }
}

describe('treated', () => {
  test.each(all)('$front.id without its answer does not depend on it', ({ exercise }) => {
    expect(treated(exercise, student)).toEqual(treated(otherwise(exercise), student));
  });

  test.each(all)(
    '$front.id keeps its hints and its answer where they are folded',
    ({ exercise }) => {
      expect(treated(exercise, open)).toEqual(exercise);
    },
  );

  test('an exercise without its answer keeps what is typed, and judges nothing', () => {
    const [first] = all.filter(({ front }) => front.id === 'parameter-count');
    const exercise = treated(first!.exercise, student);
    if (exercise.kind === 'network') throw new Error('not a network');
    expect(judge(exercise, '68').outcome).toBe('kept');
    expect(judge(exercise, '67')).toEqual(judge(exercise, '68'));
    expect(judge(exercise, ' ').outcome).toBe('unreadable');
  });

  test('hints that are omitted are not there, hints that are shown stand open', () => {
    const { exercise } = all[0]!;
    expect(treated(exercise, { ...open, hint: 'omitted' }).hints).toEqual([]);
    expect(treated(exercise, { ...open, hint: 'shown' }).areHintsOpen).toBe(true);
  });
});

describe('policyOf', () => {
  test('is that of the course, but for what the exercise says itself', () => {
    expect(policyOf({ policy: {} })).toEqual(book().editions['open']);
    expect(policyOf({ policy: { solution: 'omitted' } }).solution).toBe('omitted');
    expect(policyOf({ policy: { solution: 'omitted' } }).answer).toBe('folded');
  });

  test('does not know an edition that the course has not', () => {
    process.env['EDITION'] = 'pupils';
    expect(() => policyOf({ policy: {} })).toThrow('no edition «pupils»');
    delete process.env['EDITION'];
  });
});

describe('answerOf', () => {
  test.each(all)('says something of $front.id', ({ front, exercise }) => {
    expect(answerOf(front, exercise)).toMatch(/\w/);
  });
});
