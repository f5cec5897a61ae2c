import { href } from './address.ts';
import { book } from './book.ts';

/** One node of the map of the book; `href` is there once the chapter is. */
export interface MapEntry {
  readonly number: number;
  readonly title: string;
  readonly question: string;
  readonly slug: string;
  readonly href: string | undefined;
}

const plan = [
  { slug: 'recurrence', title: 'Recurrence', question: 'what a loop can remember' },
  { slug: 'unrolling', title: 'Unrolling', question: 'one set of weights, many copies' },
  { slug: 'bptt', title: 'Backpropagation through time', question: 'how blame travels back' },
  { slug: 'vanishing', title: 'Vanishing gradients', question: 'why remembering is not learning' },
  { slug: 'gated-cells', title: 'Gated cells', question: 'who holds the valve' },
] as const;

/** The chain of chapters: those of the course in its order, then those that are planned. */
export function chapterMap(): MapEntry[] {
  const written = book().assembled.map(({ slug, title }) => ({
    slug,
    title,
    question: plan.find((entry) => entry.slug === slug)?.question ?? '',
    href: href(`/${slug}/`),
  }));
  const planned = plan
    .filter(({ slug }) => written.every((chapter) => chapter.slug !== slug))
    .map((entry) => ({ ...entry, href: undefined }));
  return [...written, ...planned].map((entry, index) => ({ number: index + 1, ...entry }));
}
