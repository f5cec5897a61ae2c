/** Pieces of work in one slice: some milliseconds for pieces of less than a tenth of one. */
const SLICE = 60;

/**
 * Runs long work in slices, so that the page answers between them: `onProgress` gets the share
 * that is done after each slice. Returns undefined when `signal` asks to stop.
 * The work yields after each piece, and a piece takes far less than a millisecond.
 */
export async function inSlices<Result>(
  work: Generator<number, Result>,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Result | undefined> {
  for (;;) {
    let share = 0;
    for (let piece = 0; piece < SLICE; piece++) {
      const next = work.next();
      if (next.done === true) return next.value;
      share = next.value;
    }
    onProgress(share);
    await nextTask();
    if (signal.aborted) return undefined;
  }
}

/** Lets everything that waits, also clicks and drawing, have its turn. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
