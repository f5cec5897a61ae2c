import { nearest, quoted } from '#engine/program/errors.ts';
import { asProblems, quotedPlace } from './as-problems.ts';
import { basisProblems } from './based-on.ts';
import { bibliography } from './bibliography.ts';
import { assemble, type Book } from './book.ts';
import { contentPath, isThere, readLayers, readText } from './content-files.ts';
import { describeProblem, type ContentProblem } from './content-problem.ts';
import { conventions } from './conventions.ts';
import { exerciseProblems } from './exercise-check.ts';
import { experimentNames, runExperiment } from './experiments.ts';
import { glossary, glossarySchema } from './glossary.ts';
import { lessonProblems } from './lessons.ts';
import { readMdx } from './mdx-source.ts';
import { sourceProblems } from './source-check.ts';
import { notation } from './symbols.ts';
import { placesOf } from './places.ts';
import { idsFile, idsText, releaseProblems } from './releases.ts';
import { currentResults } from './training-results.ts';
import { trainingNames } from './training.ts';
import { validated } from './validate.ts';
import { placeIn } from './yaml-text.ts';

/** Every mistake of all content, each once, in the order of files and lines. */
export function contentProblems(): ContentProblem[] {
  const problems = new Map<string, ContentProblem>();
  const collect = (work: () => ContentProblem[], file: string): void => {
    const found = (() => {
      try {
        return work();
      } catch (error) {
        return asProblems(error, file, quotedPlace(error, isThere(file) ? readText(file) : ''));
      }
    })();
    // what several texts lean on is told once
    for (const problem of found) problems.set(describeProblem(problem), problem);
  };
  let assembled: Book | undefined;
  collect(() => {
    assembled = assemble();
    return [...assembled.problems, ...assembled.overrides.flatMap(basisProblems)];
  }, contentPath('course.yaml'));
  collect(() => notation() && [], contentPath('notation.yaml'));
  collect(() => conventions() && [], contentPath('conventions.yaml'));
  collect(glossaryProblems, contentPath('glossary.yaml'));
  collect(() => bibliography() && [], contentPath('bibliography.bib'));
  for (const name of experimentNames())
    collect(() => runExperiment(name) && [], contentPath(`experiments/${name}.yaml`));
  for (const name of trainingNames())
    collect(() => currentResults(name) && [], contentPath(`experiments/training/${name}.yaml`));
  if (assembled === undefined) return [...problems.values()];
  const book = assembled;
  if (!book.isPartial) collect(() => releaseProblems(idsText(), placesOf(book)), idsFile());
  const sections = book.assembled.flatMap((chapter) => chapter.sections.map((one) => one.source));
  for (const source of [...sections, ...book.guide.sections, ...book.guide.examples])
    collect(() => sourceProblems(source, book), source.file);
  for (const file of book.exercises.values())
    collect(() => {
      const source = readMdx(readText(file), file);
      return [...sourceProblems(source, book), ...exerciseProblems(source, book)];
    }, file);
  for (const { folder } of book.assembled)
    collect(() => lessonProblems(folder, book), contentPath(`chapters/${folder}/lesson.yaml`));
  return [...problems.values()];
}

function glossaryProblems(): ContentProblem[] {
  const ids = [...glossary().keys()];
  return readLayers('glossary.yaml').flatMap(({ file, value }) =>
    validated(glossarySchema, value, file).terms.flatMap(({ id, see }, index) =>
      see
        .filter((other) => !ids.includes(other))
        .map((other) => ({
          file,
          ...placeIn(value, ['terms', index, 'see', see.indexOf(other)]),
          found: `«${other}» under «see» of «${id}»`,
          expected: 'the id of another term',
          hint: `did you mean ${quoted(nearest(other, ids)) || 'another term'}?`,
        })),
    ),
  );
}
