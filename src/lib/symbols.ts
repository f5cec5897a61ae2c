import { z } from 'astro/zod';
import type { Convention } from '#components/lib/convention.ts';
import { nearest, quoted } from '#engine/program/errors.ts';
import { readLayers } from './content-files.ts';
import { ContentError, type ContentProblem } from './content-problem.ts';
import { slugOf } from './course.ts';
import { validated } from './validate.ts';
import { placeIn } from './yaml-text.ts';

/** The fields of a symbol in notation.yaml. */
export const symbolSchema = z.strictObject({
  name: z.string().describe('its name in the engine and in links'),
  tex: z.string().describe('its letter'),
  role: z
    .enum(['input', 'state', 'output', 'param', 'value', 'loss', 'target', 'gradient', 'plain'])
    .describe('what kind of thing it is; the role decides the colour'),
  timed: z.boolean().default(false).describe('whether it has a value at every step'),
  spoken: z.string().describe('how it is read aloud'),
  meaning: z.string().describe('what it means, in a few words'),
  shape: z.string().default('a number').describe('its shape'),
  only: z
    .string()
    .optional()
    .describe('the folder of the one chapter in which the letter means this'),
});

/** In a fork a symbol of the book needs its name and what is to be different. */
const changeSchema = symbolSchema.partial().required({ name: true });

export interface NotationSymbol extends z.infer<typeof symbolSchema> {
  /** How the pages write it; `tex` is how the files write it. The two differ where a fork says so. */
  readonly letter: string;
}

/** The id of the letters in which a book is made that has letters of its own. */
export const OWN_LETTERS = 'book';

let read: readonly NotationSymbol[] | undefined;
/** Mistakes are found once, though every formula asks. */
let failure: unknown;

/** Every symbol of the book, from content/notation.yaml, with what a fork changes. Errors: every mistake of the files. */
export function notation(): readonly NotationSymbol[] {
  if (failure !== undefined) throw failure;
  try {
    return (read ??= readNotation());
  } catch (error) {
    failure = error;
    throw error;
  }
}

/** The letters of a fork, as the pages have to write them; undefined where all are those of the files. */
export function ownLetters(): Convention | undefined {
  const changed = notation().filter(({ tex, letter }) => tex !== letter);
  if (changed.length === 0) return undefined;
  return {
    id: OWN_LETTERS,
    name: 'This book',
    time: 'below',
    symbols: Object.fromEntries(changed.map(({ name, letter }) => [name, letter])),
    timed: notation()
      .filter(({ timed }) => timed)
      .map(({ name }) => name),
  };
}

function readNotation(): readonly NotationSymbol[] {
  const [original, local] = readLayers('notation.yaml');
  const file = original?.file ?? '';
  const symbols = validated(listOf(symbolSchema), original?.value, file).symbols.map(
    (symbol): NotationSymbol => ({ ...symbol, letter: symbol.tex }),
  );
  if (local === undefined) return symbols;
  const problems: ContentProblem[] = [];
  const changes = validated(listOf(changeSchema), local.value, local.file).symbols;
  const names = new Set(symbols.map(({ name }) => name));
  const fresh = changes.flatMap((change, index): NotationSymbol[] => {
    if (names.has(change.name)) return [];
    const whole = symbolSchema.safeParse(change);
    if (whole.success) return [{ ...whole.data, letter: whole.data.tex }];
    problems.push({
      file: local.file,
      ...placeIn(local.value, ['symbols', index, 'name']),
      found: `the symbol «${change.name}», which the book does not have`,
      expected: 'a name of content/notation.yaml, or all fields of a new symbol',
      hint: `did you mean ${quoted(nearest(change.name, names)) || 'another name'}?`,
    });
    return [];
  });
  const changed = symbols.map((symbol): NotationSymbol => {
    const { tex: letter = symbol.tex, ...change } =
      changes.find(({ name }) => name === symbol.name) ?? symbol;
    return { ...symbol, ...(change as Partial<NotationSymbol>), letter };
  });
  const all = [...changed, ...fresh];
  changes.forEach(({ name, tex }, index) => {
    if (tex === undefined) return;
    const twin = all.find((other) => other.name !== name && isTwin(all, name, other, tex));
    if (twin !== undefined)
      problems.push({
        file: local.file,
        ...placeIn(local.value, ['symbols', index, 'tex']),
        found: `«${tex}» for ${name}`,
        expected: 'a letter that nothing else has',
        hint: `${twin.name} is written «${tex}»: choose another, or change that one too`,
      });
  });
  if (problems.length > 0) throw new ContentError(...problems);
  return all;
}

/** Whether another symbol has this letter where the named one has it. */
function isTwin(
  all: readonly NotationSymbol[],
  name: string,
  other: NotationSymbol,
  letter: string,
): boolean {
  const scopes = all.filter((symbol) => symbol.name === name).map(({ only }) => only);
  return other.letter === letter && scopes.some((only) => isSame(only, other.only));
}

const isSame = (one: string | undefined, other: string | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && slugOf(one) === slugOf(other));

const listOf = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject({ symbols: z.array(schema) });
