import type { Colour } from '#components/primitives/colour.ts';
import { log } from '#engine/math/index.ts';
import {
  gapOf,
  KEPT,
  POPULATION,
  radiusOf,
  SOLVED,
  type Member,
} from '#engine/models/population.ts';

/** Gaps for which the reader bets from which spectral radius on most networks learn. */
export const BET_GAPS = [5, 10, 20] as const;

/** One spectral radius for each of `BET_GAPS`. */
export type Bets = readonly number[];

const { columns, rows } = POPULATION;

/** The loss of a network before its last update; NaN before the first. */
export const lossAt = (kept: Float64Array, { column, row }: Member): number =>
  kept[(row * columns + column + 1) * KEPT - 1] ?? NaN;

/** How many networks have solved the task. */
export function solvedIn(kept: Float64Array): number {
  let solved = 0;
  for (let n = KEPT - 1; n < kept.length; n += KEPT) if (kept[n]! < SOLVED) solved += 1;
  return solved;
}

/** Returns the pixels of the losses: the full colour where the task is solved, faint below chance. */
export function populationPixels(
  kept: Float64Array,
  [colour]: readonly Colour[],
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const loss = lossAt(kept, { column, row });
      const place = 4 * ((rows - 1 - row) * columns + column);
      pixels.set(colour ?? [], place);
      pixels[place + 3] = loss < SOLVED ? 235 : Math.max(0, 90 * (1 - loss / log(2)));
    }
  return pixels;
}

/**
 * Returns for every gap the spectral radius that best tells the networks that solved the task from those that
 * did not: the fewest that stand on the wrong side.
 */
export function borderOf(kept: Float64Array): { readonly gap: number; readonly radius: number }[] {
  const [least, most] = POPULATION.gap;
  return Array.from({ length: most - least + 1 }, (_, n) => {
    const own = Array.from({ length: columns }, (__, column) => column).filter(
      (column) => gapOf(column) === least + n,
    );
    const solvedIn = (row: number): number =>
      own.filter((column) => lossAt(kept, { column, row }) < SOLVED).length;
    // with the border below row 0 all that failed stand on the wrong side
    let wrong = 0;
    for (let row = 0; row < rows; row++) wrong += own.length - solvedIn(row);
    let [best, fewest] = [0, wrong];
    for (let row = 0; row < rows; row++) {
      wrong += 2 * solvedIn(row) - own.length;
      if (wrong < fewest) [best, fewest] = [row + 1, wrong];
    }
    return { gap: least + n, radius: radiusOf(best - 0.5) };
  });
}

/** How far a bet lies from the border, on average. */
export function missedBy(bets: Bets, border: ReturnType<typeof borderOf>): number {
  const distances = BET_GAPS.map((gap, n) =>
    Math.abs((bets[n] ?? 0) - (border.find((place) => place.gap === gap)?.radius ?? 0)),
  );
  return distances.reduce((sum, distance) => sum + distance) / distances.length;
}

/** The network of a column and a row that is nearest to a place. */
export function memberAt(gap: number, radius: number): Member {
  const [least, most] = POPULATION.gap;
  const [low, high] = POPULATION.radius;
  const within = (value: number, count: number): number =>
    Math.max(0, Math.min(count - 1, Math.round(value)));
  return {
    column: within(((gap + 0.5 - least) / (most - least + 1)) * columns - 0.5, columns),
    row: within(((radius - low) / (high - low)) * (rows - 1), rows),
  };
}

/** Reads a bet that a device kept. */
export function readBets(text: string | null): Bets | 'skipped' | undefined {
  if (text === null) return undefined;
  const bets = text.split(' ').map(Number);
  return bets.length === BET_GAPS.length && bets.every(Number.isFinite) ? bets : 'skipped';
}
