import { lanesOf, type Lanes } from '#engine/written/lanes.ts';
import { computeStrip } from '#engine/written/landscape.ts';
import { landscapes } from './landscapes.ts';
import type { Order, Reply } from './messages.ts';

const ready = new Map<string, Lanes>();

/** The CPU twin: a strip comes in, its results in float64 go out. */
addEventListener('message', ({ data: order }: MessageEvent<Order>) => {
  const landscape = landscapes[order.landscape];
  const key = `${order.landscape} ${order.area.columns}`;
  const lanes = ready.get(key) ?? lanesOf(landscape.routine, order.area.columns);
  ready.set(key, lanes);
  const results = computeStrip(landscape, lanes, order);
  const reply: Reply = { picture: order.picture, firstRow: order.firstRow, results };
  postMessage(reply, { transfer: results.map(({ buffer }) => buffer) });
});
