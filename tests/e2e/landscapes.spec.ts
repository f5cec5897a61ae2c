import type { Locator, Page } from '@playwright/test';
import { landscapes } from '#components/gpu/landscapes.ts';
import type { Order, Reply } from '#components/gpu/messages.ts';
import { extremesOf } from '#components/views/cliff.ts';
import { lanesOf } from '#engine/written/lanes.ts';
import { computeStrip } from '#engine/written/landscape.ts';
import { expect, test } from './fixtures.ts';
import { openFigure } from './pages.ts';

const CHAPTER = '/vanishing-gradients/';
const GPU_WORKER = /gpu-worker[^/]*\.js$/;

/** A strip across valley, walls and plateaus. */
const ORDER: Order = {
  landscape: 'cliff',
  picture: 1,
  area: { across: [0, 4], up: [-0.8, 0.8], columns: 128, rows: 128 },
  rest: { T: 50 },
  firstRow: 32,
  rows: 64,
};

/** Opens the cliff and starts its flight. */
async function fly(page: Page, query = ''): Promise<{ figure: Locator; status: Locator }> {
  const figure = await openFigure(page, CHAPTER, 'cliff', query);
  await figure.getByRole('button', { name: /^Fly over/ }).click();
  return { figure, status: figure.locator('[role=status][data-by]') };
}

/** Puts a line before the worker's own, as a machine would that has other graphics. */
const onMachineWhere = (page: Page, line: string): Promise<unknown> =>
  page.route(GPU_WORKER, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${line}\n${await response.text()}` });
  });

/** Gives a worker of the page one order and returns its answer, arrays as plain numbers. */
const ask = (page: Page, url: string, order: Order): Promise<Reply> =>
  page.evaluate(
    ([address, message]) =>
      new Promise<Reply>((resolve) => {
        const worker = new Worker(address, { type: 'module' });
        worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
          worker.terminate();
          resolve(
            'refusal' in data
              ? data
              : { ...data, results: data.results.map((part) => [...part] as never) },
          );
        });
        worker.postMessage(message);
      }),
    [url, order] as const,
  );

test.describe('the flight over the cliff', () => {
  test('is computed by GPU.js, to the finest, and anew for another length', async ({ page }) => {
    test.slow();
    const { figure, status } = await fly(page);
    await expect(status).toHaveAttribute('data-by', 'gpu');
    await expect(status).toHaveAttribute('data-side', '512');
    await expect(status).toContainText('262144 networks, computed by GPU.js in float32');
    await expect(figure.locator('canvas')).toBeVisible();
    const before = await figure.locator('.report').innerText();
    await figure.getByRole('slider', { name: 'characters' }).press('End');
    await expect(figure.locator('.report')).not.toHaveText(before);
    await expect(status).toHaveAttribute('data-side', '512');
  });

  test('agrees with its twin, which has the bits of the engine', async ({ page }) => {
    test.slow();
    const workers: string[] = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    const { status } = await fly(page);
    await expect(status).toHaveAttribute('data-by', 'gpu');
    const urlOf = (name: string): string => workers.find((url) => url.includes(name)) ?? '';
    const [gpu, twin] = [
      await ask(page, urlOf('gpu-worker'), ORDER),
      await ask(page, urlOf('twin-worker'), ORDER),
    ];
    if ('refusal' in gpu || 'refusal' in twin) throw new Error('a worker has refused');
    const lanes = lanesOf(landscapes.cliff.routine, ORDER.area.columns);
    const [loss, squares] = computeStrip(landscapes.cliff, lanes, ORDER);
    expect(twin.results).toEqual([[...loss!], [...squares!]]);
    const worst = (apart: (n: number, norm: number) => number): number =>
      Math.max(...loss!.map((_, n) => apart(n, Math.sqrt(squares![n]!))));
    // float32 has 24 bits: weights off by some millionths move a loss by that times its slope
    expect(worst((n, norm) => Math.abs(gpu.results[0]![n]! - loss![n]!) / (1 + norm))).toBeLessThan(
      4e-6,
    );
    // the wall bends within a few pixels, so slopes of weights slightly off differ more
    expect(
      worst((n, norm) => Math.abs(Math.sqrt(gpu.results[1]![n]!) - norm) / (0.001 + norm)),
    ).toBeLessThan(0.05);
  });

  test('refuses a picture that graphics cannot hold', async ({ page }) => {
    const workers: string[] = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    await fly(page);
    await expect.poll(() => workers.some((url) => GPU_WORKER.test(url))).toBe(true);
    const area = { ...ORDER.area, columns: 40_000 };
    const url = workers.find((address) => GPU_WORKER.test(address)) ?? '';
    expect(await ask(page, url, { ...ORDER, area, rows: 1 })).toEqual({ refusal: 'size' });
  });

  for (const { where, line, says } of [
    {
      where: 'there is no WebGL',
      line: 'OffscreenCanvas.prototype.getContext = () => null;',
      says: 'This browser has no WebGL 2, so the CPU computes the map.',
    },
    {
      where: 'the context is lost in the middle of a picture',
      line: `{
        const read = WebGL2RenderingContext.prototype.readPixels;
        let times = 0;
        WebGL2RenderingContext.prototype.readPixels = function (...args) {
          if (++times === 6) this.getExtension('WEBGL_lose_context').loseContext();
          return read.apply(this, args);
        };
      }`,
      says: 'The graphics card was taken away meanwhile, so the CPU computes the map.',
    },
    {
      where: 'the kernel does not compile',
      line: `WebGL2RenderingContext.prototype.getShaderParameter = () => false;`,
      says: 'The graphics card refused the calculation, so the CPU computes the map.',
    },
    {
      where: 'GPU.js does not load',
      line: 'throw new Error("GPU.js is missing");',
      says: 'GPU.js could not be loaded, so the CPU computes the map.',
    },
  ])
    test.describe(`where ${where}`, () => {
      test.use({ allow: [/GPU\.js is missing|WebGL|INVALID_OPERATION/] });

      test('is taken over by the CPU, with a sentence', async ({ page }) => {
        test.slow();
        await onMachineWhere(page, line);
        const { figure, status } = await fly(page, 'v=1&length=10');
        await expect(status).toContainText(says);
        await expect(status).toHaveAttribute('data-by', 'cpu');
        await expect(status).toHaveAttribute('data-side', '512', { timeout: 60_000 });
        await expect(status).toContainText('262144 networks, computed on the CPU in float64');
        const { area, rest } = {
          area: { ...ORDER.area, columns: 512, rows: 512 },
          rest: { T: 10 },
        };
        const lanes = lanesOf(landscapes.cliff.routine, 512);
        const strip = { area, rest, firstRow: 0, rows: 512 };
        const [, squares] = computeStrip(landscapes.cliff, lanes, strip);
        const { steepest } = extremesOf(area, squares!, 10);
        await expect(figure.locator(`.report [data-v="${steepest.norm}"]`)).toBeVisible();
      });
    });

  test('runs in a browser that was started without any graphics', async ({
    playwright,
    baseURL,
  }) => {
    test.slow();
    const executablePath = process.env['CHROMIUM_PATH'];
    const browser = await playwright.chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-software-rasterizer'],
    });
    const page = await browser.newPage({ baseURL: baseURL ?? '' });
    const { status } = await fly(page, 'v=1&length=10');
    await expect(status).toContainText('This browser has no WebGL 2');
    await expect(status).toHaveAttribute('data-by', 'cpu');
    await browser.close();
  });
});
