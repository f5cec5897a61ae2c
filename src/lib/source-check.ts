import { tex as programTex } from '#engine/index.ts';
import { nearest, quoted } from '#engine/program/errors.ts';
import { asProblems } from './as-problems.ts';
import { bibliography, workOf } from './bibliography.ts';
import type { Book } from './book.ts';
import type { At, ContentProblem } from './content-problem.ts';
import { programNamed } from './experiments.ts';
import { formula } from './formula.ts';
import { termOf } from './glossary.ts';
import { inNumbers } from './in-numbers.ts';
import { listing } from './listings.ts';
import type { MdxSource, Tag } from './mdx-source.ts';
import { checkNumber } from './named-number.ts';
import { unknownSymbols } from './notation.ts';
import { predictionProblems } from './prediction-check.ts';
import { proseProblems } from './prose-check.ts';
import { targetIn } from './references.ts';
import { EXERCISE_TAGS, TAGS } from './tag-table.ts';
import { writtenOut } from './written-out.ts';

/** The mistakes of one MDX file: its tags, its formulas, its imports. */
export function sourceProblems(source: MdxSource, book: Book): ContentProblem[] {
  const { file, tags, formulas, scripts, headings } = source;
  return [
    ...scripts.map((at) => ({
      file,
      ...at,
      found: 'an import or export',
      expected: 'prose and tags',
      hint: 'remove it: every tag of the registry is there without import',
    })),
    ...headings.map((at) => ({
      file,
      ...at,
      found: 'a heading of Markdown',
      expected: 'a heading whose id stays when its words change',
      hint: 'write <Subsection id="…" title="…" />, or begin a section in a file of its own',
    })),
    ...proseProblems(source, book),
    ...predictionProblems(source),
    ...tags.flatMap((tag) => tagProblems(tag, file, book)),
    ...formulas.flatMap(({ tex, at }) => formulaProblems(tex, file, at)),
  ];
}

function formulaProblems(tex: string, file: string, at: At): readonly ContentProblem[] {
  try {
    formula(tex);
  } catch (error) {
    return asProblems(error, file, at, 'TeX that KaTeX accepts', 'correct the formula');
  }
  return unknownSymbols(tex).map((symbol) => ({
    file,
    ...at,
    found: `the symbol «${symbol}» in a formula`,
    expected: 'a symbol of content/notation.yaml',
    hint: 'add it there with its meaning, or use one that is there',
  }));
}

function tagProblems(tag: Tag, file: string, book: Book): readonly ContentProblem[] {
  const { name, attributes, at, hasChildren } = tag;
  if (/^[a-z]/.test(name)) return [];
  const problem = (found: string, expected: string, hint: string): ContentProblem => ({
    file,
    ...at,
    found,
    expected,
    hint,
  });
  const rule = TAGS[name];
  if (rule === undefined) {
    const near = nearest(name, Object.keys(TAGS));
    return [
      problem(
        `the tag <${name}>`,
        'a tag of the registry',
        near.length > 0
          ? `did you mean ${quoted(near)}?`
          : `there are ${quoted(Object.keys(TAGS))}`,
      ),
    ];
  }
  const isExercise = file.includes('/exercises/');
  if (isExercise && !EXERCISE_TAGS.includes(name))
    return [
      problem(
        `<${name}> in an exercise`,
        `one of ${quoted(EXERCISE_TAGS)}`,
        'put it in the section, and refer to it with <Ref>',
      ),
    ];
  if (rule.inside !== undefined && !isExercise && !tag.inside.includes(rule.inside))
    return [
      problem(
        `<${name}> on its own`,
        rule.inside === 'exercise' ? 'it in the file of an exercise' : `it inside <${rule.inside}>`,
        'move it there',
      ),
    ];
  const known = [...rule.needs, ...(rule.may ?? [])];
  const problems = rule.needs
    .filter((key) => attributes[key] === undefined)
    .map((key) => problem(`<${name}> without ${key}`, `${key}="…"`, 'add it'));
  if (rule.isOpen !== true)
    for (const key of Object.keys(attributes).filter((key) => !known.includes(key))) {
      const near = nearest(key, known);
      const hint = near.length > 0 ? `did you mean ${quoted(near)}?` : 'remove it';
      problems.push(problem(`«${key}» on <${name}>`, `one of ${quoted(known)}`, hint));
    }
  if (rule.children === 'needed' && !hasChildren)
    problems.push(
      rule.isFigure === true
        ? problem(
            `<${name}> without a caption`,
            'a caption between the tags',
            'say what is to be seen',
          )
        : problem(`<${name}> with nothing inside`, 'text between the tags', 'write it'),
    );
  if (problems.length > 0) return problems;
  try {
    resolve(tag, book);
    return [];
  } catch (error) {
    return asProblems(error, file, at);
  }
}

/** Asks for everything that a tag names. Errors: what does not exist, with the nearest name. */
function resolve({ name, attributes }: Tag, book: Book): void {
  const text = (key: string): string => String(attributes[key] ?? '');
  const inBook = (id: string): void => {
    if (!book.isPartial || book.targets.has(id)) targetIn(book, id);
  };
  switch (name) {
    case 'Ref':
      return inBook(text('to'));
    case 'Predict':
      if (attributes['covers'] !== undefined) inBook(text('covers'));
      return;
    case 'Claim':
      for (const carrier of text('by').split(/\s+/))
        if (!bibliography().has(carrier)) inBook(carrier);
      return;
    case 'Exercise':
      if (book.exercises.has(text('id'))) return;
      throw new Error(
        `no exercise «${text('id')}»; expected a file exercises/${text('id')}.mdx; did you mean ${quoted(nearest(text('id'), book.exercises.keys())) || 'another id'}?`,
      );
    case 'Cite':
      return void workOf(text('of'));
    case 'Term':
      return void termOf(text('id'));
    case 'Code':
      return void listing(text('of'));
    case 'Equation':
      return equationExists(text('of'), text('show'), text('tex'));
    case 'WrittenOut':
      return void writtenOut(text('of'), text('show'), Number(attributes['steps']));
    case 'InNumbers':
      return void inNumbers(text('experiment'), text('of'), Number(attributes['t']));
    case 'N':
      return checkNumber(attributes);
  }
}

function equationExists(of: string, show: string, tex: string): void {
  if (of === '') return void formula(tex, true);
  const program = programNamed(of);
  const names = program.equations.map((equation) => equation.name);
  if (!names.includes(show) || programTex(program).length === 0)
    throw new Error(`${of} has no equation for «${show}»; it has ${quoted(names)}`);
}
