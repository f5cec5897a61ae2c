import { createHash } from 'node:crypto';
import { z } from 'astro/zod';
import { nearest, quoted } from '#engine/program/errors.ts';
import { basedOnSchema } from './based-on.ts';
import { contentPath, listContent, readYaml } from './content-files.ts';
import { ContentError } from './content-problem.ts';
import { TASKS } from './trainings/index.ts';
import type { TrainingTask } from './trainings/task.ts';
import { validated } from './validate.ts';

const settings = z.record(z.string(), z.unknown());

/** A table of trainings, as data: every row with every column, from every seed. */
const trainingSchema = z.strictObject({
  about: z.string(),
  basedOn: basedOnSchema.optional(),
  task: z.string(),
  /** Seeds 1 to this. */
  seeds: z.int().positive(),
  /** Settings of all runs, of a row, of a column; a later one goes before an earlier. */
  every: settings.default({}),
  rows: z.record(z.string(), settings),
  columns: z.record(z.string(), settings),
  /** A run is solved when this number is above this bound. */
  solved: z.strictObject({ number: z.string(), above: z.number() }).optional(),
  /** The run that tests make again. */
  sample: z.strictObject({ row: z.string(), column: z.string() }),
});

/** A named experiment that trains networks. */
export interface Training extends z.infer<typeof trainingSchema> {
  readonly name: string;
  readonly does: TrainingTask;
  /** A hash of everything in its file on which its results depend. */
  readonly recipe: string;
}

/** The names of all experiments that train. */
export const trainingNames = (): string[] =>
  listContent('experiments/training', '.yaml').map((name) => name.replace(/\.yaml$/, ''));

/** Reads an experiment. Errors: an unknown name, task or setting, a sample that is not in the table. */
export function trainingNamed(name: string): Training {
  if (!trainingNames().includes(name))
    throw new Error(`no training «${name}»; ${suggestion(name, trainingNames())}`);
  const path = `experiments/training/${name}.yaml`;
  return checkedTraining(name, readYaml(path), contentPath(path));
}

/** Checks what was read from a file. Errors: those of `trainingNamed`. */
export function checkedTraining(name: string, value: unknown, file: string): Training {
  const data = validated(trainingSchema, value, file);
  const problem = (found: string, expected: string, hint: string): ContentError =>
    new ContentError({ file, line: 1, column: 1, found, expected, hint });
  const does = TASKS[data.task];
  if (does === undefined)
    throw problem(
      `the task «${data.task}»`,
      'a task of src/lib/trainings',
      suggestion(data.task, Object.keys(TASKS)),
    );
  for (const [place, names] of [
    ['row', Object.keys(data.rows)],
    ['column', Object.keys(data.columns)],
  ] as const)
    if (!names.includes(data.sample[place]))
      throw problem(
        `the ${place} «${data.sample[place]}» in the sample`,
        `a ${place} of the table`,
        suggestion(data.sample[place], names),
      );
  if (data.solved !== undefined && !(data.solved.number in does.numbers))
    throw problem(
      `«${data.solved.number}» as what is solved`,
      `a number that the task ${data.task} measures`,
      suggestion(data.solved.number, Object.keys(does.numbers)),
    );
  const { task, seeds, every, rows, columns, solved } = data;
  const meaning = JSON.stringify({ task, seeds, every, rows, columns, solved });
  const recipe = createHash('sha256').update(meaning).digest('hex');
  const training = { ...data, name, does, recipe };
  for (const [row, column] of cellsOf(training)) {
    const result = does.settings.safeParse(settingOf(training, row, column));
    const [issue] = result.error?.issues ?? [];
    if (issue !== undefined)
      throw problem(
        `row «${row}», column «${column}», «${issue.path.join('.') || 'settings'}»: ${issue.message}`,
        `the settings ${Object.keys(does.settings.shape).join(', ')}`,
        'add, remove or correct the setting in every, rows or columns',
      );
  }
  return training;
}

/** All cells of the table, row by row. */
export const cellsOf = ({ rows, columns }: Pick<Training, 'rows' | 'columns'>) =>
  Object.keys(rows).flatMap((row) =>
    Object.keys(columns).map((column): readonly [string, string] => [row, column]),
  );

/** What a cell of the table sets. */
export const settingOf = ({ every, rows, columns }: Training, row: string, column: string) => ({
  ...every,
  ...rows[row],
  ...columns[column],
});

const suggestion = (name: string, names: readonly string[]): string => {
  const near = nearest(name, names);
  return near.length > 0 ? `did you mean ${quoted(near)}?` : `there are ${quoted(names)}`;
};
