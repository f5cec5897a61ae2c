import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { book, type Chapter } from './book.ts';
import type { Citable } from './cite-as.ts';
import { targetOf } from './references.ts';
import { wholeAddress } from './site-address.ts';

/** A chapter as it is cited. */
export const citableChapter = ({ slug, number, title }: Chapter): Citable => ({
  ...edition(),
  kind: 'chapter',
  key: `unrolled-${slug}`,
  title: `Chapter ${number}: ${title}`,
  address: onTheWeb(`/${slug}/`),
});

/** A figure as it is cited; `id` is that of the figure. Errors: an unknown id. */
export function citableFigure(id: string): Citable {
  const { label, path } = targetOf(id);
  const slug = path.split('/')[1];
  const chapter = book().assembled.find((one) => one.slug === slug);
  return {
    ...edition(),
    kind: 'figure',
    key: `unrolled-${id}`,
    title: `${label}, in chapter ${chapter?.number}: ${chapter?.title}`,
    address: onTheWeb(path),
  };
}

/** What all parts of the book have in common; the year is that of the release. */
function edition(): Pick<Citable, 'book' | 'authors' | 'year' | 'version'> {
  const { title, subtitle, authors } = book();
  const cff = readFileSync(join(process.cwd(), 'CITATION.cff'), 'utf8');
  const { 'date-released': released } = parse(cff) as { 'date-released': string };
  return {
    book: `${title}: ${subtitle}`,
    authors,
    year: Number(released.slice(0, 4)),
    version: manifest.version,
  };
}

/** Where the book has no address of its own, the path says at least where in it. */
const onTheWeb = (path: string): string => wholeAddress(path) ?? path;
