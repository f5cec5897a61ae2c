import { z } from 'astro/zod';
import { softmaxHead, type Machine } from '#engine/index.ts';
import { bestUnit } from '#engine/analysis/best-unit.ts';
import { oneHot, rng, type RandomStream } from '#engine/math/index.ts';
import { draw } from '#engine/math/sample.ts';
import { readLesson, train, type Lesson } from '#engine/models/train.ts';
import { quoteStream, type QuoteItem } from '#engine/tasks/quote.ts';
import { cellSettings, newborn, teaching, teachingSettings } from './network.ts';
import { task } from './task.ts';

/** Characters that a trained network reads, and writes. */
const TESTED = 4000;
const LETTERS = 26;
const [OPENING, CLOSING, KINDS] = [LETTERS, LETTERS + 1, LETTERS + 2];

/** A network that guesses the next character of a text with quotation marks, and is never told what inside means. */
export const quoteCell = task(
  z.strictObject({
    ...cellSettings,
    ...teachingSettings,
    /** Characters in a piece; the state is carried from one to the next. */
    window: z.int().positive(),
    /** Chances per character that a quotation opens, outside, and closes, inside. */
    open: z.number().positive(),
    close: z.number().positive(),
  }),
  {
    unit: `share of ${TESTED} fresh characters that the best unit alone tells inside or outside`,
    marks: `quotation marks among ${TESTED} characters that it writes`,
    illegal: 'those of them that open inside or close outside',
  },
  (setting, seed) => {
    const { window, open, close, updates, batch } = setting;
    const { machine, theta } = newborn(setting, softmaxHead, [KINDS, KINDS], seed);
    const source = rng(seed);
    const text = quoteStream(updates * batch * window + 1, { open, close }, source.stream('text'));
    let from = 0;
    const next = (): Lesson => {
      from += window;
      return lesson(text.slice(from - window, from + 1));
    };
    const teach = { ...teaching(setting), isCarried: true };
    for (const { trace } of train(machine, theta, next, teach)) void trace;
    const fresh = quoteStream(TESTED + 1, { open, close }, source.stream('test'));
    return {
      unit: unitAccuracy(machine, theta, fresh),
      ...written(machine, theta, source.stream('written')),
    };
  },
);

const kindOf = ({ x, character }: QuoteItem): number =>
  x === 1 ? OPENING : x === -1 ? CLOSING : character.charCodeAt(0) - 97;

/** Every character of a text but the last is read, and the one behind it asked for. */
function lesson(text: readonly QuoteItem[]): Lesson {
  const rows = text.map((item) => oneHot(kindOf(item), KINDS));
  return {
    inputs: rows.slice(0, -1),
    targets: rows.slice(1),
    lossWeights: rows.slice(1).map(() => 1 / (rows.length - 1)),
  };
}

function unitAccuracy(machine: Machine, theta: Float64Array, text: readonly QuoteItem[]): number {
  const trace = machine.trace(text.length - 1);
  trace.theta.set(theta);
  readLesson(machine, trace, lesson(text));
  const states = text.slice(0, -1).map((_, index) => [...trace.value('h', index + 1)]);
  return bestUnit(
    states,
    text.slice(0, -1).map(({ inside }) => inside),
  ).accuracy;
}

/** Lets a network write, each character drawn as it thinks likely, and counts the marks. */
function written(machine: Machine, theta: Float64Array, random: RandomStream) {
  const trace = machine.trace(TESTED);
  trace.theta.set(theta);
  let [marks, illegal, isInside, kind] = [0, 0, false, 0];
  for (let t = 1; t <= TESTED; t++) {
    trace.value('x', t).set(oneHot(kind, KINDS));
    machine.step(trace, t);
    kind = draw([...trace.value('y', t)], random);
    if (kind < LETTERS) continue;
    marks += 1;
    if ((kind === OPENING) === isInside) illegal += 1;
    isInside = kind === OPENING;
  }
  return { marks, illegal };
}
