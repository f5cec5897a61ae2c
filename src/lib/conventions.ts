import { z } from 'astro/zod';
import type { Convention } from '#components/lib/convention.ts';
import { nearest, quoted } from '#engine/program/errors.ts';
import { contentPath, readYaml } from './content-files.ts';
import { ContentError } from './content-problem.ts';
import { inConvention } from './in-convention.ts';
import { atStep, notation } from './notation.ts';
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
  const { conventions: found } = validated(schema, readYaml('conventions.yaml'), file);
  for (const convention of found) for (const problem of problems(convention)) fail(file, problem);
  return (read = found);
}

interface Problem {
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
}

function problems({ id, symbols }: WrittenConvention): Problem[] {
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

/** A convention as the page needs it: its letters, and which of them carry a time index. */
export function sentConvention({ id, name, time, symbols }: WrittenConvention): Convention {
  const timed = notation().filter((symbol) => symbol.timed);
  return { id, name, time, symbols, timed: timed.map((symbol) => symbol.name) };
}

/** How a convention writes a symbol of ours, at step t if it has one. */
export function letterIn(convention: WrittenConvention, name: string): string {
  const symbol = notation().find((candidate) => candidate.name === name);
  const ours = symbol === undefined ? name : atStep(symbol);
  return inConvention(
    `\\htmlData{q=${name},lag=0,role=plain}{${ours}}`,
    sentConvention(convention),
  );
}
