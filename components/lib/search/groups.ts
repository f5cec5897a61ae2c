import type { Found } from './search.ts';

/** Results of one chapter, best first. */
export interface Group {
  readonly chapter: string;
  readonly found: readonly Found[];
}

const MOST_IN_ONE = 6;

/** Gathers results by chapter; the chapter of the best one comes first. */
export function byChapter(found: readonly Found[]): Group[] {
  const groups = new Map<string, Found[]>();
  for (const result of found) {
    const group = groups.get(result.place.chapter) ?? [];
    if (group.length < MOST_IN_ONE) group.push(result);
    groups.set(result.place.chapter, group);
  }
  return [...groups].map(([chapter, results]) => ({ chapter, found: results }));
}
