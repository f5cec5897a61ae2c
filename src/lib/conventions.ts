import { z } from 'astro/zod';
import type { Convention } from '#components/lib/convention.ts';
import { nearest, quoted } from '#engine/program/errors.ts';
import { contentPath, readYaml } from './content-files.ts';
import { ContentError } from './content-problem.ts';
import { inConvention } from './in-convention.ts';
import { atStep } from './notation.ts';
import { notation, type NotationSymbol } from './symbols.ts';
import { typeset } from './typeset.ts';
import { validated } from './validate.ts';

const schema = z.strictObject({
  conventions: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      time: z.enum(['below', 'above']),
      note: z.string(),
      symbols: z.record(z.string(), z.string()),
      /** Letters that hold in one chapter, by its folder. */
      only: z.record(z.string(), z.record(z.string(), z.string())).default({}),
    }),
  ),
});

export type WrittenConvention = z.infer<typeof schema>['conventions'][number];

let read: readonly WrittenConvention[] | undefined;

/**
 * Every way of writing that the reader can choose, from content/conventions.yaml.
 * Errors: a symbol that the notation does not have, two symbols with one letter, TeX that cannot be set.
 */
export function conventions(): readonly WrittenConvention[] {
  if (read !== undefined) return read;
  const file = contentPath('conventions.yaml');
  const value = readYaml('conventions.yaml');
  const { conventions: found } = validated(schema, value, file);
  for (const convention of found) for (const problem of problems(convention)) fail(file, problem);
  return (read = found);
}

interface Problem {
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
}

const problems = ({ id, symbols, only }: WrittenConvention): Problem[] =>
  [symbols, ...Object.values(only)].flatMap((letters) => problemsOf(id, letters));

function problemsOf(id: string, symbols: Readonly<Record<string, string>>): Problem[] {
  const known = notation().map(({ name }) => name);
  const letters = new Map<string, string>();
  return Object.entries(symbols).flatMap(([name, tex]): Problem[] => {
    if (!known.includes(name))
      return [
        {
          found: `the symbol «${name}» in «${id}»`,
          expected: 'a name of notation.yaml',
          hint: `did you mean ${quoted(nearest(name, known))}?`,
        },
      ];
    const other = letters.get(tex);
    letters.set(tex, name);
    if (other !== undefined)
      return [
        {
          found: `«${tex}» for both ${other} and ${name} in «${id}»`,
          expected: 'a letter for each symbol',
          hint: 'a reader could not tell them apart',
        },
      ];
    try {
      typeset(tex);
      return [];
    } catch (error) {
      return [
        {
          found: `«${tex}» for ${name} in «${id}»`,
          expected: 'TeX that can be set',
          hint: error instanceof Error ? error.message : String(error),
        },
      ];
    }
  });
}

function fail(file: string, problem: Problem): never {
  throw new ContentError({ file, line: 1, column: 1, ...problem });
}

/** A convention as a page of `chapter`, a folder, needs it: its letters, and which carry a time index. */
export function sentConvention(
  { id, name, time, symbols, only }: WrittenConvention,
  chapter?: string,
): Convention {
  const here = chapter === undefined ? {} : only[chapter];
  return {
    id,
    name,
    time,
    symbols: { ...symbols, ...here },
    timed: notation()
      .filter((symbol) => symbol.timed)
      .map((symbol) => symbol.name),
  };
}

/** Whether a convention has a letter of its own for a symbol, in the book or in one chapter. */
export const names = (convention: WrittenConvention, symbol: NotationSymbol): boolean =>
  symbol.name in sentConvention(convention, scopeOf(convention, symbol)).symbols;

/** How a convention writes a symbol of ours, at step t if it has one. */
export const letterIn = (convention: WrittenConvention, symbol: NotationSymbol): string =>
  inConvention(
    `\\htmlData{q=${symbol.name},lag=0,role=plain}{${atStep(symbol)}}`,
    sentConvention(convention, scopeOf(convention, symbol)),
  );

/**
 * The chapter whose letters count for a symbol: its own, or the one where the convention names it, unless the
 * name means something else there.
 */
function scopeOf({ only }: WrittenConvention, symbol: NotationSymbol): string | undefined {
  const isAlone = notation().filter(({ name }) => name === symbol.name).length === 1;
  if (symbol.only !== undefined || !isAlone) return symbol.only;
  return Object.keys(only).find((chapter) => symbol.name in (only[chapter] ?? {}));
}
