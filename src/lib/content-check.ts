import { tex as programTex } from '#engine/index.ts';
import { nearest, quoted } from '#engine/program/errors.ts';
import { bibliography, workOf } from './bibliography.ts';
import { assemble, type Book } from './book.ts';
import { contentPath, listContent, readContent } from './content-files.ts';
import { ContentError, type ContentProblem } from './content-problem.ts';
import { conventions } from './conventions.ts';
import { exerciseProblems } from './exercise-check.ts';
import { experimentNames, programNamed, runExperiment } from './experiments.ts';
import { formula } from './formula.ts';
import { glossary, termOf } from './glossary.ts';
import { inNumbers } from './in-numbers.ts';
import { lessonProblems } from './lessons.ts';
import { listing } from './listings.ts';
import { readMdx, type At, type MdxSource, type Tag } from './mdx-source.ts';
import { checkNumber } from './named-number.ts';
import { notation, unknownSymbols } from './notation.ts';
import { placesOf } from './places.ts';
import { idsText, releaseProblems } from './releases.ts';
import { TAGS } from './tag-table.ts';
import { currentResults } from './training-results.ts';
import { trainingNames } from './training.ts';
import { writtenOut } from './written-out.ts';

/** Every mistake of all content, in the order of files and lines. */
export function contentProblems(): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const collect = (work: () => ContentProblem[], file: string): void => {
    try {
      problems.push(...work());
    } catch (error) {
      problems.push(asProblem(error, file, { line: 1, column: 1 }));
    }
  };
  let book: Book | undefined;
  collect(() => {
    book = assemble();
    return [...book.problems];
  }, contentPath('course.yaml'));
  collect(() => notation() && [], contentPath('notation.yaml'));
  collect(() => conventions() && [], contentPath('conventions.yaml'));
  collect(glossaryProblems, contentPath('glossary.yaml'));
  collect(() => bibliography() && [], contentPath('bibliography.bib'));
  for (const name of experimentNames())
    collect(() => runExperiment(name) && [], contentPath(`experiments/${name}.yaml`));
  for (const name of trainingNames())
    collect(() => currentResults(name) && [], contentPath(`experiments/training/${name}.yaml`));
  // what every text leans on must be right before the texts can be judged
  if (book === undefined || problems.length > 0) return problems;
  const assembled = book;
  collect(() => releaseProblems(idsText(), placesOf(assembled)), contentPath('ids.yaml'));
  for (const source of sectionSources(assembled))
    collect(() => sourceProblems(source, assembled), source.file);
  for (const { folder } of assembled.assembled)
    for (const name of listContent(`chapters/${folder}/exercises`, '.mdx')) {
      const file = `chapters/${folder}/exercises/${name}`;
      collect(() => {
        const source = readMdx(readContent(file), contentPath(file));
        return [...sourceProblems(source, assembled), ...exerciseProblems(source, assembled)];
      }, contentPath(file));
    }
  for (const { folder } of assembled.assembled)
    collect(() => lessonProblems(folder, assembled), contentPath(`chapters/${folder}/lesson.yaml`));
  return problems;
}

const sectionSources = ({ assembled }: Book): MdxSource[] =>
  assembled.flatMap(({ sections }) => sections.map(({ source }) => source));

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
    ...tags.flatMap((tag) => tagProblems(tag, file, book)),
    ...formulas.flatMap(({ tex, at }) => formulaProblems(tex, file, at)),
  ];
}

function formulaProblems(tex: string, file: string, at: At): ContentProblem[] {
  try {
    formula(tex);
  } catch (error) {
    return [asProblem(error, file, at, 'TeX that KaTeX accepts', 'correct the formula')];
  }
  return unknownSymbols(tex).map((symbol) => ({
    file,
    ...at,
    found: `the symbol «${symbol}» in a formula`,
    expected: 'a symbol of content/notation.yaml',
    hint: 'add it there with its meaning, or use one that is there',
  }));
}

function tagProblems(tag: Tag, file: string, book: Book): ContentProblem[] {
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
    return [asProblem(error, file, at)];
  }
}

/** Asks for everything that a tag names. Errors: what does not exist, with the nearest name. */
function resolve({ name, attributes }: Tag, book: Book): void {
  const text = (key: string): string => String(attributes[key] ?? '');
  const inBook = (id: string): void => {
    if (book.targets.has(id)) return;
    const near = nearest(id, book.targets.keys());
    throw new Error(
      `nothing in the book has the id «${id}»; did you mean ${quoted(near) || 'another id'}?`,
    );
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

function glossaryProblems(): ContentProblem[] {
  const ids = [...glossary().keys()];
  return [...glossary().values()].flatMap(({ id, see }) =>
    see
      .filter((other) => !ids.includes(other))
      .map((other) => ({
        file: contentPath('glossary.yaml'),
        line: 1,
        column: 1,
        found: `«${other}» under «see» of «${id}»`,
        expected: 'the id of another term',
        hint: `there are ${quoted(ids)}`,
      })),
  );
}

/** Turns an exception into a mistake at a place; «found; hint» is how the book's own errors read. */
function asProblem(
  error: unknown,
  file: string,
  at: At,
  expected = 'something that exists',
  otherwise = 'correct the name',
): ContentProblem {
  if (error instanceof ContentError) return error.problem;
  const message = error instanceof Error ? error.message : String(error);
  const [found = message, ...rest] = message.split('; ');
  const said = rest.findIndex((part) => part.startsWith('expected '));
  const wanted = said < 0 ? expected : (rest[said] ?? '').slice('expected '.length);
  const hint = rest.filter((_, index) => index !== said).join('; ') || otherwise;
  return { file, ...at, found, expected: wanted, hint };
}
