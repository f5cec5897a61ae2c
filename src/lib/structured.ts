import type { Book, Chapter } from './book.ts';
import type { Release } from './this-release.ts';
import type { NumberedFigure } from './figure-pages.ts';
import { chapterPicture, figurePicture } from './pictures/paths.ts';

/** What schema.org has words for; JSON leaves out an address that is not known. */
export type Structured = Readonly<Record<string, unknown>>;

/** From a path to its whole address, where the book knows its own. */
type Address = (path: string) => string | undefined;

/** The book, with its chapters. */
export const structuredBook = (book: Book, release: Release, at: Address): Structured => ({
  '@context': 'https://schema.org',
  '@type': ['Book', 'LearningResource'],
  ...madeBy(book),
  ...named(book.title, '/', at),
  alternativeHeadline: book.subtitle,
  bookEdition: release.version,
  datePublished: release.date,
  hasPart: book.assembled.map((chapter) => ({
    '@type': 'Chapter',
    position: chapter.number,
    ...named(chapter.title, `/${chapter.slug}/`, at),
  })),
});

/** A chapter, as a part of the book and as something to learn from. */
export const structuredChapter = (
  book: Book,
  chapter: Chapter,
  release: Release,
  at: Address,
): Structured => ({
  '@context': 'https://schema.org',
  '@type': ['Chapter', 'LearningResource'],
  ...madeBy(book),
  ...named(chapter.title, `/${chapter.slug}/`, at),
  position: chapter.number,
  description: chapter.lede,
  image: at(chapterPicture(chapter)),
  datePublished: release.date,
  learningResourceType: 'interactive textbook chapter',
  teaches: chapter.goals,
  timeRequired: `PT${chapter.minutes}M`,
  isPartOf: { '@type': 'Book', ...named(book.title, '/', at) },
});

/** A figure, as something to learn from. */
export const structuredFigure = (
  book: Book,
  { target, chapter, page, caption }: NumberedFigure,
  at: Address,
): Structured => ({
  '@context': 'https://schema.org',
  '@type': 'LearningResource',
  ...madeBy(book),
  ...named(target.label, page, at),
  description: caption,
  image: at(figurePicture(target)),
  learningResourceType: 'interactive figure',
  isPartOf: { '@type': 'Chapter', ...named(chapter.title, `/${chapter.slug}/`, at) },
});

const named = (name: string, path: string, at: Address): Structured => ({ name, url: at(path) });

const madeBy = ({ authors }: Book): Structured => ({
  author: authors.map((name) => ({ '@type': 'Organization', name })),
  inLanguage: 'en',
  isAccessibleForFree: true,
  license: 'https://creativecommons.org/licenses/by/4.0/',
});
