import type { ContentProblem } from './content-problem.ts';
import type { MdxSource, Tag } from './mdx-source.ts';

/** The mistakes of predictions: what is asked, which options there are, and what is said to the wrong ones. */
export const predictionProblems = ({ file, tags }: MdxSource): ContentProblem[] =>
  tags.flatMap((tag, index) =>
    tag.name === 'Predict' ? problemsOf(tag, childrenOf(tags, index), file) : [],
  );

/** The tags inside the one at an index: those that follow and lie deeper. */
function childrenOf(tags: readonly Tag[], index: number): readonly Tag[] {
  const depth = tags[index]?.inside.length ?? 0;
  const after = tags.slice(index + 1);
  const end = after.findIndex(({ inside }) => inside.length <= depth);
  return end < 0 ? after : after.slice(0, end);
}

function problemsOf(
  { attributes, at }: Tag,
  children: readonly Tag[],
  file: string,
): ContentProblem[] {
  const id = String(attributes['id'] ?? '');
  const problem = (tag: Pick<Tag, 'at'>, found: string, expected: string, hint: string) => ({
    file,
    ...tag.at,
    found,
    expected,
    hint,
  });
  const options = children.filter(({ name }) => name === 'Option');
  const right = options.filter((option) => option.attributes['correct'] === true);
  const isAsked =
    attributes['question'] !== undefined || children.some(({ name }) => name === 'Question');
  return [
    ...(isAsked
      ? []
      : [problem({ at }, `the prediction «${id}» without a question`, 'question="…"', 'add it')]),
    ...(options.length >= 2 && right.length === 1
      ? []
      : [
          problem(
            { at },
            `${options.length} options in the prediction «${id}», ${right.length} of them correct`,
            'at least two options, one of them correct',
            'mark the right one: <Option correct say="…">',
          ),
        ]),
    ...options
      .filter((option) => !right.includes(option) && option.attributes['say'] === undefined)
      .map((option) =>
        problem(
          option,
          `a wrong option of «${id}» to which nothing is said`,
          'say="…"',
          'say what a reader who chose it may have thought',
        ),
      ),
    ...(children.some(({ name }) => name === 'Reveal')
      ? []
      : [
          problem(
            { at },
            `the prediction «${id}» without a result`,
            '<Reveal>…</Reveal>',
            'say what happens',
          ),
        ]),
  ];
}
