import { decimal } from '#components/lib/settings.ts';
import { spectralRadius } from '#engine/math/eigenvalues.ts';
import type { Matrix } from '#engine/math/matrix.ts';
import { stretch } from '#engine/analysis/lag-norms.ts';

/** The four numbers of a 2 × 2 matrix, row by row. */
export interface Four {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

export type Entry = keyof Four;

export const rowsOf = ({ a, b, c, d }: Four): Matrix => [
  [a, b],
  [c, d],
];

/** The matrix that both figures begin with: its eigenvalues are below one, and it stretches. */
export const LEANING: Four = { a: 0.8, b: 1.2, c: 0, d: 0.8 };

/** Settings of the four entries. */
export const fourSettings = {
  a: decimal(-2, 2, LEANING.a, { label: 'row 1, column 1' }),
  b: decimal(-2, 2, LEANING.b, { label: 'row 1, column 2' }),
  c: decimal(-2, 2, LEANING.c, { label: 'row 2, column 1' }),
  d: decimal(-2, 2, LEANING.d, { label: 'row 2, column 2' }),
};

/** Matrices that are worth a look, with the name of what they do. */
export const PRESETS: readonly { readonly name: string; readonly four: Four }[] = [
  { name: 'Leaning columns', four: LEANING },
  { name: 'Rotation', four: { a: 0.6, b: -0.8, c: 0.8, d: 0.6 } },
  { name: 'One axis grows', four: { a: 1.2, b: 0, c: 0, d: 0.3 } },
  { name: 'Eigenvalues zero', four: { a: 0, b: 2, c: 0, d: 0 } },
];

/** The three numbers that are said to decide about gradients. */
export interface Character {
  readonly stretch: number;
  readonly radius: number;
  readonly determinant: number;
}

export const characterOf = (four: Four): Character => ({
  stretch: stretch(rowsOf(four)),
  radius: spectralRadius(rowsOf(four)),
  determinant: four.a * four.d - four.b * four.c,
});

/** Says whether two matrices have the same entries. */
export const isSame = (one: Four, other: Four): boolean =>
  one.a === other.a && one.b === other.b && one.c === other.c && one.d === other.d;
