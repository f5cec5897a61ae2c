import type { Sentence } from './exercise.ts';
import { asked, drawn, type Draws } from './varied.ts';

/** An exercise for a worksheet, without anything of its answer. */
export interface SheetExercise {
  readonly id: string;
  /** «1.3» */
  readonly number: string;
  readonly title: string;
  /** HTML, as are the room for the answer and the formulas of `varied`. */
  readonly question: string;
  readonly room: string;
  /** What is drawn anew for every sheet, and the question that takes the place of `question`. */
  readonly varied: { readonly draw: Draws; readonly question: Sentence } | undefined;
}

/** The question of an exercise on the sheet of a seed, as HTML. */
export const questionFor = ({ id, question, varied }: SheetExercise, seed: number): string =>
  varied === undefined
    ? question
    : `<p>${asked(varied.question, drawn(id, varied.draw, seed))}</p>`;
