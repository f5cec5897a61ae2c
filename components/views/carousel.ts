import { log } from '#engine/math/index.ts';
import {
  rightShare,
  trainEndless,
  type EndlessReader,
  type EndlessRun,
} from '#engine/models/endless.ts';

/** The cell that cannot forget, and the one that can. */
const YEARS = [1997, 2000] as const;

/** The two cells of one seed, as they are trained one after the other; yields the share that is done. */
export function* trainPair(seed: number): Generator<number, EndlessReader[]> {
  const pair: EndlessReader[] = [];
  for (const year of YEARS) {
    const training = trainEndless(year, seed);
    let next = training.next();
    for (; next.done !== true; next = training.next())
      yield (pair.length + next.value) / YEARS.length;
    pair.push(next.value);
  }
  return pair;
}

/** How far a reader can let the cells read: the ends of the blocks in which right answers are counted. */
export const STOPS = [20, 50, 100, 200, 500, 1000, 2000] as const;

export const LAST = STOPS[STOPS.length - 1]!;

/** Right answers in one block of characters; undefined where it has not been read. */
export interface Block {
  readonly first: number;
  readonly last: number;
  readonly right: number | undefined;
}

/** Returns the share of right answers in each block up to a place. */
export const blocks = (run: EndlessRun, read: number): Block[] =>
  STOPS.map((last, n) => {
    const first = (STOPS[n - 1] ?? 0) + 1;
    return { first, last, right: last <= read ? rightShare(run, first, last) : undefined };
  });

/** Places that are drawn: every one at first, then fewer, since the axis is logarithmic. */
const places = (read: number): number[] =>
  Array.from({ length: read }, (_, n) => n + 1).filter((t) => t <= 200 || t % 5 === 0);

/** Returns one unit's cell as points of a chart whose axes are both logarithmic. */
export const cellLine = ({ trace }: EndlessRun, unit: number, read: number): [number, number][] =>
  places(read).map((t) => [logOf(t), bent(trace.value('c', t)[unit] ?? NaN)]);

const LOG_TEN = log(10);

export const logOf = (value: number): number => log(value) / LOG_TEN;

/** Logarithmic on both sides of 0: sign · log₁₀(1 + |value|). */
export const bent = (value: number): number => (value < 0 ? -logOf(1 - value) : logOf(1 + value));
