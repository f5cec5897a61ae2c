import { book } from '../../lib/book.ts';
import { wholeAddress } from '../../lib/site-address.ts';
import { thisRelease } from '../../lib/this-release.ts';
import type { Cover } from './assemble.ts';

/**
 * What stands on the title page, from the course file; `base` is where the site is served. Errors: a book that
 * does not know its address, to which what is not on paper leads.
 */
export function coverOf(base: string): Cover {
  const { title, subtitle, authors, licence, assembled } = book();
  const address = wholeAddress('/');
  if (address === undefined)
    throw new Error('links on paper lead to the web: name the address in content/course.yaml');
  return {
    ...{ title, subtitle, authors, licence, address, base },
    version: thisRelease().version,
    chapters: assembled.map((chapter) => ({
      slug: chapter.slug,
      number: chapter.number,
      title: chapter.title,
    })),
  };
}
