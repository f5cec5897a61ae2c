import { z } from 'astro/zod';
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

/** In a fork a symbol of the book needs its name and what is to be different: nothing has a default. */
const changeSchema = symbolSchema
  .extend({ timed: z.boolean(), shape: z.string() })
  .partial()
  .required({ name: true });
type Change = z.infer<typeof changeSchema>;

export interface NotationSymbol extends z.infer<typeof symbolSchema> {
  /** How the pages write it; `tex` is how the files write it. The two differ where a fork says so. */
  readonly letter: string;
}

/** Whether two names of chapters, folders or slugs, mean the same; undefined is the whole book. */
export const isSameChapter = (one: string | undefined, other: string | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && slugOf(one) === slugOf(other));

const listOf = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject({ symbols: z.array(schema) });

/** Every symbol of content/notation.yaml, with what a fork changes. Errors: every mistake of the files. */
export function readNotation(): readonly NotationSymbol[] {
  const [original, local] = readLayers('notation.yaml');
  const symbols = validated(
    listOf(symbolSchema),
    original?.value,
    original?.file ?? '',
  ).symbols.map((symbol): NotationSymbol => ({ ...symbol, letter: symbol.tex }));
  if (local === undefined) return symbols;
  const changes = validated(listOf(changeSchema), local.value, local.file).symbols;
  const problems: ContentProblem[] = [];
  const place = (index: number, field: string) => ({
    file: local.file,
    ...placeIn(local.value, ['symbols', index, field]),
  });
  const fresh = changes.flatMap((change, index): NotationSymbol[] => {
    if (symbols.some((symbol) => isMeant(symbol, change))) return [];
    const whole = symbolSchema.safeParse(change);
    if (whole.success) return [{ ...whole.data, letter: whole.data.tex }];
    const isKnown = symbols.some(({ name }) => name === change.name);
    problems.push(
      isKnown
        ? { ...place(index, 'only'), ...otherMeaning(change, symbols) }
        : { ...place(index, 'name'), ...otherName(change, symbols) },
    );
    return [];
  });
  const all = [...symbols.map((symbol) => changed(symbol, changes)), ...fresh];
  changes.forEach((change, index) => {
    const { name, tex } = change;
    if (tex === undefined) return;
    const meant = symbols.filter((symbol) => isMeant(symbol, change));
    if (meant.length > 0 && meant.every((symbol) => isFixed(symbol) && symbol.tex !== tex))
      problems.push({
        ...place(index, 'tex'),
        found: `«${tex}» for ${name}, an index, a size or a function`,
        expected: 'another letter for a quantity; those of plain role stand in subscripts and stay',
        hint: 'take «tex» out, and fork the sections that should write it otherwise',
      });
    const twin = all.find((other) => other.name !== name && isTwin(all, change, other));
    if (twin !== undefined)
      problems.push({
        ...place(index, 'tex'),
        found: `«${tex}» for ${name}`,
        expected: 'a letter that nothing else has',
        hint: `${twin.name} is written «${tex}»: choose another, or change that one too`,
      });
  });
  if (problems.length > 0) throw new ContentError(...problems);
  return all;
}

/** Whether a change is about a symbol: all meanings of a name, or the one that its chapter has. */
const isMeant = ({ name, only }: NotationSymbol, change: Change): boolean =>
  name === change.name && (change.only === undefined || isSameChapter(only, change.only));

/** A symbol as a fork has it: what is said of its chapter wins over what is said of its name. */
function changed(symbol: NotationSymbol, changes: readonly Change[]): NotationSymbol {
  return changes
    .filter((change) => isMeant(symbol, change))
    .toSorted((a, b) => Number(a.only !== undefined) - Number(b.only !== undefined))
    .reduce<NotationSymbol>((before, change) => {
      const { tex, only } = symbol;
      const letter = isFixed(symbol) ? tex : (change.tex ?? before.letter);
      return { ...before, ...(change as Partial<NotationSymbol>), tex, only, letter };
    }, symbol);
}

/** Indices, sizes and functions bear no mark in formulas, and stand in subscripts: their letters stay. */
const isFixed = ({ role }: NotationSymbol): boolean => role === 'plain';

/** Whether another symbol has the letter of a change where that holds. */
function isTwin(all: readonly NotationSymbol[], change: Change, other: NotationSymbol): boolean {
  const scopes = all.filter((symbol) => isMeant(symbol, change)).map(({ only }) => only);
  return other.letter === change.tex && scopes.some((only) => isSameChapter(only, other.only));
}

type Told = Pick<ContentProblem, 'found' | 'expected' | 'hint'>;

const otherName = ({ name }: Change, symbols: readonly NotationSymbol[]): Told => ({
  found: `the symbol «${name}», which the book does not have`,
  expected: 'a name of content/notation.yaml, or all fields of a new symbol',
  hint: `did you mean ${quoted(nearest(name, new Set(symbols.map((one) => one.name)))) || 'another name'}?`,
});

function otherMeaning({ name, only }: Change, symbols: readonly NotationSymbol[]): Told {
  const chapters = symbols.flatMap((one) =>
    one.name === name && one.only !== undefined ? [one.only] : [],
  );
  return {
    found: `«only: ${only}» for ${name}, which means nothing of its own there`,
    expected: 'a chapter in which the letter has another meaning, or all fields of a new meaning',
    hint:
      chapters.length === 0 ? 'take «only» out' : `take «only» out, or write ${quoted(chapters)}`,
  };
}
