import type { NetworkCase, Want } from './exercise.ts';
import { short } from './format.ts';
import { escaped, say } from './say.ts';

/** A case is called by its name, or else by what is read. */
export const caseName = ({ name, reads }: NetworkCase): string =>
  name.length > 0 ? say(name, {}) : escaped(reads.join(''));

/** Where a number has to lie, in words. */
export function wished({ above, below }: Want): string {
  if (above === undefined) return `below ${short(below ?? NaN)}`;
  if (below === undefined) return `above ${short(above)}`;
  return `between ${short(above)} and ${short(below)}`;
}
