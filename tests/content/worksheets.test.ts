import { describe, expect, test } from 'vitest';
import { questionFor } from '#components/lib/sheet.ts';
import { drawn } from '#components/lib/varied.ts';
import { book } from '#src/lib/book.ts';
import { rounded } from '#src/lib/exercise-answer.ts';
import { paperExercises } from '#src/lib/paper-exercise.ts';
import { paperFormula } from '#src/lib/paper-formula.ts';
import { studentSheets, teachersKey, worksheetKey } from '#src/lib/teacher-papers.ts';
import { versionOf } from '#src/lib/varied-answer.ts';
import { sheetExercises } from '#src/lib/worksheets.ts';
import { WITNESS } from './worksheet-witness.ts';

const SEEDS = Array.from({ length: 30 }, (_, n) => n + 1);
const chapters = book().assembled;
const varied = chapters.flatMap((chapter) =>
  paperExercises(chapter, paperFormula).flatMap(({ front, tolerance }) =>
    front.kind === 'numeric' && front.vary !== undefined
      ? [{ id: front.id, front, vary: front.vary, tolerance, folder: chapter.folder }]
      : [],
  ),
);

describe('the exercises that vary', () => {
  test('are at least two in every chapter, and each has a witness', () => {
    for (const { folder } of chapters)
      expect(varied.filter((one) => one.folder === folder).length, folder).toBeGreaterThan(1);
    expect(varied.map(({ id }) => id).toSorted()).toEqual(Object.keys(WITNESS).toSorted());
  });

  test.each(varied)(
    '$id has the key that plain arithmetic has',
    ({ id, front, vary, tolerance }) => {
      for (const seed of SEEDS) {
        const { numbers, answer } = versionOf(front, vary, seed);
        const witness = WITNESS[id]?.(numbers) ?? NaN;
        // other roads to the same number, and an iteration that stops: far from what a key prints
        expect(Math.abs(answer - witness), JSON.stringify(numbers)).toBeLessThan(tolerance * 1e-4);
        expect(rounded(answer, tolerance)).toBe(
          rounded(witness, tolerance).replace(/^−0\.?0*$/, '0'),
        );
      }
    },
  );

  test.each(varied)('$id draws within its ranges, the same for the same seed', ({ id, vary }) => {
    for (const seed of SEEDS) {
      const numbers = drawn(id, vary.draw, seed);
      expect(drawn(id, vary.draw, seed)).toEqual(numbers);
      for (const [name, { from, to }] of Object.entries(vary.draw)) {
        expect(numbers[name]).toBeGreaterThanOrEqual(from);
        expect(numbers[name]).toBeLessThanOrEqual(to);
      }
    }
    const versions = new Set(SEEDS.map((seed) => JSON.stringify(drawn(id, vary.draw, seed))));
    expect(versions.size).toBeGreaterThan(5);
  });

  test.each(varied)('$id prints each number that it draws', ({ id, vary, folder }) => {
    const chapter = chapters.find((one) => one.folder === folder);
    const exercise = sheetExercises(chapter!, paperFormula).find((one) => one.id === id)!;
    const text = questionFor(exercise, 3).replace(/<[^>]*>/g, ' ');
    for (const value of Object.values(drawn(id, vary.draw, 3)))
      expect(text).toContain(String(value).replace('-', '−'));
  });
});

describe('papers', () => {
  const [chapter] = chapters;
  const ids = ['hand-step', 'stale-state'];

  test('students get a sheet for each seed, and no answer', () => {
    const sheets = studentSheets(chapter!, ids, [4, 5]);
    expect(sheets.match(/class="sheet"/g)).toHaveLength(2);
    expect(sheets).toContain('Sheet 5');
    const { front, vary, tolerance } = varied.find(({ id }) => id === 'hand-step')!;
    expect(sheets).not.toContain(rounded(versionOf(front, vary, 4).answer, tolerance));
    expect(sheets).not.toMatch(/hint|solution/i);
  });

  test('the key has the answer of every sheet, and once what does not vary', () => {
    const key = worksheetKey(chapter!, ids, [4, 5]);
    const { front, vary, tolerance } = varied.find(({ id }) => id === 'hand-step')!;
    for (const seed of [4, 5])
      expect(key).toContain(rounded(versionOf(front, vary, seed).answer, tolerance));
    expect(key.match(/line 6/g)).toHaveLength(1);
  });

  test('the key of the book has every exercise with hints, answer and solution', () => {
    const key = teachersKey(chapters);
    const count = [...book().targets.values()].filter(
      ({ kind, path }) => kind === 'exercise' && !path.startsWith('/authors/'),
    ).length;
    expect(key.match(/<b>Answer\.<\/b> [^<]*\S/g)?.length).toBeGreaterThan(0);
    for (const word of ['Hints', 'Answer', 'Solution'])
      expect(key.match(new RegExp(`<b>${word}\\.</b>`, 'g'))).toHaveLength(count);
  });
});
