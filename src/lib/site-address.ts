import { book } from './book.ts';

/**
 * The whole address of a page or file, where the book knows its own: one line of content/course.yaml, or
 * BOOK_ADDRESS when it is built. `path` has no base: `/recurrence/`.
 */
export function wholeAddress(path: string): string | undefined {
  const home = process.env['BOOK_ADDRESS'] || book().address;
  return home === undefined ? undefined : addressBelow(home, path);
}

/** The address of a path below a home that may or may not end in a slash. */
export const addressBelow = (home: string, path: string): string => home.replace(/\/*$/, '') + path;
