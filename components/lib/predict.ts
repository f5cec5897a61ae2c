/** One answer of a prediction; texts are HTML that the build has made. */
export interface PredictOption {
  readonly html: string;
  readonly isCorrect: boolean;
  /** What the book says to a reader who chose this. */
  readonly say: string;
}

/** What a reader did: an option counted from 0, or passing on. */
export type Commitment = number | 'skipped';

/** Reads what a device kept; anything that is not an option of this prediction is no commitment. */
export function readCommitment(kept: string | null, options: number): Commitment | undefined {
  if (kept === 'skipped') return kept;
  if (kept === null || !/^\d+$/.test(kept)) return undefined;
  return Number(kept) < options ? Number(kept) : undefined;
}
