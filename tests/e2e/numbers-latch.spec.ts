import { fixedPoints, foldDrives, swing } from '#engine/analysis/fixed-points.ts';
import {
  halfLife,
  halvingTime,
  letterGoal,
  marksToLatch,
  restState,
  watershed,
} from '#engine/analysis/latch.ts';
import { squeezes } from '#engine/analysis/squeezes.ts';
import { compile, encodeQuotes, neuron, play, withFunctions, type Trace } from '#engine/index.ts';
import { decodeSettings } from '#components/lib/settings.ts';
import { latchSettings } from '#components/widgets/latch-settings.ts';
import { expect, test } from './fixtures.ts';
import { openFigure } from './pages.ts';
import { mismatches, shownIn } from './shown-numbers.ts';

for (const query of [
  '',
  'v=1&w=0.5',
  'v=1&w=-1.5&step=7',
  'v=1&w=1.05&b=0.01&step=9',
  'v=1&u=0.5&step=5',
  'v=1&w=3&b=2',
  'v=1&squeeze=logistic&w=8&b=-4&step=6',
  'v=1&squeeze=logistic&w=6&b=1&step=4',
  'v=1&squeeze=logistic&step=5',
  'v=1&squeeze=rectifier&w=0.9&u=2&step=7',
  'v=1&squeeze=rectifier&w=2&b=-1&step=3',
  'v=1&squeeze=none&w=1.5&step=4',
  'v=1&squeeze=none&w=0.9&b=0.1&step=9',
])
  test(`figure latch-bench shows the engine's numbers at «${query}»`, async ({ page }) => {
    await openFigure(page, '/recurrence/', 'latch-bench', query);
    const { trace, others } = benchNumbers(query);
    await expect
      .poll(async () => mismatches(await shownIn(page, '#latch-bench'), trace, others))
      .toEqual([]);
    expect((await shownIn(page, '#latch-bench')).length).toBeGreaterThanOrEqual(13);
  });

/** What the engine computes for the bench in the state of a link: the run, and what its weights say. */
function benchNumbers(query: string): { trace: Trace; others: readonly number[] } {
  const values = decodeSettings(latchSettings, query).values;
  const { tape, step, w, u, b } = values;
  const squeeze = squeezes[values.squeeze];
  const { at } = squeeze;
  const trace = play(compile(withFunctions(neuron, { tanh: squeeze.op })), {
    params: { w, u, b },
    initial: { h: -1 },
    inputs: encodeQuotes(tape).map(({ x }) => x),
  });
  const points = fixedPoints(w, b, squeeze);
  const rest = restState(w, b, squeeze);
  const opened = at(w * (rest ?? -1) + u + b);
  const now = trace.value('h', Math.min(step, trace.length))[0] ?? NaN;
  const climbs = fixedPoints(w, u + b, squeeze);
  return {
    trace,
    others: [
      ...points.flatMap(({ value, slope }) => [value, slope, halvingTime(slope)]),
      ...climbs.map(({ value }) => value),
      ...[1, 0, -1].map((x) => at(w * now + u * x + b)),
      ...(swing(w, b, squeeze) ?? []),
      ...(foldDrives(w, squeeze) ?? []),
      ...[
        rest,
        watershed(w, b, squeeze),
        opened,
        halfLife(w, b, opened, squeeze),
        marksToLatch(w, u, b, squeeze),
        letterGoal(w, b, now, squeeze),
      ].filter((value) => value !== undefined),
      w * squeeze.steepest,
      u + b,
      // printed behind its sign
      Math.abs(b),
    ],
  };
}
