/** One axis of a chart: the range drawn, the marks on it (with an exponent where it has powers), and what it measures. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly {
    readonly at: number;
    readonly label: string;
    readonly power?: string;
  }[];
  readonly title: string;
}

/** Turns values into pixels inside the frame of a chart. */
export interface Place {
  x(value: number): number;
  y(value: number): number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The space around the frame of a chart, in pixels. */
export interface Margin {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Returns the place of each value for a chart of this size. Values outside are not cut off. */
export function placeOf(
  size: { readonly width: number; readonly height: number },
  margin: Margin,
  x: Pick<Axis, 'from' | 'to'>,
  y: Pick<Axis, 'from' | 'to'>,
): Place {
  const left = margin.left;
  const right = size.width - margin.right;
  const top = margin.top;
  const bottom = size.height - margin.bottom;
  return {
    x: (value) => left + ((value - x.from) / (x.to - x.from)) * (right - left),
    y: (value) => bottom - ((value - y.from) / (y.to - y.from)) * (bottom - top),
    left,
    right,
    top,
    bottom,
  };
}

/** Returns the path of a line through points, to a hundredth of a pixel. */
export function linePath(place: Place, points: readonly (readonly [number, number])[]): string {
  return points
    .map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${pixel(place.x(x))} ${pixel(place.y(y))}`)
    .join('');
}

/** Rounds pixels, so that the server and the browser write the same path. */
export const pixel = (value: number): number => Math.round(value * 100) / 100;
