import { z } from 'astro/zod';
import { sigmoidHead } from '#engine/index.ts';
import { rng, type RandomStream } from '#engine/math/index.ts';
import { readLesson, train, type Lesson } from '#engine/models/train.ts';
import { markRow } from '#engine/tasks/mark-rows.ts';
import { quoteStream, type QuoteItem } from '#engine/tasks/quote.ts';
import { cellSettings, newborn, teaching, teachingSettings } from './network.ts';
import { task } from './task.ts';

/** Marks on which a trained network is tried. */
const MARKS = 100;

/** An endless text with quotation marks, cut into pieces: are we inside? */
export const quoteTagging = task(
  z.strictObject({
    ...cellSettings,
    ...teachingSettings,
    /** Characters in a piece. */
    window: z.int().positive(),
    state: z.enum(['carried', 'reset']),
    /** Mean number of letters between marks, in training. */
    meanGap: z.number().positive(),
    /** Letters after a mark at which a trained network is asked. */
    askedGap: z.int().positive(),
  }),
  { accuracy: `share of right answers, asked so many letters after each of ${MARKS} marks` },
  (setting, seed) => {
    const { window, state, meanGap, askedGap } = setting;
    const { machine, theta } = newborn(setting, sigmoidHead, [2, 1], seed);
    const next = endless(
      meanGap,
      setting.updates * setting.batch * window,
      rng(seed).stream('text'),
    );
    const lessons = train(machine, theta, () => lesson(next(window)), {
      ...teaching(setting),
      isCarried: state === 'carried',
    });
    for (const { trace } of lessons) void trace;
    const test = longGaps(askedGap);
    const trace = machine.trace(test.length);
    trace.theta.set(theta);
    readLesson(machine, trace, lesson(test));
    const asked = test.flatMap((_, n) => ((n + 1) % (askedGap + 1) === 0 ? [n] : []));
    const right = asked.filter(
      (n) => trace.value('y', n + 1)[0]! >= 0.5 === (test[n]!.inside === 1),
    );
    return { accuracy: right.length / asked.length };
  },
);

/** Returns what gives the next so many characters of one long text, in which a mark comes after `meanGap` letters on average. */
function endless(meanGap: number, length: number, random: RandomStream) {
  const rate = 1 / (1 + meanGap);
  const text = quoteStream(length, { open: rate, close: rate }, random);
  let from = 0;
  return (count: number): QuoteItem[] => text.slice(from, (from += count));
}

const lesson = (items: readonly QuoteItem[]): Lesson => ({
  inputs: items.map(({ x }) => markRow(x)),
  targets: items.map(({ inside }) => [inside]),
  lossWeights: items.map(() => 1 / items.length),
});

/** Marks, opening and closing in turn, each with so many letters behind it. */
const longGaps = (gap: number): QuoteItem[] =>
  Array.from({ length: MARKS * (gap + 1) }, (_, n) => {
    const inside = Math.floor(n / (gap + 1)) % 2 === 0 ? 1 : 0;
    const isMark = n % (gap + 1) === 0;
    return {
      character: isMark ? (inside === 1 ? '“' : '”') : 'a',
      x: isMark ? (inside === 1 ? 1 : -1) : 0,
      inside,
    };
  });
