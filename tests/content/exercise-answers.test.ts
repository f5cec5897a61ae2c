import { describe, expect, test } from 'vitest';
import type { NumericExercise } from '#components/lib/exercise.ts';
import { say } from '#components/lib/say.ts';
import { book } from '#src/lib/book.ts';
import { listContent } from '#src/lib/content-files.ts';
import { BANKS } from './answers/index.ts';
import { judged, mistakes, plain, read, stated } from './answers/made.ts';

const chapters = book().assembled.map(({ folder }) => ({
  folder,
  known: listContent(`chapters/${folder}/exercises`, '.mdx').map((file) => read(folder, file)),
}));
const all = chapters.flatMap(({ known }) => known);

/** Kinds in which an answer can be nearly right. */
const HAS_NEAR = ['numeric', 'formula', 'order', 'network', 'match'];

describe.each(chapters)('the answers to $folder', ({ folder, known }) => {
  const bank = BANKS[folder] ?? {};

  test('are there for every exercise, and for no other', () => {
    expect(Object.keys(bank).toSorted()).toEqual(known.map(({ front }) => front.id).toSorted());
  });

  describe.each(known)('$front.id', ({ front, exercise }) => {
    const answers = bank[front.id] ?? { right: [], wrong: [], near: [], unreadable: [] };

    test('has right, wrong, nearly right and unreadable ones', () => {
      expect(answers.right.length).toBeGreaterThanOrEqual(1);
      expect(answers.wrong.length).toBeGreaterThanOrEqual(2);
      expect(answers.unreadable.length).toBeGreaterThanOrEqual(1);
      if (HAS_NEAR.includes(front.kind)) expect(answers.near.length).toBeGreaterThanOrEqual(1);
    });

    test.each(answers.right.map((given) => ({ given })))('is right with $given', ({ given }) => {
      expect(judged(exercise, given)).toMatchObject({ outcome: 'right' });
    });

    test.each(answers.wrong.map(([given, words]) => ({ given, words })))(
      'answers $given with «$words»',
      ({ given, words }) => {
        const { outcome, say: html } = judged(exercise, given);
        expect(outcome).toBe('not-yet');
        expect(plain(html)).toContain(words);
      },
    );

    test.each(answers.near.map((given) => ({ given })))(
      'is not yet right with $given',
      ({ given }) => {
        expect(judged(exercise, given).outcome).toBe('not-yet');
      },
    );

    test.each(answers.unreadable.map((given) => ({ given })))('cannot read $given', ({ given }) => {
      const { outcome, say: html } = judged(exercise, given);
      expect(outcome).toBe('unreadable');
      expect(html).not.toBe('');
    });
  });
});

describe('every chapter', () => {
  test.each(chapters)('$folder has exercises of all five main kinds', ({ known }) => {
    const kinds = new Set(known.map(({ front }) => front.kind));
    for (const kind of ['numeric', 'formula', 'order', 'line', 'network'] as const)
      expect(kinds, kind).toContain(kind);
  });
});

describe('every exercise', () => {
  test.each(all)('$front.id takes its own answer for right', ({ front, exercise }) => {
    expect(judged(exercise, stated(front, exercise)).outcome).toBe('right');
  });

  test.each(all)(
    '$front.id answers each of its mistakes in its own words',
    ({ front, exercise }) => {
      for (const { given, words } of mistakes(front, exercise)) {
        const answers = given.map((each) => judged(exercise, each));
        expect(answers.every(({ outcome }) => outcome === 'not-yet')).toBe(true);
        expect(
          answers.some(({ say: html }) => plain(html).includes(words)),
          words,
        ).toBe(true);
      }
    },
  );

  test.each(all.filter(({ front }) => front.kind === 'numeric'))(
    '$front.id is right inside its tolerance and not outside',
    ({ exercise }) => {
      const { answer, tolerance } = exercise as NumericExercise;
      // the text of a number is read back exactly, so a thousandth of the tolerance is far from rounding
      for (const sign of [-1, 1]) {
        expect(judged(exercise, String(answer + sign * 0.999 * tolerance)).outcome).toBe('right');
        expect(judged(exercise, String(answer + sign * 1.001 * tolerance)).outcome).toBe('not-yet');
      }
    },
  );

  test.each(all)('$front.id has hints, and every number in them has a value', ({ exercise }) => {
    expect(exercise.hints.length).toBeGreaterThan(0);
    for (const hint of exercise.hints) expect(plain(say(hint, exercise.values))).not.toBe('');
  });
});
