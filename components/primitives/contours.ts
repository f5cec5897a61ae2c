/** Heights at the points of a grid, row by row. */
export interface Heights {
  /** The height anywhere on the grid, where it can be asked: crossings are then searched, not estimated. */
  readonly at?: ((x: number, y: number) => number) | undefined;
  readonly values: Float64Array;
  readonly columns: number;
  readonly rows: number;
}

type Point = readonly [x: number, y: number];
/** From the edge where a line comes in to the edge where it goes out, each by name. */
type Segment = readonly [from: string, to: string];

/** Corners of a cell, and its edges as pairs of corners, in turn. */
const CORNERS: readonly Point[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];

/**
 * Returns the border of the region that lies at a level or above, as an SVG path of closed rings in grid
 * units (x column, y row), for `fill-rule: evenodd`. What lies outside the grid counts as lower, so
 * rings close along its border. Method: marching squares; crossings by five bisections, or linearly
 * where heights between points are not known.
 */
export function contourPath(heights: Heights, level: number): string {
  const crossings = new Map<string, Point>();
  const next = new Map<string, string[]>();
  for (let row = -1; row < heights.rows; row++)
    for (let column = -1; column < heights.columns; column++)
      for (const [from, to] of cellSegments(heights, level, column, row, crossings))
        next.set(from, [...(next.get(from) ?? []), to]);
  let path = '';
  for (const start of next.keys()) {
    let at: string | undefined = start;
    let ring = '';
    while (at !== undefined) {
      const [x, y] = crossings.get(at) ?? [0, 0];
      const to: string | undefined = next.get(at)?.shift();
      if (to === undefined) break;
      ring += `${ring === '' ? 'M' : 'L'}${short(x)} ${short(y)}`;
      at = to;
    }
    if (ring !== '') path += `${ring}Z`;
  }
  return path;
}

/** The pieces of the border inside one cell, with the high side on the left of each. */
function cellSegments(
  heights: Heights,
  level: number,
  column: number,
  row: number,
  crossings: Map<string, Point>,
): Segment[] {
  const corners = CORNERS.map(([dx, dy]): Point => [column + dx, row + dy]);
  const isHigh = corners.map(([x, y]) => heightAt(heights, x, y) >= level);
  if (isHigh.every((high) => high === isHigh[0])) return [];
  const [entries, exits]: [string[], string[]] = [[], []];
  corners.forEach((corner, n) => {
    const other = corners[(n + 1) % 4]!;
    if (isHigh[n] === isHigh[(n + 1) % 4]) return;
    const name = edgeName(corner, other);
    // the neighbour on the other side of this edge may have searched already
    if (!crossings.has(name)) crossings.set(name, crossing(heights, level, corner, other));
    (isHigh[n] ? exits : entries).push(name);
  });
  // with two high corners across, each keeps a ring of its own: the low ones touch
  return exits.map((exit, n) => [
    exit,
    entries[(n + (isHigh[0] ? 1 : 0)) % entries.length] ?? exit,
  ]);
}

const heightAt = ({ values, columns, rows }: Heights, x: number, y: number): number =>
  x < 0 || y < 0 || x >= columns || y >= rows ? -Infinity : (values[y * columns + x] ?? -Infinity);

function edgeName([x1, y1]: Point, [x2, y2]: Point): string {
  return x1 < x2 || y1 < y2 ? `${x1},${y1},${x2},${y2}` : `${x2},${y2},${x1},${y1}`;
}

/** Where the level is crossed between two neighbours; at the point inside, where one lies outside. */
function crossing(heights: Heights, level: number, one: Point, other: Point): Point {
  const [first, second] = [heightAt(heights, ...one), heightAt(heights, ...other)];
  if (first === -Infinity) return other;
  if (second === -Infinity) return one;
  const between = (share: number): Point => [
    one[0] + share * (other[0] - one[0]),
    one[1] + share * (other[1] - one[1]),
  ];
  if (heights.at === undefined) return between((level - first) / (second - first));
  let [low, high] = [0, 1];
  for (let round = 0; round < 5; round++) {
    const middle = (low + high) / 2;
    if (heights.at(...between(middle)) >= level === first >= level) low = middle;
    else high = middle;
  }
  return between((low + high) / 2);
}

const short = (value: number): number => Math.round(value * 100) / 100;
