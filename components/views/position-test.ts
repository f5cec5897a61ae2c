import {
  tiedDefaults,
  trainTied,
  untrainedTied,
  type TiedResult,
  type TiedSetting,
} from '#engine/models/tied-untied.ts';
import type { Tying } from '#engine/program/unroll.ts';

/** Steps of the untied chain; the tied one is asked about more. */
export const LENGTH = tiedDefaults.length;
export const ASKED = 12;

/** Both chains, from the same random numbers. */
export interface Pair {
  readonly tied: TiedResult;
  readonly untied: TiedResult;
}

/** What a run needs to know. */
export interface RunSetting {
  readonly seen: number;
  readonly seed: number;
}

const setting = (tying: Tying, { seen, seed }: RunSetting): TiedSetting => ({
  ...tiedDefaults,
  tying,
  seen,
  seed,
});

/** The two chains before they have learned anything. */
export const untrainedPair = (run: RunSetting): Pair => ({
  tied: untrainedTied(setting('tied', run), ASKED),
  untied: untrainedTied(setting('untied', run), ASKED),
});

/** Trains both, one after the other; yields the share that is done. */
export function* trainPair(run: RunSetting): Generator<number, Pair> {
  const tied = yield* scaled(trainTied(setting('tied', run), ASKED), 0);
  const untied = yield* scaled(trainTied(setting('untied', run), ASKED), 0.5);
  return { tied, untied };
}

function* scaled<Result>(work: Generator<number, Result>, from: number): Generator<number, Result> {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
    yield from + next.value / 2;
  }
}

/** True if the lamp says what it should: on from the mark on, off before. */
export const isRight = (answer: number, mark: number, t: number): boolean =>
  answer >= 0.5 === t >= mark;

/** How many lamps are wrong, of all that a chain has, in texts whose mark stands at steps from … to. */
export function wrongLamps(
  { answers }: TiedResult,
  from: number,
  to: number,
): { readonly wrong: number; readonly all: number } {
  let [wrong, all] = [0, 0];
  for (let mark = from; mark <= to; mark++)
    for (let t = 1; t <= ASKED; t++) {
      const answer = answers[mark - 1]?.[t - 1];
      if (answer === undefined) continue;
      wrong += isRight(answer, mark, t) ? 0 : 1;
      all += 1;
    }
  return { wrong, all };
}

/** The weight with which a chain reads the input of step t, before and after; none where it has no copy. */
export function inputWeight(
  { tying, before, after }: TiedResult,
  t: number,
): { readonly before: number; readonly after: number } | undefined {
  const name = tying === 'tied' ? 'u' : `u_${t}`;
  const [was, is] = [before[name], after[name]];
  return was === undefined || is === undefined ? undefined : { before: was, after: is };
}
