import { nearest } from '#engine/program/errors.ts';

/** A page or a figure that an address may have meant. */
export interface Candidate {
  /** The last part of its address: `recurrence`, `lamp`. */
  readonly name: string;
  readonly address: string;
  readonly title: string;
}

/**
 * The candidate whose name is most like the end of an address that leads nowhere: `/recurence/`,
 * `/chapters/01-recurrence.html`. Undefined where nothing is like it.
 */
export function nearestPage(
  pathname: string,
  candidates: readonly Candidate[],
): Candidate | undefined {
  const parts = pathname.split('/').map(plainName).filter(Boolean).toReversed();
  for (const part of parts) {
    const [name] = nearest(
      part,
      candidates.map((candidate) => candidate.name),
    );
    if (name !== undefined) return candidates.find((candidate) => candidate.name === name);
  }
  return undefined;
}

/** «Recurrence», «01-recurrence» and «recurrence.html» are one name. */
const plainName = (part: string): string =>
  part
    .toLowerCase()
    .replace(/\.\w+$/, '')
    .replace(/^\d+[-_]/, '')
    .replaceAll(/%20|[_ ]/g, '-');
