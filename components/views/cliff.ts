import type { Picture, Wish } from '#components/gpu/painter.ts';
import { contourPath } from '#components/primitives/contours.ts';
import { cliffLandscape } from '#engine/analysis/cliff-landscape.ts';
import { endLoss, endSlope, walk, type ClipRule, type Slope } from '#engine/analysis/cliff.ts';
import { lanesOf } from '#engine/written/lanes.ts';
import { along, computeStrip, type Area } from '#engine/written/landscape.ts';

/** The piece of the plane that the map shows. */
export const FRAME = { w: [0, 4], b: [-0.8, 0.8] } as const;
/** How finely the loss is computed for its lines; an even number of rows, so that no row is b = 0, where slopes cancel. */
export const GRID: Area = { across: FRAME.w, up: FRAME.b, columns: 80, rows: 52 };
/** Losses at which the map draws a line, from the valley up. */
export const LEVELS = [0.05, 0.1, 0.2, 0.4, 0.8, 1.2, 1.6, 2] as const;
/** Steps that the walkers take at most. */
export const STEPS = 30;

/** What the walkers do. */
export interface Tour {
  readonly length: number;
  readonly w: number;
  readonly b: number;
  readonly rate: number;
  readonly rule: Exclude<ClipRule, 'none'>;
  readonly most: number;
}

/** What a map of so many networks shows: lines, and where it is steepest and flattest. */
export interface Survey {
  /** The regions above each level, as paths in units of the grid. */
  readonly regions: readonly string[];
  readonly extremes: Extremes;
}

/** The places of the longest and the shortest gradient among so many. */
export interface Extremes {
  readonly networks: number;
  /** Characters of the texts. */
  readonly length: number;
  readonly steepest: Slope;
  readonly flattest: Slope;
}

const lanes = lanesOf(cliffLandscape.routine, GRID.columns);

/** Returns the survey of the coarse grid. */
export function survey(length: number): Survey {
  const { columns, rows } = GRID;
  const strip = { area: GRID, rest: { T: length }, firstRow: 0, rows };
  const [values, squares] = computeStrip(cliffLandscape, lanes, strip);
  const at = (x: number, y: number): number =>
    endLoss({ w: along(FRAME.w, x, columns), b: along(FRAME.b, y, rows) }, length);
  return {
    regions: LEVELS.map((level) => contourPath({ values: values!, columns, rows, at }, level)),
    extremes: extremesOf(GRID, squares!, length),
  };
}

/** Says what the map shows, with its numbers, for those who do not see it. */
export const mapLabel = ({ networks, length, steepest, flattest }: Extremes): string =>
  `Map of the loss over weight and bias for texts of ${length} characters: a valley that opens to the right between two walls, plateaus above and below it, and the ways of two walkers. Among ${networks} places the longest gradient is ${steepest.norm.toPrecision(2)}, at w = ${steepest.w.toFixed(2)} and b = ${steepest.b.toFixed(3)}, the shortest ${flattest.norm.toPrecision(2)}.`;

/** The finest picture of a flight over texts of this length. */
export const flightOver = (length: number): Wish => ({
  landscape: 'cliff',
  across: FRAME.w,
  up: FRAME.b,
  rest: { T: length },
  finest: 512,
});

/** Returns the survey of a flight: its picture has lines of its own. */
export const surveyOf = ({ area, results, rest }: Picture): Survey => ({
  regions: [],
  extremes: extremesOf(area, results[1] ?? [], rest['T'] ?? 0),
});

/**
 * Finds the steepest and the flattest place of an area by the squares of the slopes; what is returned
 * is computed there once more by backpropagation, in float64.
 */
export function extremesOf(area: Area, squares: ArrayLike<number>, length: number): Extremes {
  let [most, least] = [0, 0];
  for (let n = 1; n < squares.length; n++) {
    if (squares[n]! > squares[most]!) most = n;
    if (squares[n]! < squares[least]!) least = n;
  }
  const slopeAt = (n: number): Slope => {
    const [column, row] = [n % area.columns, Math.floor(n / area.columns)];
    const w = along(area.across, column, area.columns);
    return endSlope({ w, b: along(area.up, row, area.rows) }, length);
  };
  return { networks: squares.length, length, steepest: slopeAt(most), flattest: slopeAt(least) };
}

/** Returns the way of the bare gradient and that of the clipped one. */
export function tours({ length, w, b, rate, rule, most }: Tour): {
  bare: Slope[];
  clipped: Slope[];
} {
  const setting = { from: { w, b }, length, learningRate: rate, most };
  return {
    bare: walk({ ...setting, rule: 'none' }, STEPS),
    clipped: walk({ ...setting, rule }, STEPS),
  };
}

/** Says whether a place lies on the map. */
export const isOnMap = ({ w, b }: Pick<Slope, 'w' | 'b'>): boolean =>
  w >= FRAME.w[0] && w <= FRAME.w[1] && b >= FRAME.b[0] && b <= FRAME.b[1];

/** Says how far a gradient is shortened by the rule; 1 where it is left alone. */
export const shortenedBy = (norm: number, most: number): number => Math.max(1, norm / most);

/** Says where a walker stands, by its loss and its slope. */
export function whereabouts({ loss, norm }: Slope): string {
  if (loss < 0.1) return 'in the valley, where both texts are judged rightly';
  if (norm > 5) return 'at the wall';
  if (loss > 1.5) return 'on a plateau, where one of the two texts is judged wrongly';
  return 'on a slope';
}

/** Returns where a way leaves the map, on its border, or undefined while it stays. */
export function exitOf(
  way: readonly Slope[],
): { readonly w: number; readonly b: number } | undefined {
  const first = way.findIndex((place) => !isOnMap(place));
  const [from, to] = [way[first - 1], way[first]];
  if (from === undefined || to === undefined) return undefined;
  const shares = (['w', 'b'] as const).map((axis) => {
    const border = to[axis] > FRAME[axis][1] ? FRAME[axis][1] : FRAME[axis][0];
    const isInside = to[axis] >= FRAME[axis][0] && to[axis] <= FRAME[axis][1];
    return isInside ? 1 : (border - from[axis]) / (to[axis] - from[axis]);
  });
  const share = Math.min(...shares);
  return { w: from.w + share * (to.w - from.w), b: from.b + share * (to.b - from.b) };
}
