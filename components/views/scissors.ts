import {
  trainTruncated,
  truncatedDefaults,
  truncatedRun,
} from '#engine/models/truncated-reader.ts';

/** What a reader chose: the cut, what becomes of the state there, and when questions are asked. */
export interface Cut {
  readonly window: number;
  readonly isCarried: boolean;
  readonly askedAfter: number;
  readonly seed: number;
}

/** The accuracies of several networks that were cut in the same way. */
export interface CutResult {
  readonly cut: Cut;
  readonly accuracies: readonly number[];
}

const settingOf = (cut: Cut, n: number) => ({ ...truncatedDefaults, ...cut, seed: cut.seed + n });

/** Trains so many networks one after the other; yields the share that is done. */
export function* trainCut(cut: Cut, seeds: number): Generator<number, CutResult> {
  const accuracies: number[] = [];
  for (let n = 0; n < seeds; n++) {
    const work = trainTruncated(settingOf(cut, n));
    for (;;) {
      const next = work.next();
      if (next.done === true) {
        accuracies.push(next.value);
        break;
      }
      yield (n + next.value) / seeds;
    }
  }
  return { cut, accuracies };
}

/** The same at once, for the build. */
export const cutResult = (cut: Cut, seeds: number): CutResult => ({
  cut,
  accuracies: Array.from({ length: seeds }, (_, n) => truncatedRun(settingOf(cut, n))),
});

export const isSameCut = (first: Cut, second: Cut): boolean =>
  first.window === second.window &&
  first.isCarried === second.isCarried &&
  first.askedAfter === second.askedAfter &&
  first.seed === second.seed;
