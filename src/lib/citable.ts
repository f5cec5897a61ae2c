import { book, type Chapter } from './book.ts';
import type { Citable } from './cite-as.ts';
import { fileName } from './file-name.ts';
import { targetOf } from './references.ts';
import { wholeAddress } from './site-address.ts';
import { thisRelease } from './this-release.ts';

/** A chapter as it is cited. */
export const citableChapter = ({ slug, number, title }: Chapter): Citable => ({
  ...common(),
  kind: 'chapter',
  key: `${fileName(book().title)}-${slug}`,
  title: `Chapter ${number}: ${title}`,
  address: onTheWeb(`/${slug}/`),
});

/** A figure as it is cited; `id` is that of the figure. Errors: an unknown id. */
export function citableFigure(id: string): Citable {
  const { label, path } = targetOf(id);
  const slug = path.split('/')[1];
  const chapter = book().assembled.find((one) => one.slug === slug);
  return {
    ...common(),
    kind: 'figure',
    key: `${fileName(book().title)}-${id}`,
    title: `${label}, in chapter ${chapter?.number}: ${chapter?.title}`,
    address: onTheWeb(path),
  };
}

/** What all parts of the book have in common; the year is that of the release. */
function common(): Pick<Citable, 'book' | 'authors' | 'year' | 'version'> {
  const { title, subtitle, authors } = book();
  const { version, date } = thisRelease();
  return {
    book: `${title}: ${subtitle}`,
    authors,
    year: Number(date.slice(0, 4)),
    version,
  };
}

/** A book that does not know its address is cited by the path in it. */
const onTheWeb = (path: string): string => wholeAddress(path) ?? path;
