import type { Area } from '#engine/written/landscape.ts';
import type { LandscapeName } from './landscapes.ts';
import type { Result, StripWork } from './messages.ts';

/** Cuts a picture into strips of so many rows: the work between two looks at what is wanted next. */
export const stripsOf = (
  landscape: LandscapeName,
  area: Area,
  rest: Readonly<Record<string, number>>,
  stripRows: number,
): StripWork[] =>
  Array.from({ length: Math.ceil(area.rows / stripRows) }, (_, n) => ({
    kind: 'strip',
    ...{ landscape, area, rest, firstRow: n * stripRows },
    rows: Math.min(stripRows, area.rows - n * stripRows),
  }));

/** Puts parts together, each result for itself. */
export function joined(parts: readonly Result[]): Result {
  const [first = []] = parts;
  return first.map((_, n) => {
    const pieces = parts.map((part) => part[n]!);
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const whole =
      pieces[0] instanceof Float64Array ? new Float64Array(length) : new Float32Array(length);
    let start = 0;
    for (const piece of pieces) {
      whole.set(piece, start);
      start += piece.length;
    }
    return whole;
  });
}
