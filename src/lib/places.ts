import { readdirSync } from 'node:fs';
import { bibliography } from './bibliography.ts';
import type { Book } from './book.ts';
import { citedKeys } from './citations.ts';
import { glossary } from './glossary.ts';
import { plansOf } from './lessons.ts';
import { symbolId } from './notation.ts';
import { notation } from './symbols.ts';

/** Every page of the book that links may lead to, with the ids on it that are kept for ever. */
export type Places = ReadonlyMap<string, readonly string[]>;

/** The places of the book as it stands. A path has no base: `/recurrence/`. */
export function placesOf(book: Book): Places {
  const targets = [...book.targets.values()];
  const ids = (page: string): string[] =>
    targets.filter(({ path }) => path === `${page}#${path.split('#')[1]}`).map(({ id }) => id);
  return new Map([
    ...standing().map((page): [string, string[]] => [page, []]),
    ['/', ['home-lamp', 'chapters']],
    ...book.assembled.map(({ slug, sections }): [string, string[]] => {
      const claims = sections
        .flatMap(({ source }) => source.tags)
        .filter(({ name }) => name === 'Claim')
        .map(({ attributes }) => `claim-${attributes['id']}`);
      const works = citedKeys(sections).map((key) => `ref-${key}`);
      return [`/${slug}/`, [...ids(`/${slug}/`), ...claims, 'references', ...works]];
    }),
    ...book.assembled.map(({ slug }): [string, string[]] => [`/slides/${slug}/`, []]),
    ...book.assembled
      .filter(({ folder }) => plansOf(folder).length > 0)
      .map(({ slug }): [string, string[]] => [`/teach/${slug}/`, []]),
    ['/glossary/', [...glossary().keys()]],
    ['/notation/', notation().map(symbolId)],
    ['/bibliography/', [...bibliography().keys()].map((key) => `ref-${key}`)],
    ['/experiments/', ids('/experiments/')],
  ]);
}

/** The pages that have a file of their own, those that tell of errors and moves left out. */
export const standing = (): string[] =>
  readdirSync('src/pages', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.astro') && !/\[|^404/.test(file))
    .map((file) => `/${file.replace(/(^|\/)index\.astro$|\.astro$/, '$1')}/`.replace(/\/+$/, '/'))
    .toSorted();

/** Whether an address such as `/recurrence/#lamp` or `/glossary/` leads to something. */
export function exists(places: Places, address: string): boolean {
  const { page, id } = parted(address);
  return places.has(page) && (id === undefined || places.get(page)?.includes(id) === true);
}

/** The page and the id of an address. */
export function parted(address: string): {
  readonly page: string;
  readonly id: string | undefined;
} {
  const [page = '', id] = address.split('#');
  return { page, id };
}
