import { book, type Chapter, type Target } from './book.ts';
import { plainText } from './sentence.ts';

/** A figure of a chapter, as its own page shows it. */
export interface NumberedFigure {
  readonly target: Target;
  readonly chapter: Chapter;
  /** Path of the page that it has to itself, without base. */
  readonly page: string;
  /** The caption without markup. */
  readonly caption: string;
}

/** Every figure of the chapters, in the order of reading. */
export const numberedFigures = (): NumberedFigure[] =>
  book().assembled.flatMap((chapter) =>
    [...book().targets.values()]
      .filter(({ kind, path }) => kind === 'figure' && path.startsWith(`/${chapter.slug}/`))
      .map((target) => ({
        target,
        chapter,
        page: figurePage(target),
        caption: plainText(target.caption ?? ''),
      })),
  );

/** Path of the page that a figure has to itself, without base. */
export const figurePage = ({ id }: { readonly id: string }): string => `/figures/${id}/`;
