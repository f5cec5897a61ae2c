import {
  compile,
  encodeQuotes,
  join,
  neuronLamp,
  play,
  rnn,
  softmaxHead,
  type Trace,
} from '#engine/index.ts';
import { windowedDefaults, windowedRun } from '#engine/models/windowed.ts';
import { runNetwork } from '#engine/tasks/grade-machine.ts';
import { nonZeroWeights } from '#engine/tasks/machine-networks.ts';
import { finiteMachines, readMarks } from '#engine/tasks/machines.ts';
import { insideShare, unmarkedShares, windowBound } from '#engine/tasks/quote-bounds.ts';
import { decodeSettings } from '#components/lib/settings.ts';
import { anatomySettings, paramsOf } from '#components/widgets/anatomy-settings.ts';
import { betSettings } from '#components/widgets/bet-settings.ts';
import { homeLampSettings } from '#components/widgets/home-lamp-settings.ts';
import { lampSettings } from '#components/widgets/lamp-settings.ts';
import { tickSettings } from '#components/widgets/tick-settings.ts';
import { networkOf, workshopSettings } from '#components/widgets/workshop-settings.ts';
import { isUndecided, isWrong, readText, type LampWeights } from '#components/views/lamp.ts';
import { expect, test } from './fixtures.ts';
import { openFigure } from './pages.ts';
import { mismatches, misprints, shownIn } from './shown-numbers.ts';

const CHAPTER = '/recurrence/';

/** What the engine computes, in Node, for the state that a link names. */
interface Computed {
  readonly trace?: Trace;
  /** Numbers that are no quantity of the trace. */
  readonly others: readonly number[];
}

/** A figure, links to states of it, and the engine's own way to their numbers. */
interface Case {
  readonly id: string;
  /** The page it stands on, if not the chapter. */
  readonly path?: string;
  readonly queries: readonly string[];
  readonly least: number;
  readonly compute: (query: string) => Computed;
}

const CASES: readonly Case[] = [
  {
    id: 'lamp',
    least: 7,
    queries: [
      '',
      'v=1&step=18',
      'v=1&text=a%E2%80%9Cb%E2%80%9Dc&w=1.5&u=2.25&b=-0.1&a=3&c=0.5&step=4',
    ],
    compute: (query) => {
      const { values } = decodeSettings(lampSettings, query);
      return { trace: readWith(values, values.text), others: [] };
    },
  },
  {
    id: 'home-lamp',
    path: '/',
    least: 1,
    queries: ['', 'v=1&text=%E2%80%9Ca%E2%80%9D&w=0.5&c=1'],
    compute: (query) => {
      const { values } = decodeSettings(homeLampSettings, query);
      const readings = readText(values, values.text);
      const undecided = readings.filter(isUndecided);
      const wrong = readings.filter((reading) => isWrong(reading) && !isUndecided(reading));
      return { others: [readings.length, wrong.length, undecided.length] };
    },
  },
  {
    id: 'one-tick',
    least: 12,
    queries: [
      '',
      'v=1&step=5&operation=7',
      'v=1&text=%E2%80%9Cno%E2%80%9D&w=1.5&u=-2.25&b=-0.1&a=3&c=0.5&step=3&operation=4',
    ],
    compute: (query) => {
      const { values } = decodeSettings(tickSettings, query);
      return { trace: readWith(values, values.text), others: [] };
    },
  },
  {
    id: 'anatomy',
    least: 40,
    queries: ['', 'v=1&W_hh.12=1.5&step=3', 'v=1&text=%E2%80%9C%E2%80%9Da&b_h.1=0.7&step=2'],
    compute: (query) => {
      const { values } = decodeSettings(anatomySettings, query);
      const machine = compile(join(rnn, softmaxHead), { D: 2, H: 3, K: 2 });
      const inputs = [...values.text].map((c) =>
        c === '“' ? [1, 0] : c === '”' ? [0, 1] : [0, 0],
      );
      const { layout } = machine;
      const sizes = ['W_xh', 'W_hh', 'b_h', 'W_hy', 'b_y'].map((name) => layout.length(name));
      return {
        trace: play(machine, { params: paramsOf(values), inputs }),
        others: [...sizes, layout.thetaSize],
      };
    },
  },
  {
    id: 'workshop',
    least: 5,
    queries: ['', 'v=1&step=3', 'v=1&task=toggle&units=2&text=a%22b%22&step=2'],
    compute: (query) => {
      const { values } = decodeSettings(workshopSettings, query);
      const network = networkOf(values);
      const marks = readMarks(finiteMachines[values.task], values.text);
      return { trace: runNetwork(network, marks), others: [nonZeroWeights(network)] };
    },
  },
];

for (const { id, path = CHAPTER, queries, least, compute } of CASES)
  for (const query of queries)
    test(`figure ${id} shows the engine's numbers at «${query}»`, async ({ page }) => {
      await openFigure(page, path, id, query);
      const { trace, others } = compute(query);
      await expect
        .poll(async () => mismatches(await shownIn(page, `#${id}`), trace, others))
        .toEqual([]);
      expect((await shownIn(page, `#${id}`)).length).toBeGreaterThanOrEqual(least);
    });

test('figure memoryless-bet shows exact bounds and the accuracies of the networks it trained', async ({
  page,
}) => {
  const query = 'v=1&window=3&open=0.1&updates=100&seed=7';
  await openFigure(page, CHAPTER, 'memoryless-bet', query);
  const figure = page.locator('#memoryless-bet');
  await figure.getByRole('button', { name: 'Skip' }).click();
  await figure.getByRole('button', { name: /^Train/ }).click();
  await expect(figure.getByText('8 networks with that window')).toBeVisible({ timeout: 20_000 });
  const { open, close, window, updates, seed } = decodeSettings(betSettings, query).values;
  const rates = { open, close };
  const runs = Array.from({ length: 8 }, (_, n) =>
    windowedRun({
      ...windowedDefaults,
      rates,
      size: window,
      updates: Number(updates),
      seed: seed + n,
    }),
  );
  const bounds = Array.from({ length: 12 }, (_, k) => 100 * windowBound(k + 1, rates));
  const share = 100 * insideShare(rates);
  const accuracies = runs.map(({ accuracy }) => 100 * accuracy);
  const others = [
    ...bounds,
    Math.min(share, 100 - share),
    ...accuracies,
    ...parts(runs, window, rates),
    1 / open,
    1 / close,
  ];
  expect(mismatches(await shownIn(page, '#memoryless-bet'), undefined, others)).toEqual([]);
});

test('every number of the text is the number of its experiment or fact, rounded', async ({
  page,
}) => {
  await page.goto(CHAPTER);
  const shown = (await shownIn(page, 'article :is(p, td)')).filter(({ full }) => full !== '');
  expect(shown.length).toBeGreaterThan(20);
  expect(misprints(shown)).toEqual([]);
});

function readWith({ w, u, b, a, c }: LampWeights, text: string): Trace {
  const inputs = encodeQuotes(text).map(({ x }) => x);
  return play(compile(neuronLamp), { params: { w, u, b, a, c }, initial: { h: -1 }, inputs });
}

/** The mean accuracies where the last mark is in the window and where it is not, in percent. */
function parts(
  runs: readonly ReturnType<typeof windowedRun>[],
  size: number,
  rates: { open: number; close: number },
): number[] {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const { inside, outside } = unmarkedShares(size, rates);
  const beyond = runs.map(({ unmarkedAnswer }) => (unmarkedAnswer === 1 ? inside : outside));
  const seen = runs.map(({ accuracy }, n) => accuracy - (beyond[n] ?? NaN));
  return [100 * (mean(seen) / (1 - inside - outside)), 100 * (mean(beyond) / (inside + outside))];
}
