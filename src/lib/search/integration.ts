import type { AstroIntegration } from 'astro';
import { readFileSync, writeFileSync } from 'node:fs';
import { book } from '#src/lib/book.ts';
import { placesOfChapter } from './chapter.ts';
import { placeOfPage, placesOfReference } from './references.ts';

/** Writes search.json beside the pages: every place that a reader can look for, read from what was built. */
export const searchIndex: AstroIntegration = {
  name: 'search-index',
  hooks: {
    'astro:build:done': ({ dir, pages }) => {
      const page = (slug: string): string =>
        readFileSync(new URL(`${slug}/index.html`, dir), 'utf8');
      const chapters = book().assembled;
      const others = pages
        .map(({ pathname }) => pathname.replace(/\/$/, ''))
        .filter(
          (slug) => /^(?!404)[^/.]+$/.test(slug) && chapters.every((one) => one.slug !== slug),
        );
      const places = [
        ...chapters.flatMap((chapter) => placesOfChapter(chapter, page(chapter.slug))),
        ...placesOfReference(),
        ...others.flatMap((slug) => placeOfPage(`/${slug}/`, page(slug)) ?? []),
      ];
      writeFileSync(new URL('search.json', dir), JSON.stringify(places));
    },
  },
};
