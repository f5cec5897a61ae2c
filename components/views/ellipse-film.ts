import type { Ellipse } from '#engine/analysis/ellipse.ts';
import type { Matrix } from '#engine/math/matrix.ts';
import type { Character } from './two-by-two.ts';

/** Steps of the film. */
export const STEPS = 8;
/** How far the picture reaches from the middle, in lengths of the arrows. */
export const REACH = 3.2;

/** Sixteen arrows of length one, evenly round the circle: halvings of the right angle, by square roots alone. */
export const SPOKES: readonly (readonly [number, number])[] = round([
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
]);

function round(arrows: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const halved = arrows.flatMap((arrow, n) => {
    const next = arrows[(n + 1) % arrows.length] ?? arrow;
    const [x, y] = [arrow[0] + next[0], arrow[1] + next[1]];
    const length = Math.sqrt(x * x + y * y);
    return [arrow, [x / length, y / length] as const];
  });
  return halved.length < 16 ? round(halved) : halved;
}

/** Returns where a matrix sends an arrow. */
export const sent = (matrix: Matrix, [x = 0, y = 0]: readonly number[]): [number, number] => {
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = matrix;
  return [a * x + b * y, c * x + d * y];
};

/** Returns the SVG transform that makes a circle round the origin into the ellipse; up is up. */
export const asTransform = (matrix: Matrix): string => {
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = matrix;
  return `matrix(${a} ${-c} ${b} ${-d} 0 0)`;
};

/** Says in words what the ellipse of a step tells about the numbers that are said to decide. */
export function filmVerdict(ellipse: Ellipse, { radius, determinant }: Character): string {
  const { step, longest, shortest, area } = ellipse;
  const isKept = Math.abs(longest - 1) < 1e-9 && Math.abs(shortest - 1) < 1e-9;
  if (step === 0) return 'No step has been taken: the circle of all arrows of length one.';
  if (longest === 0) return 'Nothing is left of any arrow, whichever way it pointed.';
  if (isKept) return 'No arrow has changed its length: this matrix only turns, or mirrors.';
  if (shortest > 1) return 'Every arrow has grown.';
  if (longest < 1) return 'Every arrow is shorter than it was.';
  if (longest === 1) return 'No arrow has grown, and some have shrunk.';
  if (radius < 1)
    return `No eigenvalue is larger than ${radius === 0 ? 'zero' : 'one'} in size, and still an arrow has grown.`;
  if (Math.abs(determinant) < 1 && area < 1)
    return 'The area has shrunk, and still an arrow has grown: length goes by one direction alone.';
  return 'Some arrows have grown, others have shrunk.';
}
