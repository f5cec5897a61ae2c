import { runHeat, type Heat, type HeatResult } from '#engine/models/race.ts';
import { inSlices } from './in-slices.ts';

/** More workers than this do not help on the machines of readers. */
const MOST = 4;

/**
 * Runs heats in workers, in order, each on the first worker that is free; hands on every result as it comes.
 * Where there are no workers the page does the work, in slices. Ends when all are done or `signal` says so.
 */
export async function runHeats(
  heats: readonly Heat[],
  onResult: (result: HeatResult) => void,
  signal: AbortSignal,
): Promise<void> {
  if (typeof Worker === 'undefined') return runHere(heats, onResult, signal);
  const waiting = [...heats];
  const count = Math.max(1, Math.min(MOST, navigator.hardwareConcurrency || 2, heats.length));
  await Promise.all(Array.from({ length: count }, () => work(waiting, onResult, signal)));
}

/** One worker takes heats until none is left. */
function work(
  waiting: Heat[],
  onResult: (result: HeatResult) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./race-worker.ts', import.meta.url), { type: 'module' });
    const end = (): void => {
      worker.terminate();
      resolve();
    };
    const next = (): void => {
      const heat = signal.aborted ? undefined : waiting.shift();
      if (heat === undefined) end();
      else worker.postMessage(heat);
    };
    signal.addEventListener('abort', end);
    worker.addEventListener('message', ({ data }: MessageEvent<HeatResult>) => {
      if (!signal.aborted) onResult(data);
      next();
    });
    worker.addEventListener('error', end);
    next();
  });
}

async function runHere(
  heats: readonly Heat[],
  onResult: (result: HeatResult) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const heat of heats) {
    const result = await inSlices(runHeat(heat), () => undefined, signal);
    if (result === undefined) return;
    onResult(result);
  }
}
