/** What a search can find. */
export const KINDS = [
  'chapter',
  'section',
  'claims',
  'figure',
  'equation',
  'exercise',
  'prediction',
  'term',
  'symbol',
  'work',
  'page',
] as const;
export type PlaceKind = (typeof KINDS)[number];

/** A place of the book as the search knows it; scripts of formulas stand as _{…} and ^{…}. */
export interface Place {
  /** Address below the base path, with the fragment. */
  readonly path: string;
  readonly kind: PlaceKind;
  /** «4.2», where the kind has numbers. */
  readonly number: string;
  readonly title: string;
  /** Heading under which results are gathered. */
  readonly chapter: string;
  /** Paragraphs, one a line. */
  readonly text: string;
  /** Formulas and symbols as they are spoken. */
  readonly said: string;
  /** Other names that readers look for. */
  readonly also: string;
}
