import type { SheetExercise } from '#components/lib/sheet.ts';
import { book, type Chapter } from './book.ts';
import { paperExercises, type PaperExercise } from './paper-exercise.ts';
import { formula } from './formula.ts';
import type { SetFormula } from './plain-html.ts';
import { readSentence } from './sentence.ts';
import { inLettersOf } from './typeset.ts';

/** A chapter with the exercises that its worksheets may have. */
export interface WorksheetChapter {
  readonly number: number;
  readonly slug: string;
  readonly title: string;
  readonly exercises: readonly SheetExercise[];
}

/** What the page of worksheets is given: questions, and nothing of their answers. */
export const worksheetChapters = (): WorksheetChapter[] =>
  book().assembled.map((chapter) => ({
    number: chapter.number,
    slug: chapter.slug,
    title: chapter.title,
    exercises: sheetExercises(chapter, formula),
  }));

/** The exercises of a chapter without their answers. */
export const sheetExercises = (chapter: Chapter, set: SetFormula): SheetExercise[] =>
  paperExercises(chapter, set).map((exercise) =>
    inLettersOf(chapter.slug, () => forSheet(exercise, set)),
  );

function forSheet(
  { front, number, question, room }: PaperExercise,
  set: SetFormula,
): SheetExercise {
  const vary = front.kind === 'numeric' ? front.vary : undefined;
  return {
    id: front.id,
    number,
    title: front.title,
    question,
    room,
    varied: vary && {
      draw: vary.draw,
      question: readSentence(vary.question, set),
    },
  };
}
