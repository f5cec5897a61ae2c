import { judgeNetwork } from '#components/lib/built-network.ts';
import { asked } from '#components/lib/varied.ts';
import type { Book } from './book.ts';
import type { ContentProblem } from './content-problem.ts';
import { checkable } from './exercise-model.ts';
import { exerciseSchema, type ExerciseFrontMatter, type Vary } from './exercise-schema.ts';
import { experimentNumber } from './experiments.ts';
import { factValue } from './facts.ts';
import { formula } from './formula.ts';
import type { MdxSource } from './mdx-source.ts';
import { typedAnswer } from './network-model.ts';
import { readSentence } from './sentence.ts';
import { versionOf } from './varied-answer.ts';

/** The mistakes of an exercise that its text does not show: fields, answer, hints, solution, place. */
export function exerciseProblems(source: MdxSource, book: Book): ContentProblem[] {
  const { file, frontMatter, tags } = source;
  const problem = (found: string, expected: string, hint: string): ContentProblem => ({
    file,
    line: 1,
    column: 1,
    found,
    expected,
    hint,
  });
  const read = exerciseSchema.safeParse(frontMatter);
  if (!read.success) {
    const issues = read.error.issues.flatMap((issue) =>
      issue.code === 'invalid_union' ? issue.errors.flat().slice(0, 3) : [issue],
    );
    return issues.map(({ path, message }) =>
      problem(
        `${path.join('.') || 'front matter'}: ${message}`,
        'the fields of an exercise',
        'correct the field',
      ),
    );
  }
  const problems: ContentProblem[] = [];
  const { id, hints } = read.data;
  const name = file.replace(/^.*\/|\.mdx$/g, '');
  if (id !== name)
    problems.push(
      problem(`the id «${id}»`, `«${name}», as the file is called`, 'rename one of them'),
    );
  if (book.targets.get(id)?.kind !== 'exercise')
    problems.push(
      problem(`«${id}» in no section`, `<Exercise id="${id}" /> where it belongs`, 'add the tag'),
    );
  if (hints.length === 0)
    problems.push(problem('no hints', 'at least one', 'add hints to the front matter'));
  if (tags.every((tag) => tag.name !== 'Solution'))
    problems.push(problem('no solution', '<Solution>…</Solution> after the question', 'write it'));
  try {
    const exercise = checkable(read.data, {
      number: (rule) => ('fact' in rule ? factValue(rule.fact, rule.args) : experimentNumber(rule)),
      formula,
    });
    if (read.data.kind === 'numeric' && read.data.vary !== undefined)
      problems.push(...variedProblems(read.data, read.data.vary, problem));
    if (exercise.kind === 'network' && read.data.kind === 'network') {
      const { outcome, say } = judgeNetwork(exercise, typedAnswer(read.data).join('\n'));
      if (outcome !== 'right')
        problems.push(
          problem(`an answer that fails: ${say}`, 'numbers that are right', 'correct it'),
        );
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    problems.push(problem(message, 'rules that the engine can compute', 'correct the rule'));
  }
  return problems;
}

/** Versions for worksheets that have no answer. Errors: a question that names what is not drawn. */
function variedProblems(
  front: ExerciseFrontMatter,
  vary: Vary,
  problem: (found: string, expected: string, hint: string) => ContentProblem,
): ContentProblem[] {
  const question = readSentence(vary.question, formula);
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
  return seeds.flatMap((seed) => {
    const { numbers, answer } = versionOf(front, vary, seed);
    asked(question, numbers);
    if (Number.isFinite(answer)) return [];
    const drawn = JSON.stringify(numbers);
    return [problem(`no answer for ${drawn}`, 'a number', 'narrow the ranges of vary.draw')];
  });
}
