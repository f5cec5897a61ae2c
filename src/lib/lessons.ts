import { z } from 'astro/zod';
import { nearest, quoted } from '#engine/program/errors.ts';
import { book, type Book } from './book.ts';
import { contentPath, hasContent, readYaml } from './content-files.ts';
import type { ContentProblem } from './content-problem.ts';
import { embeds } from './embeds.ts';
import { stateProblems } from './figure-settings.ts';
import { plainSentence } from './plain-sentence.ts';
import { validated } from './validate.ts';

const sentence = z.string().min(1);

const step = z.strictObject({
  minutes: z.number().int().min(1),
  title: sentence,
  /** What the teacher does, and says. */
  do: sentence,
  /** The question for the room, to be answered before anything is shown. */
  ask: sentence.optional(),
  /** What answers to it tell. */
  listen: sentence.optional(),
  /** Figures in the state in which they are wanted: «w=1&step=3», as in their links. */
  show: z
    .array(z.strictObject({ figure: z.string(), state: z.string().default(''), see: sentence }))
    .default([]),
  predictions: z.array(z.string()).default([]),
  exercises: z.array(z.string()).default([]),
});

const plan = z
  .strictObject({
    minutes: z.number().int(),
    aim: sentence,
    before: sentence,
    steps: z.array(step).min(3),
    after: sentence,
  })
  .refine(({ minutes, steps }) => steps.reduce((sum, one) => sum + one.minutes, 0) === minutes, {
    error: 'expected steps whose minutes add up to those of the plan',
  });

const lessonSchema = z.strictObject({ plans: z.array(plan).min(1) });
export type Plan = z.infer<typeof plan>;
export type LessonStep = z.infer<typeof step>;

const pathOf = (folder: string): string => `chapters/${folder}/lesson.yaml`;

/** The lesson plans of a chapter, the shorter first, without what the course hides; none where it has no such file. */
export function plansOf(folder: string, { hidden }: Pick<Book, 'hidden'> = book()): Plan[] {
  if (!hasContent(pathOf(folder))) return [];
  const file = contentPath(pathOf(folder));
  const { plans } = validated(lessonSchema, readYaml(pathOf(folder)), file);
  const isThere = (id: string): boolean => !hidden.has(id);
  return plans
    .map((one) => ({
      ...one,
      steps: one.steps.map((part) => ({
        ...part,
        show: part.show.filter(({ figure }) => isThere(figure)),
        predictions: part.predictions.filter(isThere),
        exercises: part.exercises.filter(isThere),
      })),
    }))
    .toSorted((first, second) => first.minutes - second.minutes);
}

/** What lesson plans name that is not there, or not so. */
export function lessonProblems(folder: string, book: Book): ContentProblem[] {
  return plansOf(folder, book).flatMap(({ minutes, steps }) =>
    steps.flatMap((one) =>
      stepProblems(one, book).map((found) => ({
        file: contentPath(pathOf(folder)),
        line: 1,
        column: 1,
        found: `${minutes} minutes, «${one.title}»: ${found}`,
        expected:
          'figures, predictions and exercises of the book, in states that their links can have',
        hint: 'copy the link of the figure, and take what follows «?»',
      })),
    ),
  );
}

function stepProblems(
  { show, predictions, exercises, ...texts }: LessonStep,
  book: Book,
): string[] {
  const named = (id: string, kind: string): string[] => {
    if (book.targets.get(id)?.kind === kind) return [];
    const ids = [...book.targets.values()].filter((target) => target.kind === kind);
    const near = nearest(
      id,
      ids.map((target) => target.id),
    );
    return [`no ${kind} «${id}»; did you mean ${quoted(near) || 'another'}?`];
  };
  return [
    ...[texts.do, texts.ask, texts.listen, ...show.map(({ see }) => see)].flatMap(unreadable),
    ...predictions.flatMap((id) => named(id, 'prediction')),
    ...exercises.flatMap((id) => named(id, 'exercise')),
    ...show.flatMap(({ figure, state }) => {
      const missing = named(figure, 'figure');
      if (missing.length > 0 || state === '') return missing;
      const tag = embeds().find(({ id }) => id === figure)?.tag ?? '';
      return stateProblems(tag, state).map((problem) => `figure «${figure}»: ${problem}`);
    }),
  ];
}

function unreadable(text: string | undefined): string[] {
  try {
    plainSentence(text ?? '');
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
