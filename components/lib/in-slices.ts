/** Milliseconds in one slice: a click that comes meanwhile, or a frame to be drawn, hardly waits. */
const SLICE = 12;

/**
 * Runs long work in slices, so that the page answers between them: `onProgress` gets the share
 * that is done after each slice. Returns undefined when `signal` asks to stop.
 * The work yields after each piece; a slice ends with the piece during which its time is over.
 */
export async function inSlices<Result>(
  work: Generator<number, Result>,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Result | undefined> {
  for (;;) {
    const end = now() + SLICE;
    let next = work.next();
    while (next.done !== true && now() < end) next = work.next();
    if (next.done === true) return next.value;
    onProgress(next.value);
    await nextTask();
    if (signal.aborted) return undefined;
  }
}

/** Runs a piece of work to its end without pausing. */
export function finished<Result>(work: Generator<number, Result>): Result {
  let next = work.next();
  while (next.done !== true) next = work.next();
  return next.value;
}

// eslint-disable-next-line no-restricted-properties -- says when to pause, and never what is computed
const now = (): number => performance.now();

/** Lets everything that waits, also clicks and drawing, have its turn. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
