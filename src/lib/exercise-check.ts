import { judgeNetwork } from '#components/lib/built-network.ts';
import type { Book } from './book.ts';
import type { ContentProblem } from './content-problem.ts';
import { checkable } from './exercise-model.ts';
import { exerciseSchema } from './exercise-schema.ts';
import { experimentNumber } from './experiments.ts';
import { factValue } from './facts.ts';
import { formula } from './formula.ts';
import type { MdxSource } from './mdx-source.ts';
import { typedAnswer } from './network-model.ts';

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
  if (book.targets.get(id)?.kind !== 'exercise' && !book.hidden.has(id) && !book.isPartial)
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
