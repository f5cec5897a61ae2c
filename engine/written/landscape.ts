import type { Lanes } from './lanes.ts';
import type { Routine } from './routine.ts';

/** Something computed over a plane: every point of it is a network of its own. */
export interface Landscape {
  readonly routine: Routine;
  /** The argument that grows from left to right, the one that grows from row to row, and the others. */
  readonly across: string;
  readonly up: string;
  readonly rest: readonly string[];
  /** What the routine's results are called. */
  readonly results: readonly string[];
}

/** The piece of the plane that is computed, and how finely. */
export interface Area {
  readonly across: readonly [from: number, to: number];
  readonly up: readonly [from: number, to: number];
  readonly columns: number;
  readonly rows: number;
}

/** Some rows of an area, and the numbers that are the same everywhere. */
export interface Strip {
  readonly area: Area;
  readonly rest: Readonly<Record<string, number>>;
  readonly firstRow: number;
  readonly rows: number;
}

/** The value of an axis at place n of `count`. */
export const along = ([from, to]: Area['across'], n: number, count: number): number =>
  from + ((to - from) * n) / (count - 1);

/**
 * Returns the results of a strip, each as one array row by row, in float64 with the bits of the engine.
 * `lanes` run the landscape's routine and are as wide as the area.
 */
export function computeStrip(
  { across, up, results }: Landscape,
  lanes: Lanes,
  { area, rest, firstRow, rows }: Strip,
): Float64Array[] {
  const xs = Float64Array.from({ length: area.columns }, (_, n) =>
    along(area.across, n, area.columns),
  );
  const out = results.map(() => new Float64Array(rows * area.columns));
  for (let row = 0; row < rows; row++) {
    const y = along(area.up, firstRow + row, area.rows);
    const computed = lanes.run({ ...rest, [across]: xs, [up]: y });
    computed.forEach((values, n) => out[n]!.set(values, row * area.columns));
  }
  return out;
}
