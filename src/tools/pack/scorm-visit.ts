/** What a learning management system keeps of a visit: exercises solved once, and what the page keeps. */
export interface Visit {
  readonly solved: readonly string[];
  /** Keys of the page’s store with what is kept under them. */
  readonly kept: ReadonlyMap<string, string>;
}

/** As much as SCORM 1.2 lets a package write. */
export const MOST = 4096;

/**
 * A visit as one text. Where all would be too long, what is kept last goes first: the exercises solved
 * always fit, then right answers, then the rest, shorter before longer.
 */
export function encodeVisit({ solved, kept }: Visit): string {
  const rank = (key: string): number => (key.startsWith('exercise:') ? 0 : 1);
  const entries = [...kept].toSorted(
    ([first, one], [second, two]) =>
      rank(first) - rank(second) || first.length + one.length - (second.length + two.length),
  );
  const text = (upTo: number): string =>
    JSON.stringify({ v: 1, solved, kept: entries.slice(0, upTo) });
  let fitting = entries.length;
  while (fitting > 0 && text(fitting).length > MOST) fitting -= 1;
  return text(fitting);
}

/** The visit of a text, an empty one where it does not have the form. Never throws. */
export function decodeVisit(text: string): Visit {
  const nothing: Visit = { solved: [], kept: new Map() };
  try {
    const { v, solved, kept } = JSON.parse(text) as Record<string, unknown>;
    if (v !== 1 || !Array.isArray(solved) || !Array.isArray(kept)) return nothing;
    const isText = (value: unknown): value is string => typeof value === 'string';
    const isEntry = (entry: unknown): entry is [string, string] =>
      Array.isArray(entry) && entry.length === 2 && entry.every(isText);
    return { solved: solved.filter(isText), kept: new Map(kept.filter(isEntry)) };
  } catch {
    return nothing;
  }
}
