import { ellipses } from '#engine/analysis/ellipse.ts';
import { powers, stretch } from '#engine/analysis/lag-norms.ts';
import { keeps } from '#engine/analysis/memory-gradient.ts';
import { matrixAt, phasePlanes } from '#engine/analysis/phase-planes.ts';
import { phaseRun } from '#engine/analysis/phase.ts';
import { spectralRadius } from '#engine/math/eigenvalues.ts';
import { decodeSettings } from '#components/lib/settings.ts';
import { shortenedBy, survey, tours } from '#components/views/cliff.ts';
import { loudest, termsOf } from '#components/views/drowning.ts';
import { search } from '#components/views/guess-weights.ts';
import { measure, missedBy, SQUEEZES } from '#components/views/lag-curve.ts';
import { MARKS } from '#components/views/memory-gradient.ts';
import { firstMap, nearest, powerOf } from '#components/views/phase-map.ts';
import { characterOf, rowsOf } from '#components/views/two-by-two.ts';
import { cliffSettings } from '#components/widgets/cliff-settings.ts';
import { drowningSettings } from '#components/widgets/drowning-settings.ts';
import { ellipseFilmSettings } from '#components/widgets/ellipse-film-settings.ts';
import { guessSettings } from '#components/widgets/guess-settings.ts';
import { lagCurveSettings } from '#components/widgets/lag-curve-settings.ts';
import { memoryGradientSettings } from '#components/widgets/memory-gradient-settings.ts';
import { phaseSettings } from '#components/widgets/phase-settings.ts';
import { expect, test } from './fixtures.ts';
import { openFigure } from './pages.ts';
import { mismatches, misprints, shownIn } from './shown-numbers.ts';

const CHAPTER = '/vanishing-gradients/';

/** A figure, links to states of it, and the engine's own way to its numbers. */
interface Case {
  readonly id: string;
  readonly queries: readonly string[];
  readonly least: number;
  readonly compute: (query: string) => readonly number[];
}

const CASES: readonly Case[] = [
  {
    id: 'memory-gradient',
    least: 3,
    queries: ['', 'v=1&w=0.9&letters=20', 'v=1&w=1.37&mark=faint&axis=plain&letters=4', 'v=1&w=0'],
    compute: (query) => {
      const { w, mark, letters } = decodeSettings(memoryGradientSettings, query).values;
      const keep = keeps(w, MARKS[mark], 20)[letters];
      return [keep?.state ?? NaN, keep?.factor ?? NaN, keep?.gradient ?? NaN];
    },
  },
  {
    id: 'ellipse-film',
    least: 15,
    queries: ['', 'v=1&a=0&b=2&c=0&d=0&step=3', 'v=1&a=-1.1&b=0.3&c=0.7&d=0.95&step=8'],
    compute: (query) => {
      const { step, ...four } = decodeSettings(ellipseFilmSettings, query).values;
      const { stretch, radius, determinant } = characterOf(four);
      const all = ellipses(rowsOf(four), 8);
      const bases = [stretch, radius, Math.abs(determinant)];
      return [
        ...all.flatMap(({ longest, shortest, area }) => [longest, shortest, area]),
        ...bases,
        ...bases.map((base) => powers(base, step)[step] ?? NaN),
      ];
    },
  },
  {
    id: 'cliff',
    least: 2,
    queries: ['', 'v=1&step=0', 'v=1&length=40&w=1.2&b=0.2&rule=value&most=0.5&step=9'],
    compute: (query) => {
      const { step, ...tour } = decodeSettings(cliffSettings, query).values;
      const { bare, clipped } = tours(tour);
      const here = [bare[step], bare[step - 1], clipped[step]].filter(
        (place) => place !== undefined,
      );
      const { networks, steepest, flattest } = survey(tour.length).extremes;
      return [
        networks,
        tour.length,
        ...[...here, steepest, flattest].flatMap(({ w, b, loss, norm }) => [w, b, loss, norm]),
        ...here.map(({ norm }) => tour.rate * norm),
        ...here.map(({ norm }) => shortenedBy(norm, tour.most)),
      ];
    },
  },
  {
    id: 'phase-map',
    least: 6,
    queries: ['', 'v=1&plane=weights&x=3&y=-2.5&length=100&t=7'],
    compute: (query) => {
      const { plane, length, ...place } = decodeSettings(phaseSettings, query).values;
      const { x, y } = nearest(plane, place.x, place.y);
      const run = phaseRun(phasePlanes[plane], x, y, length);
      const matrix = matrixAt(phasePlanes[plane], x, y);
      const t = Math.min(place.t, length);
      const { shares } = firstMap('radius');
      return [
        ...[stretch(matrix), spectralRadius(matrix)],
        ...run.trace.value('h', t),
        ...[length, t].map((step) => powerOf(run.logNorms[step] ?? NaN)),
        ...[shares.vanishes, shares.holds, shares.explodes],
      ];
    },
  },
  {
    id: 'guess-weights',
    least: 1,
    queries: ['', 'v=1&freedom=8&range=9&rounds=2', 'v=1&range=1&seed=5'],
    compute: (query) => {
      const { freedom, range, seed, rounds } = decodeSettings(guessSettings, query).values;
      const found = search({ freedom: freedom === '8' ? 8 : 5, range, seed }, rounds);
      const { guesses, hits } = found;
      return [guesses / 1000, hits.length, guesses / hits.length, ...hits.map(({ w }) => w)];
    },
  },
  {
    id: 'drowning',
    least: 1,
    queries: ['', 'v=1&gap=6&echo=0.25&lag=3', 'v=1&echo=0&lag=0'],
    compute: (query) => {
      const { gap, echo, rule, seed, lag } = decodeSettings(drowningSettings, query).values;
      const terms = termsOf({ gap, echo, rule, seed });
      const term = terms[lag];
      const most = loudest(terms).size;
      return [term?.recall ?? NaN, term?.echo ?? NaN, most, most / (term?.recall ?? NaN)];
    },
  },
];

for (const { id, queries, least, compute } of CASES)
  for (const query of queries)
    test(`figure ${id} shows the engine's numbers at «${query}»`, async ({ page }) => {
      await openFigure(page, CHAPTER, id, query);
      await expect
        .poll(async () => mismatches(await shownIn(page, `#${id}`), undefined, compute(query)))
        .toEqual([]);
      expect((await shownIn(page, `#${id}`)).length).toBeGreaterThanOrEqual(least);
    });

for (const query of ['', 'v=1&cell=sigmoid-rnn&a=1.5&c=-0.4&input=0.5&seed=7&lag=12'])
  test(`figure lag-curve shows the engine's numbers after a bet at «${query}»`, async ({
    page,
  }) => {
    await openFigure(page, CHAPTER, 'lag-curve', query);
    const figure = page.locator('#lag-curve');
    await figure.getByRole('slider', { name: /^A change of the state/ }).fill('-3');
    await figure.getByRole('button', { name: 'Commit' }).click();
    await expect(figure.locator('.say')).toContainText('Lag');
    const { lag, ...setting } = decodeSettings(lagCurveSettings, query).values;
    const { norms, bounds, radii } = measure(setting);
    const { stretch, radius } = characterOf(setting);
    const others = [
      ...[norms, bounds, radii].map((curve) => curve[lag] ?? NaN),
      stretch,
      radius,
      SQUEEZES[setting.cell].steepest,
      Math.abs(missedBy(-3, norms[20] ?? NaN)),
    ];
    await expect
      .poll(async () => mismatches(await shownIn(page, '#lag-curve'), undefined, others))
      .toEqual([]);
  });

test('every number of the text is the number of its fact, rounded', async ({ page }) => {
  await page.goto(CHAPTER);
  const shown = (await shownIn(page, 'article :is(p, td)')).filter(({ full }) => full !== '');
  expect(shown.length).toBeGreaterThan(20);
  expect(misprints(shown)).toEqual([]);
});
