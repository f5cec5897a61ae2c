import { stepsUntilShare, timeUntilShare } from '#engine/analysis/forgetting.ts';
import { compile, leak, play } from '#engine/index.ts';

/** What counts as firm, as long, and as gone. */
export const WISHES = { firm: 0.5, letters: 30, share: 0.05 } as const;

/** Letters drawn after the mark. */
export const LETTERS = 60;

const machine = compile(leak);

/** Returns the states of a leak after one mark, which is 1, and after each of the letters, which are 0. */
export function leakStates(alpha: number): number[] {
  const inputs = Array.from({ length: LETTERS + 1 }, (_, t) => (t === 0 ? 1 : 0));
  const trace = play(machine, { params: { alpha }, inputs });
  return inputs.map((_, t) => trace.value('h', t + 1)[0] ?? NaN);
}

/** What a dial does: how firmly it writes, and for how many letters that stays above a twentieth. */
export interface LeakOutcome {
  readonly written: number;
  readonly letters: number;
  readonly isFirm: boolean;
  readonly isLong: boolean;
}

export function leakOutcome(alpha: number): LeakOutcome {
  const [written = NaN] = leakStates(alpha);
  const letters = stepsUntilShare(alpha, WISHES.share);
  return {
    written,
    letters,
    isFirm: written >= WISHES.firm,
    isLong: letters > WISHES.letters,
  };
}

/** Returns every dial as a point: what it writes, and the letters that stays above a twentieth; at most `most`. */
export const allDials = (most: number): [number, number][] =>
  Array.from({ length: 193 }, (_, n): [number, number] => {
    const alpha = 0.02 + 0.005 * n;
    return [leakStates(alpha)[0] ?? NaN, timeUntilShare(alpha, WISHES.share)];
  }).filter(([, letters]) => letters <= most);
