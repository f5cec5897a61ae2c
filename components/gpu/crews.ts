import { Crew } from './crew.ts';

/** More workers than this do not help on the machines of readers. */
const MOST = 4;

/** GPU.js, in the one worker of the page that loads it. */
export const gpuCrew = new Crew(
  () => new Worker(new URL('./gpu-worker.ts', import.meta.url), { type: 'module' }),
  () => 1,
);

/** Its twin on the CPU. */
export const twinCrew = new Crew(
  () => new Worker(new URL('./twin-worker.ts', import.meta.url), { type: 'module' }),
  () => Math.max(1, Math.min(MOST, navigator.hardwareConcurrency || 2)),
);
