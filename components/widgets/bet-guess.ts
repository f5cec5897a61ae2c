/** What a reader did: a guess in per cent, or passing on. */
export type Guess = number | 'skipped';

/** Reads what a device kept; anything that is no guess counts as none. */
export function readGuess(kept: string | null): Guess | undefined {
  if (kept === 'skipped') return kept;
  if (kept === null || !/^\d{2,3}$/.test(kept)) return undefined;
  const percent = Number(kept);
  return percent >= 50 && percent <= 100 ? percent : undefined;
}

/** Returns what the device keeps. */
export const writeGuess = (guess: Guess): string => String(guess);
