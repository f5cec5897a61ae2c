import type { Book } from './book.ts';
import type { Release } from './this-release.ts';

/** The Atom feed of the book: an entry for each chapter. `at` gives the whole address of a path. */
export function feed(book: Book, { date }: Release, at: (path: string) => string): string {
  const updated = `<updated>${date}T00:00:00Z</updated>`;
  const entries = book.assembled.map(
    ({ number, title, lede, slug }) => `  <entry>
    <id>${xml(at(`/${slug}/`))}</id>
    <title>${xml(`${number} ${title}`)}</title>
    <link href="${xml(at(`/${slug}/`))}"/>
    ${updated}
    <summary>${xml(lede)}</summary>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${xml(at('/'))}</id>
  <title>${xml(book.title)}</title>
  <subtitle>${xml(book.subtitle)}</subtitle>
  <link href="${xml(at('/'))}"/>
  <link rel="self" href="${xml(at('/feed.xml'))}"/>
  ${updated}
${book.authors.map((name) => `  <author><name>${xml(name)}</name></author>\n`).join('')}${entries.join('')}</feed>
`;
}

/** The sitemap of pages that are given as whole addresses. */
export const sitemap = (addresses: readonly string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.map((address) => `  <url><loc>${xml(address)}</loc></url>\n`).join('')}</urlset>
`;

const xml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
