import { spectralRadius } from '../math/eigenvalues.ts';
import type { Matrix } from '../math/matrix.ts';
import type { Area } from '../written/landscape.ts';

/** A network without a text, over two numbers: h_t = tanh(W h_{t−1} + u · drive), from one start. */
export interface PhasePlane {
  readonly start: readonly number[];
  readonly across: Area['across'];
  readonly up: Area['up'];
  /** Entry (i, j) of W as what is added to so many times the first number and the second. */
  readonly entry: (i: number, j: number) => Affine;
  /** What drives unit i. */
  readonly drive: (i: number) => Affine;
}

/** constant + x · first + y · second. */
export interface Affine {
  readonly constant: number;
  readonly x: number;
  readonly y: number;
}

const fixed = (constant: number): Affine => ({ constant, x: 0, y: 0 });

/** How two units act on each other while their weights to themselves are varied. */
const CROSS = [-1.8, 3.6] as const;

/** Two units at rest at zero; the numbers are the weights from each to itself. */
const weights: PhasePlane = {
  start: [0.1, -0.2],
  across: [-5, 5],
  up: [-5, 5],
  entry: (i, j) => {
    if (i !== j) return fixed(CROSS[i] ?? 0);
    return i === 0 ? { constant: 0, x: 1, y: 0 } : { constant: 0, x: 0, y: 1 };
  },
  drive: () => fixed(0),
};

const MATRIX: Matrix = [
  [-0.6, 0.8, -0.75],
  [-0.85, 0.6, 0.5],
  [0.05, 0.2, -0.15],
];
const RADIUS = spectralRadius(MATRIX);
const DRIVEN = [-0.75, 0.05, 0] as const;

/** Three units with one matrix, scaled; the numbers are its spectral radius and the drive. */
const radius: PhasePlane = {
  start: [0.1, -0.2, 0.05],
  across: [0.1, 5],
  up: [-3, 3],
  entry: (i, j) => ({ constant: 0, x: MATRIX[i]![j]! / RADIUS, y: 0 }),
  drive: (i) => ({ constant: 0, x: 0, y: DRIVEN[i] ?? 0 }),
};

export const phasePlanes = { radius, weights } as const satisfies Record<string, PhasePlane>;

export type PhasePlaneName = keyof typeof phasePlanes;

/** The value of an entry at a place. */
export const affineAt = ({ constant, x, y }: Affine, first: number, second: number): number =>
  constant + x * first + y * second;

/** The matrix at a place. */
export const matrixAt = ({ start, entry }: PhasePlane, x: number, y: number): Matrix =>
  start.map((_, i) => start.map((__, j) => affineAt(entry(i, j), x, y)));
