import { labelIn, type Convention } from './convention.ts';
import { spokenLabel } from './speech/label.ts';

const shared = $state<{ current: Convention | null }>({ current: null });

/** The way of writing that the reader chose, the same for all figures; null for the book's own. */
export const chosen = {
  get convention(): Convention | null {
    return shared.current;
  },
};

export function setConvention(next: Convention | null): void {
  shared.current = next;
}

/** Returns the letters of a name for labels of figures, as the reader wants them written. */
export const labelOf = (name: string): string => labelIn(shared.current, name);

/** Returns a name as formulas say it, in the letters that the reader wants. */
export const wordsOf = (name: string): string => spokenLabel(labelOf(name));
