import { stringify } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import type { Book, Section } from './book.ts';

/** The address of a Creative Commons licence by its short name; undefined for others. */
export function licenceAddress(licence: string): string | undefined {
  const [, kind, version] = /^CC (BY(?:-[A-Z]{2})*) (\d\.\d)$/.exec(licence) ?? [];
  return kind === undefined
    ? undefined
    : `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`;
}

/** Where the original of a section is read, with the version it was made from; undefined where it is the original. */
export function originOf(
  { origin }: Book,
  slug: string,
  { id, standing }: Section,
): { readonly title: string; readonly version: string; readonly address: string } | undefined {
  if (origin?.address === undefined || standing.kind !== 'changed') return undefined;
  const { basedOn, title } = standing;
  return {
    title,
    version: basedOn?.version ?? manifest.version,
    address: `${origin.address.replace(/\/*$/, '/')}${slug}/#${id}`,
  };
}

/** The names of people as a sentence has them. */
export const inWords = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** The line that says on paper where a sheet comes from; a book need not know its address. */
export const sourceLine = ({ title, address, licence }: Book): string =>
  [title, address, licence].filter((part) => part !== undefined).join(', ');

/** The text of the site's CITATION.cff: what to cite, and in a fork what it was made from. */
export function citationFile(book: Book): string {
  const named = ({ title, subtitle, authors, licence, address }: NonNullable<Book['origin']>) => ({
    title: `${title}: ${subtitle}`,
    authors: authors.map((name) => ({ name })),
    version: manifest.version,
    license: licence.replaceAll(' ', '-'),
    ...(address === undefined ? {} : { url: address }),
  });
  return stringify({
    'cff-version': '1.2.0',
    message: 'If you use this book, please cite it as below.',
    type: 'software',
    ...named(book),
    ...(book.origin === undefined
      ? {}
      : { references: [{ type: 'software', ...named(book.origin), notes: 'the original' }] }),
  });
}
