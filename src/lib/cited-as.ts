import type { Book, Chapter } from './book.ts';
import type { Release } from './this-release.ts';

/** The `citation_*` meta tags of a chapter, by which reference managers and search engines cite it. */
export const citedAs = (
  book: Book,
  { title, slug }: Chapter,
  { date }: Release,
  at: (path: string) => string | undefined,
): { readonly name: string; readonly content: string }[] => {
  const address = at(`/${slug}/`);
  return [
    { name: 'citation_title', content: title },
    ...book.authors.map((content) => ({ name: 'citation_author', content })),
    { name: 'citation_inbook_title', content: `${book.title}: ${book.subtitle}` },
    { name: 'citation_publication_date', content: date.replaceAll('-', '/') },
    { name: 'citation_language', content: 'en' },
    ...(address === undefined ? [] : [{ name: 'citation_fulltext_html_url', content: address }]),
  ];
};
