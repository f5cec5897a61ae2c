import { z } from 'astro/zod';
import { nearest, quoted } from '#engine/program/errors.ts';
import { listContent, originalPath, readLayers } from './content-files.ts';
import { ContentError, type At, type ContentProblem } from './content-problem.ts';
import { slugOf } from './course.ts';
import { notation } from './symbols.ts';
import { typeset } from './typeset.ts';
import { validated } from './validate.ts';
import { placeIn } from './yaml-text.ts';

const lettersSchema = z.record(z.string(), z.string());

const conventionSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  time: z.enum(['below', 'above']),
  note: z.string(),
  symbols: lettersSchema,
  /** Letters that hold in one chapter, by its folder. */
  only: z.record(z.string(), lettersSchema).default({}),
});

export type WrittenConvention = z.infer<typeof conventionSchema>;
type Letters = z.infer<typeof lettersSchema>;

const originalSchema = z.strictObject({ conventions: z.array(conventionSchema) });

/** In a fork a convention of the book needs its id and what is to be different. */
const localSchema = z.strictObject({
  hide: z.array(z.string()).default([]),
  conventions: z.array(conventionSchema.partial().required({ id: true })).default([]),
});
type Change = z.infer<typeof localSchema>['conventions'][number];

/**
 * Every convention of content/conventions.yaml, with what a fork changes, adds and hides; chapters by their slugs.
 * Errors: every mistake of the files.
 */
export function writtenConventions(): readonly WrittenConvention[] {
  const [original, local] = readLayers('conventions.yaml');
  const file = original?.file ?? originalPath('conventions.yaml');
  const standing = validated(originalSchema, original?.value, file).conventions;
  const problems = standing.flatMap((convention, index) =>
    letterProblems(convention, file, (path) => placeIn(original?.value, [...at(index), ...path])),
  );
  if (local === undefined) return checked(standing.map(bySlug), problems);
  const { hide, conventions: changes } = validated(localSchema, local.value, local.file);
  const place = (...path: readonly PropertyKey[]) => ({
    file: local.file,
    ...placeIn(local.value, path),
  });
  const known = standing.map(({ id }) => id);
  hide.forEach((id, index) => {
    if (!known.includes(id)) problems.push(unknown(place('hide', index), id, known));
  });
  const fresh = changes.flatMap((change, index): WrittenConvention[] => {
    problems.push(
      ...letterProblems(change, local.file, (path) =>
        placeIn(local.value, [...at(index), ...path]),
      ),
    );
    if (known.includes(change.id)) return [];
    const whole = conventionSchema.safeParse(change);
    if (whole.success) return [whole.data];
    problems.push(unknown(place(...at(index), 'id'), change.id, known));
    return [];
  });
  const changed = standing
    .filter(({ id }) => !hide.includes(id))
    .map((convention) =>
      merged(
        bySlug(convention),
        changes.find(({ id }) => id === convention.id),
      ),
    );
  return checked([...changed, ...fresh.map(bySlug)], problems);
}

const at = (index: number): readonly PropertyKey[] => ['conventions', index];

function checked<Found>(found: Found, problems: readonly ContentProblem[]): Found {
  if (problems.length > 0) throw new ContentError(...problems);
  return found;
}

const unknown = (
  place: { readonly file: string } & At,
  id: string,
  known: readonly string[],
): ContentProblem => ({
  ...place,
  found: `the convention «${id}», which the book does not have`,
  expected: 'an id of content/conventions.yaml, or all fields of a new convention',
  hint: `did you mean ${quoted(nearest(id, known)) || quoted(known)}?`,
});

/** A convention with the fields of a change in place of its own, and its letters one by one. */
function merged(convention: WrittenConvention, change?: Change): WrittenConvention {
  if (change === undefined) return convention;
  const { symbols = {}, only = {}, ...fields } = change;
  const chapters = inSlugs(only);
  return {
    ...convention,
    ...(fields as Partial<WrittenConvention>),
    symbols: { ...convention.symbols, ...symbols },
    only: Object.fromEntries(
      [...new Set([...Object.keys(convention.only), ...Object.keys(chapters)])].map((slug) => [
        slug,
        { ...convention.only[slug], ...chapters[slug] },
      ]),
    ),
  };
}

const bySlug = (convention: WrittenConvention): WrittenConvention => ({
  ...convention,
  only: inSlugs(convention.only),
});

const inSlugs = (only: Readonly<Record<string, Letters>>): Record<string, Letters> =>
  Object.fromEntries(Object.entries(only).map(([folder, letters]) => [slugOf(folder), letters]));

/** What is wrong with the letters of a convention: in the book, and in each chapter that it names. */
function letterProblems(
  { id, symbols = {}, only = {} }: Pick<Change, 'id' | 'symbols' | 'only'>,
  file: string,
  place: (path: readonly PropertyKey[]) => At,
): ContentProblem[] {
  const chapters = listContent('chapters', '').map(slugOf);
  const lists: readonly (readonly [readonly PropertyKey[], Letters])[] = [
    [['symbols'], symbols],
    ...Object.entries(only).map(([chapter, letters]) => [['only', chapter], letters] as const),
  ];
  return [
    ...Object.keys(only)
      .filter((chapter) => !chapters.includes(slugOf(chapter)))
      .map((chapter) => ({
        ...{ file, ...place(['only', chapter]) },
        found: `the chapter «${chapter}» in «${id}»`,
        expected: 'the folder of a chapter',
        hint: `did you mean ${quoted(nearest(slugOf(chapter), chapters)) || quoted(chapters)}?`,
      })),
    ...lists.flatMap(([path, letters]) =>
      Object.entries(letters).flatMap(([name, tex]): ContentProblem[] => {
        const problem = problemOf(id, name, tex, letters);
        return problem === undefined ? [] : [{ file, ...place([...path, name]), ...problem }];
      }),
    ),
  ];
}

function problemOf(
  id: string,
  name: string,
  tex: string,
  letters: Letters,
): Pick<ContentProblem, 'found' | 'expected' | 'hint'> | undefined {
  const known = notation().map((symbol) => symbol.name);
  if (!known.includes(name))
    return {
      found: `the symbol «${name}» in «${id}»`,
      expected: 'a name of notation.yaml',
      hint: `did you mean ${quoted(nearest(name, known))}?`,
    };
  const names = Object.keys(letters);
  const other = names.slice(0, names.indexOf(name)).find((before) => letters[before] === tex);
  if (other !== undefined)
    return {
      found: `«${tex}» for both ${other} and ${name} in «${id}»`,
      expected: 'a letter for each symbol',
      hint: 'a reader could not tell them apart',
    };
  try {
    typeset(tex);
    return undefined;
  } catch (error) {
    return {
      found: `«${tex}» for ${name} in «${id}»`,
      expected: 'TeX that can be set',
      hint: error instanceof Error ? error.message : String(error),
    };
  }
}
