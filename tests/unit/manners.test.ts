import { describe, expect, test } from 'vitest';
import { assemble } from '#src/lib/book.ts';
import { citedAs } from '#src/lib/cited-as.ts';
import { feed, sitemap } from '#src/lib/feed.ts';
import { numberedFigures } from '#src/lib/figure-pages.ts';
import { addressBelow } from '#src/lib/site-address.ts';
import { structuredBook, structuredChapter, structuredFigure } from '#src/lib/structured.ts';

const book = assemble();
const [chapter] = book.assembled;
const release = { version: '1.2.3', date: '2026-11-21' };
const at = (path: string): string => addressBelow('https://a.example/book', path);
const nowhere = (): undefined => undefined;

describe('a book that does not know its address', () => {
  test('is told of without one, and without gaps', () => {
    const [figure] = numberedFigures();
    for (const data of [
      structuredBook(book, release, nowhere),
      structuredChapter(book, chapter!, release, nowhere),
      structuredFigure(book, figure!, nowhere),
    ])
      expect(JSON.stringify(data)).not.toMatch(/"url"|"image"|null/);
    expect(citedAs(book, chapter!, release, nowhere).map(({ name }) => name)).toEqual([
      'citation_title',
      ...book.authors.map(() => 'citation_author'),
      'citation_inbook_title',
      'citation_publication_date',
      'citation_language',
    ]);
  });
});

describe('feed and sitemap', () => {
  test('name every page below the home of the book', () => {
    const entries = [...feed(book, release, at).matchAll(/<entry>\s*<id>([^<]*)/g)];
    expect(entries.map(([, id]) => id)).toEqual(
      book.assembled.map(({ slug }) => `https://a.example/book/${slug}/`),
    );
    expect(sitemap([at('/')])).toContain('<loc>https://a.example/book/</loc>');
  });

  test('are XML whatever a title says', () => {
    const titled = { ...book, title: 'A & B <c> "d"' };
    expect(feed(titled, release, at)).toContain('<title>A &amp; B &lt;c&gt; &quot;d&quot;</title>');
  });
});

test.each(['https://a.example', 'https://a.example/', 'https://a.example//'])(
  'addressBelow puts one slash after %s',
  (home) => {
    expect(addressBelow(home, '/recurrence/#lamp')).toBe('https://a.example/recurrence/#lamp');
  },
);
