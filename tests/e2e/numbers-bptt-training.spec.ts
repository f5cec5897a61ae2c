import { decodeSettings } from '#components/lib/settings.ts';
import { scissorsSettings, SEEDS } from '#components/widgets/scissors-settings.ts';
import { updateSettings } from '#components/widgets/update-settings.ts';
import { bptt, encodeQuotes, sgd } from '#engine/index.ts';
import { truncatedDefaults, truncatedRun } from '#engine/models/truncated-reader.ts';
import { expect, test } from './fixtures.ts';
import { lampOver, type FiveNumbers } from './lamp-over.ts';
import { openFigure } from './pages.ts';
import { misprints, shownIn, valuesIn } from './shown-numbers.ts';

const CHAPTER = '/bptt/';
const NAMES = ['w', 'u', 'b', 'a', 'c'] as const;

for (const query of ['', 'v=1&window=5&state=reset', 'v=1&window=20&asked=4&seed=3'])
  test(`figure two-scissors shows the networks that the engine trains at «${query}»`, async ({
    page,
  }) => {
    const figure = await openScissors();
    const { window, state, asked, seed } = decodeSettings(scissorsSettings, query).values;
    if (asked !== '0') {
      await figure.getByRole('button', { name: 'Train five networks' }).click();
      await expect(figure.locator('.say')).toContainText('networks have', { timeout: 30_000 });
    }
    const accuracies = Array.from({ length: SEEDS }, (_, n) =>
      truncatedRun({
        ...truncatedDefaults,
        window: Number(window),
        isCarried: state === 'carried',
        askedAfter: Number(asked),
        seed: seed + n,
      }),
    );
    const shown = await shownIn(page, '#two-scissors');
    const learned = accuracies.filter((accuracy) => accuracy > 0.95).length;
    const expected = [learned, SEEDS, ...accuracies.map((accuracy) => 100 * accuracy)];
    expect(shown.map(({ full }) => Number(full))).toEqual(expected);
    expect(misprints(shown)).toEqual([]);

    /** A setting that was not trained for the page shows no number yet. */
    async function openScissors() {
      await page.goto(`${CHAPTER}#two-scissors${query === '' ? '' : `?${query}`}`);
      const opened = page.locator('#two-scissors');
      await opened.scrollIntoViewIfNeeded();
      await expect(opened.locator('astro-island').first()).not.toHaveAttribute('ssr', /.*/);
      return opened;
    }
  });

for (const query of [
  '',
  'v=1&updates=1',
  'v=1&updates=37&rate=0.1',
  'v=1&updates=400&text=a%E2%80%9Cb%E2%80%9Dc&w=0.5&u=-1&b=0.2&a=2&c=-0.3&rate=1.5',
])
  test(`figure one-update shows the engine's descent at «${query}»`, async ({ page }) => {
    await openFigure(page, CHAPTER, 'one-update', query);
    const { values } = decodeSettings(updateSettings, query);
    const { weights, gradient, loss, wrong } = descended(
      values,
      values.text,
      values.rate,
      values.updates,
    );
    const rows = NAMES.flatMap((name) => [
      weights[name],
      gradient[name],
      -values.rate * gradient[name],
    ]);
    await expect.poll(() => valuesIn(page, '#one-update')).toEqual([...rows, loss, wrong]);
    expect(misprints(await shownIn(page, '#one-update'))).toEqual([]);
  });

/** The lamp after some updates on the mean loss, with what the next one would take. */
function descended(start: FiveNumbers, text: string, rate: number, updates: number) {
  const optimizer = sgd(rate);
  let weights: FiveNumbers = start;
  for (let n = 0; ; n++) {
    const { machine, trace } = lampOver(weights, text, 1 / encodeQuotes(text).length);
    bptt(machine, trace);
    const named = (of: (name: (typeof NAMES)[number]) => number): FiveNumbers => ({
      w: of('w'),
      u: of('u'),
      b: of('b'),
      a: of('a'),
      c: of('c'),
    });
    const gradient = named((name) => trace.grad(name)[0] ?? NaN);
    if (n === updates) {
      const wrong = encodeQuotes(text).filter(
        ({ inside }, i) => (trace.value('y', i + 1)[0] ?? NaN) >= 0.5 !== (inside === 1),
      ).length;
      return { weights, gradient, loss: trace.loss(), wrong };
    }
    optimizer.update(trace.theta, trace.thetaGrad);
    weights = named((name) => trace.value(name)[0] ?? NaN);
  }
}
