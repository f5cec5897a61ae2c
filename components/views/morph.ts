/** Where the drawing runs: time to the right and depth upwards, or time downwards and depth to the right. */
export type Direction = 'across' | 'down';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A cubic curve: start, two handles, end. */
export type Curve = readonly [Point, Point, Point, Point];

/** One step: the character and the lamp keep their places, the copy of the neuron moves to its own. */
export interface Place {
  readonly t: number;
  readonly input: Point;
  readonly state: Point;
  readonly lamp: Point;
}

/** The drawing between loop (pull 0) and chain (pull 1). */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly start: Point;
  readonly places: readonly Place[];
  /** The blue wire into each copy, from the start or from the copy before. */
  readonly through: readonly Curve[];
  /** The wire that the last copy sends on; of no length while the loop is closed. */
  readonly onward: Curve;
}

/** How far apart things stand in each direction: along time, and from input to lamp. */
const ACROSS = { length: 760, first: 150, last: 700, middle: 156, depth: 112 };
const DOWN = { gap: 70, first: 88, middle: 160, depth: 108 };

/** Half the size of a state's pill, along time. */
export const HALF = { across: 31, down: 15 } as const;

/** Room of the loop above the node, and to its sides. */
const LOOP = { across: { out: 118, rise: 96 }, down: { out: 74, rise: 104 } } as const;

/** Lays out `length` copies, pulled apart by `pull` from 0 to 1. Continuous in `pull`. */
export function layOut(length: number, pull: number, direction: Direction): Layout {
  const isAcross = direction === 'across';
  const gap = isAcross
    ? Math.min(128, (ACROSS.last - ACROSS.first) / Math.max(1, length - 1))
    : DOWN.gap;
  const span = gap * (length - 1);
  const firstAcross = (ACROSS.first + ACROSS.last - span) / 2;
  const first = isAcross ? firstAcross : DOWN.first;
  const rest = first + span / 2;
  const [middle, depth] = isAcross ? [ACROSS.middle, ACROSS.depth] : [DOWN.middle, DOWN.depth];
  const point = (along: number, up: number): Point =>
    isAcross ? { x: along, y: middle - up } : { x: middle + up, y: along };
  const place = (t: number): number => mix(rest, first + (t - 1) * gap, pull);
  const half = HALF[direction];
  const places = Array.from({ length }, (_, index): Place => {
    const slot = first + index * gap;
    return {
      t: index + 1,
      input: point(slot, -depth),
      state: point(place(index + 1), 0),
      lamp: point(slot, depth),
    };
  });
  const startGap = isAcross ? 118 : 66;
  const startAt = mix(rest - startGap - (isAcross ? 62 : 0), first - startGap, pull);
  const bend = (from: number, to: number): Curve => {
    const { out, rise } = LOOP[direction];
    const third = (to - from) / 3;
    return [
      point(from, 0),
      point(mix(from + out, from + third, pull), (1 - pull) * rise),
      point(mix(to - out, to - third, pull), (1 - pull) * rise),
      point(to, 0),
    ];
  };
  const straight = (from: number, to: number): Curve => [
    point(from, 0),
    point(from + (to - from) / 3, 0),
    point(to - (to - from) / 3, 0),
    point(to, 0),
  ];
  const end = place(length) + half;
  return {
    width: isAcross ? ACROSS.length : 320,
    height: isAcross ? 304 : DOWN.first + span + 62,
    start: point(startAt, 0),
    places,
    through: places.map(({ t }) =>
      t === 1
        ? straight(startAt + half, place(1) - half)
        : bend(place(t - 1) + half, place(t) - half),
    ),
    onward: straight(end, end + 34 * pull),
  };
}

const mix = (from: number, to: number, share: number): number => from + (to - from) * share;

/** A curve as the path of an SVG. */
export const pathOf = ([start, one, two, end]: Curve): string =>
  `M${round(start.x)} ${round(start.y)}C${round(one.x)} ${round(one.y)} ${round(two.x)} ${round(two.y)} ${round(end.x)} ${round(end.y)}`;

/** The point of a curve after a share of its way, by its parameter. */
export function along([start, one, two, end]: Curve, share: number): Point {
  const rest = 1 - share;
  const weights = [
    rest * rest * rest,
    3 * rest * rest * share,
    3 * rest * share * share,
    share * share * share,
  ] as const;
  const at = (axis: 'x' | 'y'): number =>
    weights[0] * start[axis] +
    weights[1] * one[axis] +
    weights[2] * two[axis] +
    weights[3] * end[axis];
  return { x: at('x'), y: at('y') };
}

/** A straight wire between two points that keeps clear of both by so much. */
export function between(from: Point, to: Point, clearFrom: number, clearTo: number): string {
  const length = distance(from, to) || 1;
  const at = (way: number): string => {
    const share = way / length;
    return `${round(mix(from.x, to.x, share))} ${round(mix(from.y, to.y, share))}`;
  };
  return `M${at(clearFrom)}L${at(length - clearTo)}`;
}

function distance(one: Point, other: Point): number {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  return Math.sqrt(dx * dx + dy * dy);
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The copy whose node is nearest to a point of the drawing. */
export function nearest({ places }: Layout, { x, y }: Point): number {
  const away = ({ state }: Place): number => distance(state, { x, y });
  return places.reduce((best, place) => (away(place) < away(best) ? place : best)).t;
}
