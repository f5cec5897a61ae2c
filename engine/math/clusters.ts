import type { RandomStream } from './rng.ts';

/** Points in groups, each around its centre. */
export interface Clusters {
  readonly centres: readonly (readonly number[])[];
  /** The group of every point. */
  readonly groups: readonly number[];
}

/**
 * Puts points into groups so that their squared distances to the groups' centres are small: k-means,
 * from starting points that were drawn far from one another. There are fewer groups where fewer points
 * differ. Source: arthur2007. Errors: no points, a number of groups below 1.
 */
export function clusters(
  points: readonly (readonly number[])[],
  count: number,
  random: RandomStream,
): Clusters {
  if (points.length === 0 || !Number.isInteger(count) || count < 1)
    throw new Error(
      `clusters: ${points.length} points in ${count} groups; expected at least one of each`,
    );
  let centres = spreadOut(points, count, random);
  let groups = points.map((point) => nearest(centres, point).group);
  // every round lowers the sum of squares, so that it ends; the bound is for equal distances
  for (let round = 0; round < 1000; round++) {
    centres = centres.map((centre, group) =>
      middle(
        points.filter((_, n) => groups[n] === group),
        centre,
      ),
    );
    const next = points.map((point) => nearest(centres, point).group);
    if (next.every((group, n) => group === groups[n])) break;
    groups = next;
  }
  return { centres, groups };
}

/** Starting centres: points drawn by their squared distance from those already drawn. */
function spreadOut(
  points: readonly (readonly number[])[],
  count: number,
  random: RandomStream,
): (readonly number[])[] {
  const centres = [points[random.integer(0, points.length - 1)]!];
  while (centres.length < count) {
    const distances = points.map((point) => nearest(centres, point).distance);
    let rest = random.uniform() * distances.reduce((sum, distance) => sum + distance, 0);
    const chosen = distances.findIndex((distance) => {
      rest -= distance;
      return distance > 0 && rest < 0;
    });
    // all points are centres already
    if (chosen < 0) break;
    centres.push(points[chosen]!);
  }
  return centres;
}

function nearest(
  centres: readonly (readonly number[])[],
  point: readonly number[],
): { group: number; distance: number } {
  let best = { group: 0, distance: Infinity };
  centres.forEach((centre, group) => {
    const distance = point.reduce((sum, value, i) => {
      const difference = value - centre[i]!;
      return sum + difference * difference;
    }, 0);
    if (distance < best.distance) best = { group, distance };
  });
  return best;
}

const middle = (
  points: readonly (readonly number[])[],
  otherwise: readonly number[],
): readonly number[] =>
  points.length === 0
    ? otherwise
    : otherwise.map((_, i) => points.reduce((sum, point) => sum + point[i]!, 0) / points.length);
