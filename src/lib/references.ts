import { nearest, quoted } from '#engine/program/errors.ts';
import { book, type Book, type Target } from './book.ts';

/** Returns what an id of the book names. Errors: those of `targetIn`. */
export const targetOf = (id: string): Target => targetIn(book(), id);

/** Returns what an id names. Errors: one that is left out, with the remedy; an unknown one, with the nearest. */
export function targetIn({ targets, hidden }: Book, id: string): Target {
  const found = targets.get(id);
  if (found !== undefined) return found;
  const section = hidden.get(id);
  if (section !== undefined)
    throw new Error(
      `«${id}», which stands in the section «${section}» that the course leaves out; expected an id of what the course shows; show that section again in content/local/course.yaml, or take this sentence into your own hands: npm run fork -- section, and the id of the section it stands in`,
    );
  const near = nearest(id, targets.keys());
  throw new Error(
    `nothing in the book has the id «${id}»; did you mean ${quoted(near) || 'another id'}?`,
  );
}

/** The number of a figure, equation or exercise, or undefined outside the chapters. */
export const numberOf = (id: string): string | undefined => book().targets.get(id)?.number;
