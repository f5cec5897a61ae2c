import { benchRuns, digitsShared, isProblem, setUp } from '#components/views/bench.ts';
import { STOPS } from '#components/views/carousel.ts';
import { leakOutcome } from '#components/views/leak-dial.ts';
import { SEEDS } from '#components/views/race.ts';
import { decodeSettings } from '#components/lib/settings.ts';
import { benchSettings, presetText } from '#components/widgets/bench-settings.ts';
import { gateSettings, tableOf } from '#components/widgets/gate-settings.ts';
import { pairSettings } from '#components/widgets/pair-settings.ts';
import { compile, encodeQuotes, leak, play } from '#engine/index.ts';
import { benchTrace } from '#engine/models/cell-bench.ts';
import { trainedCounter } from '#engine/models/counting.ts';
import { endlessRun, largestCell, rightShare } from '#engine/models/endless.ts';
import { gradeGates, runGates } from '#engine/models/quote-gates.ts';
import { runGru, runLstm } from '#engine/models/quote-pair.ts';
import { entrants, heatResult } from '#engine/models/race.ts';
import { expect, test } from './fixtures.ts';
import { openFigure } from './pages.ts';
import { mismatches, misprints, shownIn } from './shown-numbers.ts';

const CHAPTER = '/gated-cells/';
const marksOf = (text: string) => encodeQuotes(text).map(({ x }) => x);

for (const alpha of [0.1, 0.6])
  test(`figure leak-dial shows what a leak of ${alpha} does`, async ({ page }) => {
    await openFigure(page, CHAPTER, 'leak-dial', alpha === 0.1 ? '' : `v=1&alpha=${alpha}`);
    const trace = play(compile(leak), { params: { alpha }, inputs: [1, 0] });
    const { letters } = leakOutcome(alpha);
    await expect
      .poll(async () => mismatches(await shownIn(page, '#leak-dial'), trace, [letters]))
      .toEqual([]);
  });

for (const query of [
  '',
  'v=1&step=3&firmness=2',
  'v=1&f.open=closed&f.close=closed&g.letter=minus&step=9',
])
  test(`figure gate-by-hand shows the engine's numbers at «${query}»`, async ({ page }) => {
    await openFigure(page, CHAPTER, 'gate-by-hand', query);
    const { values } = decodeSettings(gateSettings, query);
    const table = tableOf(values);
    const trace = runGates(table, values.firmness, marksOf(values.text));
    const probe = runGates(table, values.firmness, [1, -1, 0]);
    const { tested, right, holds } = gradeGates(table, values.firmness);
    const cells = ['f', 'i', 'g', 'o'].flatMap((gate) =>
      [1, 2, 3].map((t) => probe.value(gate, t)[0] ?? NaN),
    );
    await expect
      .poll(async () =>
        mismatches(await shownIn(page, '#gate-by-hand'), trace, [tested, right, holds, ...cells]),
      )
      .toEqual([]);
    expect((await shownIn(page, '#gate-by-hand')).length).toBeGreaterThan(25);
  });

for (const query of [
  '',
  'v=1&unit=2&step=8',
  'v=1&reset=before&update=writes&unit=2&part=reset&step=5',
])
  test(`figure lstm-gru shows both cells' numbers at «${query}»`, async ({ page }) => {
    await openFigure(page, CHAPTER, 'lstm-gru', query);
    const { text, reset, update } = decodeSettings(pairSettings, query).values;
    const marks = marksOf(text);
    const left = runLstm(marks);
    const right = runGru(reset, update, marks);
    await expect
      .poll(async () => mismatches(await shownIn(page, '#lstm-gru .lstm'), left, []))
      .toEqual([]);
    expect(mismatches(await shownIn(page, '#lstm-gru .gru'), right, [])).toEqual([]);
    const other = runGru(reset === 'behind' ? 'before' : 'behind', update, marks);
    const numbers = [left, right, other].flatMap((trace) => [...trace.values]);
    const all = [...numbers, ...numbers.map((value) => 1 - value)];
    expect(mismatches(await shownIn(page, '#lstm-gru > :is(table, .say)'), undefined, all)).toEqual(
      [],
    );
    expect((await shownIn(page, '#lstm-gru .gru')).length).toBeGreaterThan(6);
  });

for (const [query, seed, read] of [
  ['', 4, 20],
  ['v=1&seed=2&read=2000', 2, 2000],
] as const)
  test(`figure carousel shows what both cells hold at «${query}»`, async ({ page }) => {
    await openFigure(page, CHAPTER, 'carousel', query);
    const others = ([1997, 2000] as const).flatMap((year) => {
      const run = endlessRun(year, seed, 2000);
      const blocks = STOPS.map((last, n) => 100 * rightShare(run, (STOPS[n - 1] ?? 0) + 1, last));
      return [largestCell(run, read).value, Math.round(read * rightShare(run, 1, read)), ...blocks];
    });
    await expect
      .poll(async () => mismatches(await shownIn(page, '#carousel'), undefined, others))
      .toEqual([]);
  });

test('figure cell-race shows the heats that were run, each as the engine runs it', async ({
  page,
}) => {
  await page.goto(`${CHAPTER}#cell-race?v=1&gap=10&seed=3`);
  const figure = page.locator('#cell-race');
  await figure.scrollIntoViewIfNeeded();
  await figure.getByRole('button', { name: 'Start without a bet' }).click();
  await expect(async () => {
    const goOn = figure.getByRole('button', { name: 'Go on' });
    if (await goOn.isEnabled()) await goOn.click();
    await expect(figure.locator('.say')).toContainText('Over 10 letters', { timeout: 6000 });
  }).toPass({ timeout: 60_000 });
  await figure.getByText('The same as numbers').click();
  const heats = entrants.flatMap(({ id }) =>
    Array.from({ length: SEEDS }, (_, n) => heatResult({ entrant: id, gap: 10, seed: 3 + n })),
  );
  const times = heats.flatMap(({ solvedAt }) => (solvedAt === undefined ? [] : [solvedAt]));
  const counts = Array.from({ length: SEEDS + 1 }, (_, n) => n);
  const shown = await shownIn(page, '#cell-race');
  expect(mismatches(shown, undefined, [...times, ...counts])).toEqual([]);
  expect(await shownIn(page, '#cell-race td')).toHaveLength(times.length);
});

test('figure counter shows how far the cells of each seed reach', async ({ page }) => {
  await openFigure(page, CHAPTER, 'counter', 'v=1&n=20');
  const reaches = (seed: number): number[] =>
    (['lstm', 'gru'] as const).map((cell) => trainedCounter(cell, seed).reach);
  expect(mismatches(await shownIn(page, '#counter'), undefined, reaches(1))).toEqual([]);
  await page.locator('#counter').getByRole('button', { name: 'Train the next seed' }).click();
  await expect(page.locator('#counter .charts svg')).toHaveCount(2, { timeout: 20_000 });
  expect(mismatches(await shownIn(page, '#counter'), undefined, reaches(2))).toEqual([]);
});

for (const query of ['', 'v=1&preset=ugrnn&shows=wiring&step=3&start=b_z+%3D+2'])
  test(`figure cell-bench shows what the cell came to at «${query}»`, async ({ page }) => {
    await openFigure(page, CHAPTER, 'cell-bench', query);
    const { preset, start, step } = decodeSettings(benchSettings, query).values;
    const bench = setUp(presetText(preset), start);
    if (isProblem(bench)) throw new Error(bench.found);
    const runs = benchRuns(bench);
    await expect(page.locator('#cell-bench .say')).toContainText('of 5 learn it', {
      timeout: 30_000,
    });
    const trace = benchTrace(bench.machine, bench.starts, 1, [0, 1, 0, -1]);
    const others = [
      bench.check.parameters,
      digitsShared(bench.check.worst),
      runs[0]?.lagBefore.at(-1) ?? NaN,
      runs.filter(({ right }) => right >= 0.99).length,
      ...runs.map(({ holds }) => holds),
    ];
    expect(mismatches(await shownIn(page, '#cell-bench'), trace, others)).toEqual([]);
    if (query !== '') expect(step).toBe(3);
  });

test('every number of the text is the number of its experiment or fact, rounded', async ({
  page,
}) => {
  await page.goto(CHAPTER);
  const shown = (await shownIn(page, 'article :is(p, td)')).filter(({ full }) => full !== '');
  expect(shown.length).toBeGreaterThan(30);
  expect(misprints(shown)).toEqual([]);
});
