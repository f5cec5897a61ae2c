import { z } from 'astro/zod';
import { softmaxHead, type Machine } from '#engine/index.ts';
import { rng, type RandomStream } from '#engine/math/index.ts';
import { readLesson, train } from '#engine/models/train.ts';
import { anbn as countString, COUNT_ALPHABET, legalNext } from '#engine/tasks/anbn.ts';
import { nextChances } from '#engine/tasks/grammar.ts';
import { embeddedReber, REBER_ALPHABET, reberString } from '#engine/tasks/reber.ts';
import type { TaskSequence } from '#engine/tasks/sequence.ts';
import {
  cellSettings,
  newborn,
  teaching,
  teachingSettings,
  type CellSetting,
  type TeachingSetting,
} from './network.ts';
import { task } from './task.ts';

/** Longer strings are not asked about. */
const MOST = 100;

/** Strings SaⁿbⁿE, read symbol by symbol: which comes next? */
export const anbn = task(
  z.strictObject({ ...cellSettings, ...teachingSettings, longest: z.int().positive() }),
  {
    reach: `largest n, up to ${MOST}, up to which every string is right: the likeliest symbol is legal at every step`,
  },
  (setting, seed) => {
    const draw = (random: RandomStream) => countString(random.integer(1, setting.longest));
    const reader = trained(setting, COUNT_ALPHABET, draw, seed);
    const isLegal = (string: TaskSequence): boolean =>
      answers(reader, string).every((row, t) =>
        legalNext(string.symbols.slice(0, t + 1)).includes(
          COUNT_ALPHABET[row.indexOf(Math.max(...row))]!,
        ),
      );
    let reach = 0;
    while (reach < MOST && isLegal(countString(reach + 1))) reach += 1;
    return { reach };
  },
);

/** Strings of the embedded Reber grammar, read symbol by symbol: which may come next? */
export const reber = task(
  z.strictObject({
    ...cellSettings,
    ...teachingSettings,
    /** Strings on which a trained network is tried. */
    tested: z.int().positive(),
  }),
  { legal: 'share of fresh strings in which, at every step, the legal symbols are the likeliest' },
  (setting, seed) => {
    const draw = (random: RandomStream) => reberString(embeddedReber, random);
    const reader = trained(setting, REBER_ALPHABET, draw, seed);
    const random = rng(seed).stream('test');
    let right = 0;
    for (let n = 0; n < setting.tested; n++) {
      const string = draw(random);
      const isRight = answers(reader, string).every((row, t) => {
        const legal = nextChances(embeddedReber, string.symbols.slice(0, t + 1));
        const of = (isLegal: boolean) =>
          row.filter((_, k) => legal.has(REBER_ALPHABET[k]!) === isLegal);
        return Math.min(...of(true)) > Math.max(...of(false));
      });
      if (isRight) right += 1;
    }
    return { legal: right / setting.tested };
  },
);

interface Reader {
  readonly machine: Machine;
  readonly theta: Float64Array;
}

function trained(
  setting: CellSetting & TeachingSetting,
  alphabet: readonly string[],
  draw: (random: RandomStream) => TaskSequence,
  seed: number,
): Reader {
  const { length } = alphabet;
  const { machine, theta } = newborn(setting, softmaxHead, [length, length], seed);
  const strings = rng(seed).stream('strings');
  for (const { trace } of train(machine, theta, () => draw(strings), teaching(setting))) void trace;
  return { machine, theta };
}

/** How likely a trained reader takes each symbol to come next, step by step. */
function answers({ machine, theta }: Reader, string: TaskSequence): number[][] {
  const trace = machine.trace(string.inputs.length);
  trace.theta.set(theta);
  readLesson(machine, trace, string);
  return string.inputs.map((_, index) => [...trace.value('y', index + 1)]);
}
