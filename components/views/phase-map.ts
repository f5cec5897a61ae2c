import type { Picture, Wish } from '#components/gpu/painter.ts';
import { contourPath } from '#components/primitives/contours.ts';
import type { Colour } from '#components/primitives/colour.ts';
import { runs } from '#components/primitives/runs.ts';
import { phaseLandscapes } from '#engine/analysis/phase-landscape.ts';
import { matrixAt, phasePlanes, type PhasePlaneName } from '#engine/analysis/phase-planes.ts';
import { stretch } from '#engine/analysis/lag-norms.ts';
import { spectralRadius } from '#engine/math/eigenvalues.ts';
import { log } from '#engine/math/index.ts';
import type { Matrix } from '#engine/math/matrix.ts';
import { lanesOf } from '#engine/written/lanes.ts';
import { along, computeStrip, type Area } from '#engine/written/landscape.ts';

/** Networks a side of the finest map. */
export const SIDE = 256;
/** The grid of the first state, which the server computes. */
const FIRST = { columns: 84, rows: 56, length: 60 } as const;
/** Powers of ten at which the colour is full. */
const FULL = 8;

export type Fate = 'vanishes' | 'holds' | 'explodes';
/** What the map shows: what becomes of a change, or where the state ends. */
export type Layer = 'change' | 'end';

/** The words of both maps. */
export const PLANES: Readonly<
  Record<PhasePlaneName, { readonly name: string; readonly x: string; readonly y: string }>
> = {
  radius: { name: 'three units', x: 'spectral radius', y: 'drive' },
  weights: { name: 'two units', x: 'weight 1 → 1', y: 'weight 2 → 2' },
};

/** The power of ten of a number that is given by its natural logarithm. */
export const powerOf = (logarithm: number): number => logarithm / log(10);

/** Says what becomes of a change: ten times smaller is vanished, ten times larger exploded. */
export function fateOf(logNorm: number): Fate {
  const power = powerOf(logNorm);
  if (power < -1) return 'vanishes';
  return power > 1 ? 'explodes' : 'holds';
}

/** The finest map of a plane after so many steps. */
export const mapOf = (plane: PhasePlaneName, length: number): Wish => ({
  landscape: `phase-${plane}`,
  across: phasePlanes[plane].across,
  up: phasePlanes[plane].up,
  rest: { T: length },
  finest: SIDE,
});

/** The network of the finest map that is nearest to a place. */
export function nearest(
  plane: PhasePlaneName,
  x: number,
  y: number,
): { readonly column: number; readonly row: number; readonly x: number; readonly y: number } {
  const { across, up } = phasePlanes[plane];
  const place = ([from, to]: Area['across'], value: number): number =>
    Math.max(0, Math.min(SIDE - 1, Math.round(((value - from) / (to - from)) * (SIDE - 1))));
  const [column, row] = [place(across, x), place(up, y)];
  return { column, row, x: along(across, column, SIDE), y: along(up, row, SIDE) };
}

/** How many networks vanish, hold and explode. */
export function sharesOf(logNorms: ArrayLike<number>): Readonly<Record<Fate, number>> {
  const counts = { vanishes: 0, holds: 0, explodes: 0 };
  for (let n = 0; n < logNorms.length; n++) counts[fateOf(logNorms[n]!)] += 1;
  return counts;
}

/** How strongly a change is coloured, −1 to 1: nothing where it holds. The scale is the same for all maps. */
const strength = (logNorm: number): number =>
  fateOf(logNorm) === 'holds' ? 0 : Math.max(-1, Math.min(1, powerOf(logNorm) / FULL));

/** How strongly an end is coloured: a fixed point not, cycles by their length, what does not close in the other colour. */
const endStrength = (cycle: number): number => {
  if (cycle === 0) return 1;
  return cycle === 1 ? 0 : -0.3 - 0.05 * cycle;
};

/** Returns the pixels of a map: the first colour for what vanishes or is a cycle, the second for the others. */
export function phasePixels(
  { area, results }: Picture,
  layer: Layer,
  [less, more]: readonly Colour[],
): Uint8ClampedArray<ArrayBuffer> {
  const { columns, rows } = area;
  const pixels = new Uint8ClampedArray(4 * columns * rows);
  const values = results[layer === 'change' ? 0 : 1]!;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const value = values[row * columns + column]!;
      const cover = layer === 'change' ? strength(value) : endStrength(value);
      const place = 4 * ((rows - 1 - row) * columns + column);
      pixels.set((cover < 0 ? less : more) ?? [], place);
      pixels[place + 3] = 255 * Math.abs(cover) * 0.9;
    }
  return pixels;
}

/** The map before anything is started, as paths in units of its grid. */
export interface FirstMap {
  readonly columns: number;
  readonly rows: number;
  readonly length: number;
  /** Bands of strength, the weakest first. */
  readonly vanishes: readonly string[];
  readonly explodes: readonly string[];
  readonly shares: Readonly<Record<Fate, number>>;
}

/** Computes the first map with the twin; for the server. */
export function firstMap(plane: PhasePlaneName): FirstMap {
  const { columns, rows, length } = FIRST;
  const landscape = phaseLandscapes[plane];
  const area = { across: phasePlanes[plane].across, up: phasePlanes[plane].up, columns, rows };
  const strip = { area, rest: { T: length }, firstRow: 0, rows };
  const [logNorms] = computeStrip(landscape, lanesOf(landscape.routine, columns), strip);
  const band = (from: number, to: number): string =>
    runs(columns, rows, (n) => strength(logNorms![n]!) > from && strength(logNorms![n]!) <= to);
  return {
    ...{ columns, rows, length },
    vanishes: [band(-0.5, -0.01), band(-0.99, -0.5), band(-2, -0.99)],
    explodes: [band(0.01, 0.5), band(0.5, 0.99), band(0.99, 2)],
    shares: sharesOf(logNorms!),
  };
}

/** Where the spectral radius and the largest singular value are 1, as SVG paths in units of a grid. */
export interface Borders {
  readonly grid: number;
  readonly radius: string;
  readonly stretch: string;
}

/** Finds the borders of a plane, between the points of a grid by bisection; for the server. */
export function bordersOf(name: PhasePlaneName): Borders {
  const plane = phasePlanes[name];
  const grid = 33;
  const border = (measure: (matrix: Matrix) => number): string => {
    const at = (x: number, y: number): number =>
      measure(matrixAt(plane, along(plane.across, x, grid), along(plane.up, y, grid)));
    const values = Float64Array.from({ length: grid * grid }, (_, n) =>
      at(n % grid, Math.floor(n / grid)),
    );
    return contourPath({ values, columns: grid, rows: grid, at }, 1);
  };
  return { grid, radius: border(spectralRadius), stretch: border(stretch) };
}

/** The logarithm that the finest map has at a place; undefined while it is coarser. */
export function valueIn(
  { area, results, landscape }: Picture,
  x: number,
  y: number,
): number | undefined {
  if (area.columns !== SIDE) return undefined;
  const plane = landscape === 'phase-radius' ? 'radius' : 'weights';
  const { column, row } = nearest(plane, x, y);
  return results[0]?.[row * SIDE + column];
}

/** Says where a state ends. */
export function endOf(cycle: number): string {
  if (cycle === 0) return 'nowhere: it does not come back within twelve steps';
  return cycle === 1 ? 'at a fixed point' : `on a cycle of ${cycle} steps`;
}

/** Says what a map shows, for those who do not see it. */
export const phaseLabel = (plane: PhasePlaneName, shares: Readonly<Record<Fate, number>>): string =>
  `Map of what becomes of a small change of the start, over ${PLANES[plane].x} and ${PLANES[plane].y}: of ${shares.vanishes + shares.holds + shares.explodes} networks it vanishes in ${shares.vanishes}, holds in ${shares.holds} and explodes in ${shares.explodes}. Two lines, where the spectral radius and the largest singular value of the matrix are 1.`;
