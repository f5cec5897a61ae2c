import { href } from './address.ts';
import { book, type Section } from './book.ts';
import { citedKeys } from './citations.ts';

/** A section that speaks of something, and its address. */
export interface Mention {
  readonly number: string;
  readonly title: string;
  readonly href: string;
}

/** The sections that name a term where it matters, in the order of the book. */
export const sectionsWithTerm = (id: string): Mention[] =>
  sectionsThat(({ source }) =>
    source.tags.some(({ name, attributes }) => name === 'Term' && attributes['id'] === id),
  );

/** The sections that cite a work, in text or for a claim, in the order of the book. */
export const sectionsCiting = (key: string): Mention[] =>
  sectionsThat((section) => citedKeys([section]).includes(key));

const sectionsThat = (speak: (section: Section) => boolean): Mention[] =>
  book().assembled.flatMap(({ slug, sections }) =>
    sections
      .filter(speak)
      .map(({ id, number, title }) => ({ number, title, href: href(`/${slug}/#${id}`) })),
  );
