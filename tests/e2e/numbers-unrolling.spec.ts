import { compile, encodeQuotes, neuronLamp, play, type Trace } from '#engine/index.ts';
import { decodeSettings } from '#components/lib/settings.ts';
import { judge } from '#components/views/error-nodes.ts';
import { fillingShare, runBatch } from '#components/views/padded.ts';
import {
  ASKED,
  inputWeight,
  trainPair,
  untrainedPair,
  wrongLamps,
} from '#components/views/position-test.ts';
import { changedByCut, runShape } from '#components/views/shapes.ts';
import { runTied, unitsAt } from '#components/views/tied-layer.ts';
import { batchSettings } from '#components/widgets/batch-settings.ts';
import { errorSettings } from '#components/widgets/error-settings.ts';
import { morphSettings } from '#components/widgets/morph-settings.ts';
import { positionSettings } from '#components/widgets/position-settings.ts';
import { shapeSettings, wiringOf } from '#components/widgets/shape-settings.ts';
import { matricesOf, tieSettings } from '#components/widgets/tie-untie-settings.ts';
import { expect, test } from './fixtures.ts';
import { openFigure } from './pages.ts';
import { mismatches, misprints, shownIn } from './shown-numbers.ts';

const CHAPTER = '/unrolling/';

/** A figure, links to states of it, and the engine's own way to their numbers. */
interface Case {
  readonly id: string;
  readonly queries: readonly string[];
  readonly least: number;
  readonly compute: (query: string) => {
    readonly trace?: Trace;
    readonly others: readonly number[];
  };
}

const CASES: readonly Case[] = [
  {
    id: 'morph',
    least: 12,
    queries: ['', 'v=1&pull=0.4&step=4', 'v=1&pull=1&length=8&text=%E2%80%9Cab%E2%80%9Dc&step=2'],
    compute: (query) => {
      const { text, length } = decodeSettings(morphSettings, query).values;
      const items = encodeQuotes([...text].slice(0, length).join(''));
      const trace = play(compile(neuronLamp), {
        params: { w: 2, u: 3, b: 0, a: 4, c: 0 },
        initial: { h: -1 },
        inputs: items.map(({ x }) => x),
      });
      return { trace, others: [3 * trace.length, trace.length] };
    },
  },
  {
    id: 'tie-untie',
    least: 30,
    queries: ['', 'v=1&W1.12=2.5', 'v=1&tying=untied&at=3&W3.11=-1.6', 'v=1&tying=untied&length=8'],
    compute: (query) => {
      const { values } = decodeSettings(tieSettings, query);
      const read = [...values.text].slice(0, values.length).join('');
      const matrices = matricesOf(values, read.length);
      const long = runTied(read, matrices);
      const states = Array.from({ length: matrices.length + 1 }, (_, t) => unitsAt(long, t)).flat();
      const counts = values.tying === 'tied' ? [4, 11] : [20, 55];
      return { others: [...states, ...matrices.flatMap(Object.values<number>), ...counts] };
    },
  },
  {
    id: 'shapes',
    least: 5,
    queries: [
      '',
      'v=1&shape=read-write',
      'v=1&shape=one-to-many&cut=yes',
      'v=1&shape=own&inputs=110000&outputs=000111',
    ],
    compute: (query) => {
      const { values } = decodeSettings(shapeSettings, query);
      const wiring = wiringOf(values);
      const { changed, asked } = changedByCut(wiring);
      return { trace: runShape(wiring, values.cut === 'yes'), others: [changed, asked] };
    },
  },
  {
    id: 'error-nodes',
    least: 6,
    queries: [
      '',
      'v=1&node=h.3&off=0001',
      'v=1&turned=01&w=1.5&step=5',
      'v=1&text=%E2%80%9C&step=8',
    ],
    compute: (query) => {
      const { values } = decodeSettings(errorSettings, query);
      const { trace, total } = judge(values, values.text, values.off, values.turned);
      return { trace, others: [total] };
    },
  },
  {
    id: 'batch-pad',
    least: 12,
    queries: ['', 'v=1&masked=yes', 'v=1&asks=last&w=0.9&b=-0.1', 'v=1&one=%E2%80%9Cab&two=c'],
    compute: (query) => {
      const { one, two, three, w, b, asks, masked } = decodeSettings(batchSettings, query).values;
      const batch = runBatch([one, two, three], { w, b }, asks, masked === 'yes');
      const cells = batch.rows.flatMap((row) => row.cells);
      const { filled, own, mean, widths } = batch;
      const counts = [filled, own, filled - own, mean, 100 * fillingShare(batch), ...widths];
      return { others: [...cells.flatMap(({ loss, answer }) => [loss, answer]), ...counts] };
    },
  },
];

for (const { id, queries, least, compute } of CASES)
  for (const query of queries)
    test(`figure ${id} shows the engine's numbers at «${query}»`, async ({ page }) => {
      await openFigure(page, CHAPTER, id, query);
      const { trace, others } = compute(query);
      await expect
        .poll(async () => mismatches(await shownIn(page, `#${id}`), trace, others))
        .toEqual([]);
      expect((await shownIn(page, `#${id}`)).length).toBeGreaterThanOrEqual(least);
    });

test('figure position-test shows what the chains that it trained answer', async ({ page }) => {
  const query = 'v=1&seen=3&seed=5&mark=5&step=6';
  await openFigure(page, CHAPTER, 'position-test', query);
  const figure = page.locator('#position-test');
  const run = decodeSettings(positionSettings, query).values;
  const wrong = async (pair: Pair): Promise<string[]> =>
    mismatches(await shownIn(page, '#position-test'), undefined, testNumbers(pair, run));
  expect(await wrong(untrainedPair(run))).toEqual([]);
  await figure.getByRole('button', { name: 'Train both' }).click();
  await expect(figure.getByRole('button', { name: 'Trained' })).toBeVisible({ timeout: 20_000 });
  const work = trainPair(run);
  let next = work.next();
  while (next.done !== true) next = work.next();
  expect(await wrong(next.value)).toEqual([]);
});

test('every number of chapter 2 is the number of its experiment or fact, rounded', async ({
  page,
}) => {
  await page.goto(CHAPTER);
  const shown = (await shownIn(page, 'article :is(p, td)')).filter(({ full }) => full !== '');
  expect(shown.length).toBeGreaterThan(20);
  expect(misprints(shown)).toEqual([]);
});

type Pair = ReturnType<typeof untrainedPair>;

/** What the position test shows of two chains: answers and weights at the chosen place, and counts. */
function testNumbers(
  { tied, untied }: Pair,
  { seen, mark, step }: { seen: number; mark: number; step: number },
): number[] {
  return [tied, untied].flatMap((result) => {
    const weight = inputWeight(result, mark);
    const counts = [wrongLamps(result, 1, seen), wrongLamps(result, seen + 1, ASKED)];
    return [
      result.answers[mark - 1]?.[step - 1] ?? NaN,
      weight?.before ?? NaN,
      weight?.after ?? NaN,
      ...counts.flatMap(({ wrong, all }) => [wrong, all]),
    ];
  });
}
