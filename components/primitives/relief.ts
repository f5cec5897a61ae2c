/** Heights over a plane, row by row from the lowest row up. */
export interface Relief {
  readonly heights: ArrayLike<number>;
  readonly columns: number;
  readonly rows: number;
}

/** How a slope of one unit of height over the whole width is drawn. */
const STEEPNESS = 0.35;
/** Where the light comes from: the upper left, half way up. */
const LIGHT = { x: -0.5, y: 0.5, z: Math.SQRT1_2 } as const;
/** How much of the colour the highest places and the lines have, and how dark and light slopes get. */
const [TINT, LINE, SHADE] = [0.62, 0.85, 0.6];

/**
 * Returns the pixels of a shaded relief, four bytes each, top row first: the higher, the more of the colour;
 * slopes that face the light are lighter, and there is a line where a level lies between two neighbours. The
 * last level has the full colour; what is under the picture shows through.
 */
export function reliefPixels(
  { heights, columns, rows }: Relief,
  levels: readonly number[],
  colour: readonly [red: number, green: number, blue: number],
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * columns * rows);
  const most = levels.at(-1) ?? 1;
  const bands = bandsOf(heights, levels);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const east = at + (column < columns - 1 ? 1 : 0);
      const west = at - (column > 0 ? 1 : 0);
      const north = at + (row < rows - 1 ? columns : 0);
      const south = at - (row > 0 ? columns : 0);
      const lightness = shade(
        0.5 * (heights[east]! - heights[west]!) * columns,
        0.5 * (heights[north]! - heights[south]!) * rows,
      );
      const isLine = bands[at] !== bands[east] || bands[at] !== bands[north];
      const tint = isLine ? LINE : TINT * Math.min(1, Math.max(0, heights[at]! / most));
      const cover = SHADE * Math.min(1, Math.abs(lightness));
      const alpha = cover + tint * (1 - cover);
      const place = 4 * ((rows - 1 - row) * columns + column);
      for (let channel = 0; channel < 3; channel++) {
        const over = lightness > 0 ? 255 : 0;
        const mixed = over * cover + colour[channel]! * tint * (1 - cover);
        pixels[place + channel] = alpha > 0 ? mixed / alpha : 0;
      }
      pixels[place + 3] = 255 * alpha;
    }
  return pixels;
}

/** How many levels each height has passed. */
function bandsOf(heights: ArrayLike<number>, levels: readonly number[]): Uint8Array {
  const bands = new Uint8Array(heights.length);
  for (const level of levels)
    for (let n = 0; n < bands.length; n++) if (heights[n]! >= level) bands[n]! += 1;
  return bands;
}

/** How much lighter than a flat place a slope is: 0 for flat, −1 in the dark. */
function shade(byX: number, byY: number): number {
  const [x, y] = [-STEEPNESS * byX, -STEEPNESS * byY];
  const facing = (LIGHT.x * x + LIGHT.y * y + LIGHT.z) / Math.sqrt(x * x + y * y + 1);
  return Math.max(0, facing) / LIGHT.z - 1;
}
