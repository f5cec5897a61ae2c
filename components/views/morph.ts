/** Where the drawing runs: time to the right and depth upwards, or time downwards and depth to the right. */
export type Direction = 'across' | 'down';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A cubic curve: start, two handles, end. */
export type Curve = readonly [Point, Point, Point, Point];

/** One copy of the neuron: its node, its input below and its lamp above. */
export interface Place {
  readonly t: number;
  readonly input: Point;
  readonly state: Point;
  readonly lamp: Point;
  /** Where it will stand once the chain is open. */
  readonly slot: Point;
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
const ACROSS = { length: 760, first: 150, last: 700, middle: 150, depth: 92, centre: 0.5 };
const DOWN = { gap: 74, first: 112, middle: 160, depth: 104 };

/** Half the size of a state's pill, along time. */
export const HALF = { across: 31, down: 15 } as const;

/** Room of the loop above the node, and to its sides. */
const LOOP = { across: { out: 74, rise: 104 }, down: { out: 62, rise: 122 } } as const;

/** Lays out `length` copies, pulled apart by `pull` from 0 to 1. Continuous in `pull`. */
export function layOut(length: number, pull: number, direction: Direction): Layout {
  const isAcross = direction === 'across';
  const gap = isAcross
    ? Math.min(128, (ACROSS.last - ACROSS.first) / Math.max(1, length - 1))
    : DOWN.gap;
  const span = gap * (length - 1);
  const firstAcross = (ACROSS.first + ACROSS.last - span) / 2;
  const first = isAcross ? firstAcross : DOWN.first;
  const rest = isAcross ? (ACROSS.first + ACROSS.last) / 2 : DOWN.first;
  const [middle, depth] = isAcross ? [ACROSS.middle, ACROSS.depth] : [DOWN.middle, DOWN.depth];
  const point = (along: number, up: number): Point =>
    isAcross ? { x: along, y: middle - up } : { x: middle + up, y: along };
  const along = (t: number): number => mix(rest, first + (t - 1) * gap, pull);
  const half = HALF[direction];
  const places = Array.from({ length }, (_, index): Place => {
    const at = along(index + 1);
    return {
      t: index + 1,
      input: point(at, -depth),
      state: point(at, 0),
      lamp: point(at, depth),
      slot: point(first + index * gap, -depth),
    };
  });
  const startGap = isAcross ? 118 : 66;
  const startAt = mix(rest - startGap - (isAcross ? 60 : 0), first - startGap, pull);
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
  const end = along(length) + half;
  return {
    width: isAcross ? ACROSS.length : 320,
    height: isAcross ? 286 : DOWN.first + span + 62,
    start: point(startAt, 0),
    places,
    through: places.map(({ t }) =>
      t === 1
        ? straight(startAt + half, along(1) - half)
        : bend(along(t - 1) + half, along(t) - half),
    ),
    onward: straight(end, end + 34 * pull),
  };
}

const mix = (from: number, to: number, share: number): number => from + (to - from) * share;

/** A curve as the path of an SVG. */
export const pathOf = ([start, one, two, end]: Curve): string =>
  `M${round(start.x)} ${round(start.y)}C${round(one.x)} ${round(one.y)} ${round(two.x)} ${round(two.y)} ${round(end.x)} ${round(end.y)}`;

/** The point of a curve half-way. */
export const middleOf = ([start, one, two, end]: Curve): Point => ({
  x: (start.x + 3 * one.x + 3 * two.x + end.x) / 8,
  y: (start.y + 3 * one.y + 3 * two.y + end.y) / 8,
});

const round = (value: number): number => Math.round(value * 100) / 100;

/** The copy whose node is nearest to a point of the drawing. */
export function nearest({ places }: Layout, { x, y }: Point): number {
  const distance = ({ state }: Place): number => Math.hypot(state.x - x, state.y - y);
  return places.reduce((best, place) => (distance(place) < distance(best) ? place : best)).t;
}
