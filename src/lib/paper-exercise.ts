import type { Checkable, Sentence } from '#components/lib/exercise.ts';
import { escaped, say } from '#components/lib/say.ts';
import { book, type Chapter } from './book.ts';
import { readText } from './content-files.ts';
import { answerOf } from './exercise-answer.ts';
import { checkable } from './exercise-model.ts';
import { exerciseSchema, type ExerciseFrontMatter } from './exercise-schema.ts';
import { experimentNumber } from './experiments.ts';
import { factValue } from './facts.ts';
import { readMdx, type Node } from './mdx-source.ts';
import { plainHtml, type SetFormula } from './plain-html.ts';
import { inLettersOf } from './typeset.ts';

/** An exercise as it stands on paper, in pieces of HTML. */
export interface PaperExercise {
  readonly front: ExerciseFrontMatter;
  /** «1.3» */
  readonly number: string;
  readonly question: string;
  /** Room for the answer: lines, boxes, options. */
  readonly room: string;
  readonly hints: readonly string[];
  readonly answer: string;
  readonly solution: string;
  /** How far a number may be off; 0 where no number is asked. */
  readonly tolerance: number;
}

/** Every exercise of a chapter in its order, formulas set by `formula`. */
export const paperExercises = (chapter: Chapter, formula: SetFormula): PaperExercise[] =>
  inLettersOf(chapter.slug, () => exercisesOf(chapter, formula));

function exercisesOf({ slug }: Chapter, formula: SetFormula): PaperExercise[] {
  const { exercises } = book();
  const order = [...book().targets.values()].filter(
    ({ kind, path }) => kind === 'exercise' && path.startsWith(`/${slug}/`),
  );
  return order
    .flatMap(({ id, number }) => {
      const file = exercises.get(id);
      return file === undefined ? [] : [{ number, file }];
    })
    .map(({ number, file }) => {
      const { frontMatter, tree } = readMdx(readText(file), file);
      const front = exerciseSchema.parse(frontMatter);
      const exercise = checkable(front, {
        number: (rule) =>
          'fact' in rule ? factValue(rule.fact, rule.args) : experimentNumber(rule),
        formula,
      });
      const isSolution = ({ name }: Node): boolean => name === 'Solution';
      const body = tree.children ?? [];
      const html = (nodes: readonly Node[]): string => plainHtml(nodes, formula);
      return {
        front,
        number,
        question: html(body.filter((node) => !isSolution(node))),
        room: roomFor(exercise),
        hints: exercise.hints.map((hint) => say(hint, exercise.values)),
        answer: answerOf(front, exercise),
        solution: html(body.filter(isSolution)),
        tolerance: exercise.kind === 'numeric' ? exercise.tolerance : 0,
      };
    });
}

const LINE = '<span class="blank"></span>';
const BOX = '<span class="box"></span>';

function roomFor(exercise: Checkable): string {
  const { values } = exercise;
  const ask = say(exercise.ask, values);
  const list = (sentences: readonly Sentence[], mark: string): string =>
    `<ol>${sentences.map((sentence) => `<li>${mark} ${say(sentence, values)}</li>`).join('')}</ol>`;
  switch (exercise.kind) {
    case 'numeric':
      return `<p class="room">${ask} ${LINE} ${escaped(exercise.unit)}</p>`;
    case 'formula':
      return `<p class="room">${ask} ${LINE}${LINE}</p>`;
    case 'choice':
      return `<p>${ask}</p>${list(
        exercise.options.map(({ text }) => text),
        BOX,
      )}`;
    case 'line':
      return `<pre>${exercise.lines.map((line, n) => `${String(n + 1).padStart(2)}  ${escaped(line)}`).join('\n')}</pre><p class="room">${ask} ${LINE}</p>`;
    case 'match':
      return `<p>${ask}: ${exercise.options.map(({ text }, n) => `(${n + 1}) ${say(text, values)}`).join(', ')}</p>${list(
        exercise.items.map(({ text }) => text),
        BOX,
      )}`;
    case 'order': {
      const shown = exercise.start.flatMap((id) => exercise.items.filter((item) => item.id === id));
      return `<p>${ask}</p><ul>${shown.map(({ text }) => `<li>${BOX} ${say(text, values)}</li>`).join('')}</ul>`;
    }
    case 'network':
      return `<p class="room">${ask}: ${exercise.asked.map(({ label }) => `<span class="asked">${say(label, {})} = ${LINE}</span>`).join(' ')}</p>`;
  }
}
