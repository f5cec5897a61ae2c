import type { Locator, Page } from '@playwright/test';
import { landscapes } from '#components/gpu/landscapes.ts';
import type { Reply, StripWork, TrainWork, Work } from '#components/gpu/messages.ts';
import { startPopulation } from '#components/gpu/start-population.ts';
import { fateOf, nearest, powerOf } from '#components/views/phase-map.ts';
import { phasePlanes, type PhasePlaneName } from '#engine/analysis/phase-planes.ts';
import { phaseRun } from '#engine/analysis/phase.ts';
import { gapOf, KEPT, POPULATION } from '#engine/models/population.ts';
import { populationUpdate, updateAll } from '#engine/models/population-update.ts';
import { lanesOf } from '#engine/written/lanes.ts';
import { computeStrip } from '#engine/written/landscape.ts';
import { expect, test } from './fixtures.ts';
import { fly, openFigure } from './pages.ts';

const CHAPTER = '/vanishing-gradients/';

/** Numbers that are kept of a row of the population. */
const ROW = POPULATION.columns * KEPT;

/** A strip across valley, walls and plateaus. */
const WORK: StripWork = {
  kind: 'strip',
  landscape: 'cliff',
  area: { across: [0, 4], up: [-0.8, 0.8], columns: 128, rows: 128 },
  rest: { T: 50 },
  firstRow: 32,
  rows: 64,
};

/** Where the reader has pointed on the phase map. */
async function placeOf(map: Locator): Promise<[number, number]> {
  const sliders = map.locator('.side .controls input[type=range]');
  return [Number(await sliders.nth(0).inputValue()), Number(await sliders.nth(1).inputValue())];
}

/** Gives a worker of the page one order and returns its results as plain numbers, or why there are none. */
const ask = (page: Page, url: string, work: Work): Promise<readonly number[][] | string> =>
  page.evaluate(
    ([address, order]) =>
      new Promise<readonly number[][] | string>((resolve) => {
        const worker = new Worker(address, { type: 'module' });
        worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
          worker.terminate();
          resolve('refusal' in data ? data.refusal : data.results.map((part) => [...part]));
        });
        const { work: asked } = order;
        const arrays =
          asked.kind === 'train'
            ? { kept: Float64Array.from(asked.kept), gaps: Float64Array.from(asked.gaps) }
            : {};
        worker.postMessage({ ...order, work: { ...asked, ...arrays } });
      }),
    // typed arrays do not travel to the page as such
    [url, { whole: 1, part: 0, work: plain(work) }] as const,
  );

const plain = (work: Work): Work =>
  work.kind === 'strip'
    ? work
    : ({ ...work, kept: [...work.kept], gaps: [...work.gaps] } as unknown as TrainWork);

/** What the engine has for a strip. */
const exactly = (work: StripWork): Float64Array[] => {
  const landscape = landscapes[work.landscape];
  return computeStrip(landscape, lanesOf(landscape.routine, work.area.columns), work);
};

const phaseWork = (plane: PhasePlaneName): StripWork => ({
  ...WORK,
  landscape: `phase-${plane}`,
  area: { ...WORK.area, across: phasePlanes[plane].across, up: phasePlanes[plane].up },
  rest: { T: 60 },
});

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]!;

test.describe('GPU.js', () => {
  test('agrees with its twin, which has the bits of the engine, in every figure', async ({
    page,
  }) => {
    test.setTimeout(240_000);
    const workers: string[] = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    const { figure, status } = await fly(page);
    await expect(status).toHaveAttribute('data-side', '512', { timeout: 60_000 });
    await expect(status).toHaveAttribute('data-by', 'software');
    await expect(status).toContainText(
      '262144 networks, computed by GPU.js in float32, with graphics that this machine does in software',
    );
    await expect(figure.locator('canvas')).toBeVisible();
    const before = await figure.locator('.report').innerText();
    await figure.getByRole('slider', { name: 'characters' }).press('End');
    await expect(figure.locator('.report')).not.toHaveText(before);

    const urlOf = (name: string): string => workers.find((url) => url.includes(name)) ?? '';
    const [gpuUrl, twinUrl] = [urlOf('gpu-worker'), urlOf('twin-worker')];
    const both = async (work: Work): Promise<readonly (readonly number[][])[]> => {
      const replies = [await ask(page, gpuUrl, work), await ask(page, twinUrl, work)];
      return replies.map((reply) => {
        if (typeof reply === 'string') throw new Error(reply);
        return reply;
      });
    };

    const [gpu, twin] = await both(WORK);
    const [loss, squares] = exactly(WORK);
    expect(twin).toEqual([[...loss!], [...squares!]]);
    const worst = (apart: (n: number, norm: number) => number): number =>
      Math.max(...loss!.map((_, n) => apart(n, Math.sqrt(squares![n]!))));
    // float32 has 24 bits: weights off by some millionths move a loss by that times its slope
    expect(worst((n, norm) => Math.abs(gpu![0]![n]! - loss![n]!) / (1 + norm))).toBeLessThan(4e-6);
    // the wall bends within a few pixels, so slopes of weights slightly off differ more
    expect(
      worst((n, norm) => Math.abs(Math.sqrt(gpu![1]![n]!) - norm) / (0.001 + norm)),
    ).toBeLessThan(0.05);

    for (const plane of ['radius', 'weights'] as const) {
      const [rounded, exact] = await both(phaseWork(plane));
      expect(exact).toEqual(exactly(phaseWork(plane)).map((part) => [...part]));
      const apart = exact![0]!.map((value, n) => Math.abs(value - rounded![0]![n]!));
      // where the state runs into a cycle rounding is forgotten; chaos carries it on, in a part of the map
      expect(quantile(apart, 0.5)).toBeLessThan(1e-3);
      const fates = exact![0]!.filter((value, n) => fateOf(value) === fateOf(rounded![0]![n]!));
      expect(fates.length).toBeGreaterThan(0.95 * apart.length);
    }

    const kept = startPopulation().slice(20 * ROW, 22 * ROW);
    const gaps = Float64Array.from({ length: 2 * POPULATION.columns }, (_, n) =>
      gapOf(n % POPULATION.columns),
    );
    const [trained, alone] = await both({ kind: 'train', kept, gaps, updates: 4 });
    updateAll(lanesOf(populationUpdate, POPULATION.columns), kept, gaps, 4);
    expect(alone).toEqual([[...kept]]);
    // four updates of weights around 1, each rounded to 24 bits after a sum over twenty steps
    const off = trained![0]!.map((value, n) => Math.abs(value - kept[n]!));
    expect(quantile(off, 0.99)).toBeLessThan(1e-4);
    expect(Math.max(...off)).toBeLessThan(1e-2);

    const wide = { ...WORK, area: { ...WORK.area, columns: 40_000 }, rows: 1 };
    expect(await ask(page, gpuUrl, wide)).toBe('size');
  });

  test('is measured beside the CPU, and a network of a map is followed in float64', async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const map = await openFigure(page, CHAPTER, 'phase-map');
    await map.getByRole('button', { name: /^Compute 256/ }).click();
    await expect(map.locator('[data-side="256"]')).toHaveCount(1, { timeout: 60_000 });
    await map.locator('rect.ground').click({ position: { x: 60, y: 120 } });
    await expect(map.locator('.side')).toContainText('a change of the start vanishes');
    const { x, y } = nearest('radius', ...(await placeOf(map)));
    const run = phaseRun(phasePlanes.radius, x, y, 60);
    const exact = String(powerOf(run.logNorms[60]!));
    await expect(map.locator(`.side [data-v="${exact}"]`).first()).toBeVisible();
    await expect(map.locator('.side')).toContainText('The map says');
    await map.getByRole('button', { name: 'two units' }).click();
    await expect(map.locator('.side')).toContainText('weight 1 → 1');
    await map.getByRole('button', { name: 'where it ends' }).click();

    const crossing = await openFigure(page, CHAPTER, 'crossing').catch(() =>
      page.locator('#crossing'),
    );
    await crossing.getByRole('button', { name: 'Measure on this machine' }).click();
    const status = crossing.locator('[data-points]');
    await expect
      .poll(async () => Number(await status.getAttribute('data-points')), { timeout: 60_000 })
      .toBeGreaterThan(2);
    await crossing.getByRole('button', { name: 'Stop' }).click();
    await expect(status).toHaveAttribute('data-running', 'false');
    await expect(status).toContainText('networks of two units');
  });
});
