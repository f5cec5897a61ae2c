import { nearest, quoted } from '#engine/program/errors.ts';
import { book, type Target } from './book.ts';

/** Returns what an id of the book names. Errors: an unknown id, with the nearest. */
export function targetOf(id: string): Target {
  const { targets } = book();
  const found = targets.get(id);
  if (found !== undefined) return found;
  const near = nearest(id, targets.keys());
  throw new Error(
    `nothing in the book has the id «${id}»; did you mean ${quoted(near) || 'another id'}?`,
  );
}

/** The number of a figure, equation or exercise, or undefined outside the chapters. */
export const numberOf = (id: string): string | undefined => book().targets.get(id)?.number;
