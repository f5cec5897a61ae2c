import { z } from 'astro/zod';
import { LineCounter, parseDocument } from 'yaml';
import { nearest } from '#engine/program/errors.ts';
import { contentPath, parseYaml, readContent } from './content-files.ts';
import type { ContentProblem } from './content-problem.ts';
import { exists, parted, type Places } from './places.ts';
import { validated } from './validate.ts';

const FILE = 'ids.yaml';
const schema = z.strictObject({
  aliases: z.record(z.string(), z.string()),
  releases: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
});

/** What was ever published, and where it lives now if it moved. */
type Ids = z.infer<typeof schema>;

const readIds = (text: string): Ids =>
  validated(schema, parseYaml(text, contentPath(FILE), 0), contentPath(FILE));

/** From an address that the book no longer has to the one that stands in for it. */
export const aliases = (): Readonly<Record<string, string>> => readIds(readContent(FILE)).aliases;

/** The text of content/ids.yaml. */
export const idsText = (): string => readContent(FILE);

/**
 * Where an address of a past release leads now: to itself, to its alias, or to the same id on the
 * page that stands in for its page; undefined where it leads nowhere.
 */
export function leadsTo(
  address: string,
  places: Places,
  moved: Readonly<Record<string, string>>,
): string | undefined {
  const { page, id } = parted(address);
  const onItsPage = id === undefined ? moved[page] : `${moved[page]}#${id}`;
  return [address, moved[address], onItsPage].find(
    (candidate) => candidate !== undefined && exists(places, candidate),
  );
}

/** Every address of a past release that leads nowhere, and every alias that is wrong or idle. */
export function releaseProblems(text: string, places: Places): ContentProblem[] {
  const { aliases: moved, releases } = readIds(text);
  const lost = new Map<string, ContentProblem>();
  for (const [release, pages] of Object.entries(releases))
    for (const [page, ids] of Object.entries(pages))
      for (const [address, path] of [
        [page, [page]],
        ...ids.map((id, index) => [`${page}#${id}`, [page, index]]),
      ] as [string, (string | number)[]][])
        if (!lost.has(address) && leadsTo(address, places, moved) === undefined)
          lost.set(address, {
            ...placeIn(text, ['releases', release, ...path]),
            found: `«${address}» of release ${release}, an address that leads nowhere now`,
            expected: 'this id in the book, or an alias that says where it lives',
            hint: `give the id back, or write under «aliases» of ${contentPath(FILE)}: ${address}: ${likely(address, places)}`,
          });
  return [...lost.values(), ...aliasProblems(text, moved, places)];
}

function aliasProblems(text: string, moved: Ids['aliases'], places: Places): ContentProblem[] {
  return Object.entries(moved).flatMap(([from, to]) => {
    const at = placeIn(text, ['aliases', from]);
    if (exists(places, from))
      return {
        ...at,
        found: `an alias for «${from}», which is in the book`,
        expected: 'an address that the book no longer has',
        hint: 'remove the alias, or give the new thing another id',
      };
    if (exists(places, to)) return [];
    return {
      ...at,
      found: `an alias that leads to «${to}», which is not in the book`,
      expected: 'an address of the book',
      hint: `write ${from}: ${likely(to, places)}`,
    };
  });
}

/** The same id on another page, else the nearest on the same page, else the page, else the home page. */
function likely(address: string, places: Places): string {
  const { page, id } = parted(address);
  const elsewhere = [...places].find(([, ids]) => id !== undefined && ids.includes(id))?.[0];
  if (elsewhere !== undefined) return `${elsewhere}#${id}`;
  const [near = nearest(page, places.keys())[0] ?? '/'] = places.has(page) ? [page] : [];
  const [other] = id === undefined ? [] : nearest(id, places.get(near) ?? []);
  return other === undefined ? near : `${near}#${other}`;
}

/** The text of content/ids.yaml with the places of a release; what it had of this release is kept. */
export function withRelease(text: string, release: string, places: Places): string {
  const document = parseDocument(text);
  const { releases } = readIds(text);
  const all = new Map(Object.entries(releases[release] ?? {}));
  for (const [page, ids] of places) all.set(page, [...new Set([...(all.get(page) ?? []), ...ids])]);
  document.set('releases', { ...releases, [release]: Object.fromEntries(all) });
  return document.toString({ lineWidth: 0 });
}

/** File, line and column of a value in the text. */
function placeIn(
  text: string,
  path: readonly (string | number)[],
): Pick<ContentProblem, 'file' | 'line' | 'column'> {
  const lines = new LineCounter();
  const node: unknown = parseDocument(text, { lineCounter: lines }).getIn(path, true);
  const [offset = 0] = (node as { range?: readonly number[] } | undefined)?.range ?? [];
  const { line, col } = lines.linePos(offset);
  return { file: contentPath(FILE), line, column: col };
}
