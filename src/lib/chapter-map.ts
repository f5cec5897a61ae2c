import { href } from './address.ts';
import { book } from './book.ts';

/** One node of the map of the book. */
export interface MapEntry {
  readonly number: number;
  readonly title: string;
  readonly short: string;
  readonly question: string;
  readonly slug: string;
  readonly href: string;
}

/** The chain of chapters, in the order of the course. */
export const chapterMap = (): MapEntry[] =>
  book().assembled.map(({ number, slug, title, short, question }) => ({
    number,
    slug,
    title,
    short,
    question,
    href: href(`/${slug}/`),
  }));
