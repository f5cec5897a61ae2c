import manifest from '../../../package.json' with { type: 'json' };
import { book } from '../../lib/book.ts';
import type { Cover } from './assemble.ts';

/** What stands on the title page, from the course file; `base` is where the site is served. */
export function coverOf(base: string): Cover {
  const { title, subtitle, authors, licence, address, assembled } = book();
  return {
    ...{ title, subtitle, authors, licence, base },
    address: address.replace(/\/*$/, '/'),
    version: manifest.version,
    chapters: assembled.map((chapter) => ({
      slug: chapter.slug,
      number: chapter.number,
      title: chapter.title,
    })),
  };
}
