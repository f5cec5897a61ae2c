import type { AstroIntegration } from 'astro';
import { readFileSync, writeFileSync } from 'node:fs';
import { book } from '#src/lib/book.ts';
import { placesOfChapter, placesOfWords } from './places.ts';

/** Writes search.json beside the pages: every place that a reader can look for, read from what was built. */
export const searchIndex: AstroIntegration = {
  name: 'search-index',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const page = (slug: string): string =>
        readFileSync(new URL(`${slug}/index.html`, dir), 'utf8');
      const places = [
        ...book().assembled.flatMap((chapter) => placesOfChapter(chapter, page(chapter.slug))),
        ...placesOfWords(),
      ];
      writeFileSync(new URL('search.json', dir), JSON.stringify(places));
    },
  },
};
