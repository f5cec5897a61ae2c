import { populationUpdate, updateAll } from '#engine/models/population-update.ts';
import { POPULATION } from '#engine/models/population.ts';
import { lanesOf, type Lanes } from '#engine/written/lanes.ts';
import { computeStrip } from '#engine/written/landscape.ts';
import type { Routine } from '#engine/written/routine.ts';
import { landscapes } from './landscapes.ts';
import type { Order, Reply, Result, Work } from './messages.ts';

const ready = new Map<string, Lanes>();

/** The CPU twin: work comes in, its results in float64 go out. */
addEventListener('message', ({ data: { whole, part, work } }: MessageEvent<Order>) => {
  const results = compute(work);
  const reply: Reply = { whole, part, by: 'cpu', results };
  postMessage(reply, { transfer: results.map(({ buffer }) => buffer) });
});

function compute(work: Work): Result {
  if (work.kind === 'train') {
    const lanes = readyLanes('population', populationUpdate, POPULATION.columns);
    updateAll(lanes, work.kept, work.gaps, work.updates);
    return [work.kept];
  }
  const landscape = landscapes[work.landscape];
  const lanes = readyLanes(work.landscape, landscape.routine, work.area.columns);
  return computeStrip(landscape, lanes, work);
}

function readyLanes(name: string, routine: Routine, width: number): Lanes {
  const key = `${name} ${width}`;
  const lanes = ready.get(key) ?? lanesOf(routine, width);
  ready.set(key, lanes);
  return lanes;
}
