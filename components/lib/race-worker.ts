import { heatResult, type Heat } from '#engine/models/race.ts';

/** One heat at a time: a heat comes in, its result goes out. */
addEventListener('message', ({ data }: MessageEvent<Heat>) => {
  postMessage(heatResult(data));
});
