import { contourPath } from '#components/primitives/contours.ts';
import {
  endLoss,
  lossMap,
  placeAt,
  walk,
  type ClipRule,
  type Frame,
  type Slope,
} from '#engine/analysis/cliff.ts';

/** The piece of the plane that the map shows, and how finely the loss is computed. */
export const FRAME: Frame = { w: [0, 4], b: [-0.8, 0.8], columns: 81, rows: 53 };
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

/** Returns the regions above each level, as paths in units of the grid. */
export function regions(length: number): string[] {
  const values = lossMap(FRAME, length);
  const { columns, rows } = FRAME;
  const at = (x: number, y: number): number => endLoss(placeAt(FRAME, x, y), length);
  return LEVELS.map((level) => contourPath({ values, columns, rows, at }, level));
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
