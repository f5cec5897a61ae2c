import { z } from 'astro/zod';
import { sigmoidHead } from '#engine/index.ts';
import { tbptt } from '#engine/learn/tbptt.ts';
import { rng } from '#engine/math/index.ts';
import { train } from '#engine/models/train.ts';
import { competingRecall, delayedRecall } from '#engine/tasks/delayed-recall.ts';
import { cellSettings, newborn, teaching, teachingSettings } from './network.ts';
import { task } from './task.ts';

/** One bit, noise for `gap` steps, and the question for the bit. */
export const recall = task(
  z.strictObject({
    ...cellSettings,
    ...teachingSettings,
    gap: z.int().positive(),
    /** The weight of the losses of a second task, to echo the noise before; 0 leaves it out. */
    echo: z.number().nonnegative().default(0),
    /** Steps that blame flows back; all of them unless said. */
    window: z.int().positive().optional(),
  }),
  {
    share: 'running share of right recalls, the last hundred rows or so, at the end',
    updates: 'updates that were made until it was solved, or in all',
  },
  (setting, seed, goal) => {
    const { gap, echo, window } = setting;
    const { machine, theta } = newborn(setting, sigmoidHead, [echo === 0 ? 2 : 3, 1], seed, gap);
    const rows = rng(seed).stream('rows');
    const lesson = () => (echo === 0 ? delayedRecall(gap, rows) : competingRecall(gap, rows, echo));
    const rule = window === undefined ? {} : { rule: tbptt(window, 1) };
    let [share, updates] = [0.5, 0];
    for (const { update, trace } of train(machine, theta, lesson, {
      ...teaching(setting),
      ...rule,
    })) {
      // an update begins: the one before is done
      if (update > updates + 1) {
        updates = update - 1;
        if (goal !== undefined && share > goal.above) return { share, updates };
      }
      const isOn = trace.value('y', gap + 1)[0]! >= 0.5;
      share = 0.99 * share + (isOn === (trace.value('d', gap + 1)[0] === 1) ? 0.01 : 0);
    }
    return { share, updates: setting.updates };
  },
);
