import { judgeNetwork } from '#components/lib/built-network.ts';
import { asked } from '#components/lib/varied.ts';
import type { Book } from './book.ts';
import { asProblems, quotedPlace } from './as-problems.ts';
import type { At, ContentProblem } from './content-problem.ts';
import { checkable } from './exercise-model.ts';
import { nearest, quoted } from '#engine/program/errors.ts';
import { schemaProblems } from './validate.ts';
import { placeIn } from './yaml-text.ts';
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
  const problem = (
    found: string,
    expected: string,
    hint: string,
    at: At = placeIn(frontMatter, ['id']),
  ): ContentProblem => ({ file, line: at.line, column: at.column, found, expected, hint });
  const kind = frontMatter['kind'];
  const kinds = exerciseSchema.options.map(({ shape }) => shape.kind.value);
  const schema = exerciseSchema.options.find(({ shape }) => shape.kind.value === kind);
  if (schema === undefined) {
    const near = quoted(nearest(String(kind ?? ''), kinds));
    return [
      problem(
        kind === undefined ? 'no «kind»' : `the kind «${String(kind)}»`,
        `one of ${quoted(kinds)}`,
        near === '' ? 'name one of them' : `did you mean ${near}?`,
        placeIn(frontMatter, ['kind']),
      ),
    ];
  }
  const wrong = schemaProblems(schema, frontMatter, file);
  if (wrong.length > 0) return wrong;
  const data = exerciseSchema.parse(frontMatter);
  const problems: ContentProblem[] = [];
  const { id, hints } = data;
  const name = file.replace(/^.*\/|\.mdx$/g, '');
  if (id !== name)
    problems.push(
      problem(`the id «${id}»`, `«${name}», as the file is called`, 'rename one of them'),
    );
  if (book.targets.get(name)?.kind !== 'exercise' && !book.hidden.has(name) && !book.isPartial)
    problems.push(
      problem(
        `«${name}» in no section`,
        `<Exercise id="${name}" /> where it belongs`,
        'add the tag',
      ),
    );
  if (hints.length === 0)
    problems.push(problem('no hints', 'at least one', 'add hints to the front matter'));
  if (tags.every((tag) => tag.name !== 'Solution'))
    problems.push(problem('no solution', '<Solution>…</Solution> after the question', 'write it'));
  try {
    const exercise = checkable(data, {
      number: (rule) => ('fact' in rule ? factValue(rule.fact, rule.args) : experimentNumber(rule)),
      formula,
    });
    if (data.kind === 'numeric' && data.vary !== undefined)
      problems.push(...variedProblems(data, data.vary, problem));
    if (exercise.kind === 'network' && data.kind === 'network') {
      const { outcome, say } = judgeNetwork(exercise, typedAnswer(data).join('\n'));
      if (outcome !== 'right')
        problems.push(
          problem(`an answer that fails: ${say}`, 'numbers that are right', 'correct it'),
        );
    }
  } catch (error) {
    const at = quotedPlace(error, source.text);
    problems.push(
      ...asProblems(error, file, at, 'rules that the engine can compute', 'correct the rule'),
    );
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
