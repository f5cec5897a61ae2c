import type { Page } from '@playwright/test';
import { landscapes } from '#components/gpu/landscapes.ts';
import { extremesOf } from '#components/views/cliff.ts';
import { lanesOf } from '#engine/written/lanes.ts';
import { computeStrip } from '#engine/written/landscape.ts';
import { expect, test } from './fixtures.ts';
import { fly, openFigure } from './pages.ts';

const GPU_WORKER = /gpu-worker[^/]*\.js$/;

/** Puts a line before the worker's own, as a machine would that has other graphics. */
const onMachineWhere = (page: Page, line: string): Promise<unknown> =>
  page.route(GPU_WORKER, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${line}\n${await response.text()}` });
  });

/** Loses the context when results are read for the n-th time. */
const loseAt = (n: number): string => `{
  const read = WebGL2RenderingContext.prototype.readPixels;
  let times = 0;
  WebGL2RenderingContext.prototype.readPixels = function (...args) {
    if (++times === ${n}) this.getExtension('WEBGL_lose_context').loseContext();
    return read.apply(this, args);
  };
}`;

test.describe('where the context is lost while a population is trained', () => {
  test.use({ allow: [/WebGL|INVALID_OPERATION/] });

  test('hands what is done to the CPU, which goes on', async ({ page }) => {
    test.setTimeout(180_000);
    await onMachineWhere(page, loseAt(16));
    const figure = await openFigure(page, '/gated-cells/', 'population').catch(() =>
      page.locator('#population'),
    );
    await figure.getByRole('slider', { name: '20 letters' }).press('End');
    await figure.getByRole('button', { name: 'Bet and train' }).click();
    const status = figure.locator('[role=status][data-updates]');
    await expect(status).toHaveAttribute('data-by', 'software', { timeout: 60_000 });
    await expect(status).toHaveAttribute('data-by', 'cpu', { timeout: 60_000 });
    expect(Number(await status.getAttribute('data-updates'))).toBeGreaterThanOrEqual(20);
    await expect(status).toContainText('The graphics card was taken away meanwhile');
    await figure.getByRole('button', { name: 'Stop' }).click();
    await expect(figure.getByRole('button', { name: 'Go on' })).toBeVisible();
  });
});

test.describe('the flight over the cliff', () => {
  for (const { where, line, says } of [
    {
      where: 'the context is lost in the middle of a picture',
      line: loseAt(6),
      says: 'The graphics card was taken away meanwhile, so the CPU goes on.',
    },
    {
      where: 'the kernel does not compile',
      line: `WebGL2RenderingContext.prototype.getShaderParameter = () => false;`,
      says: 'The graphics card refused the calculation, so the CPU computes.',
    },
    {
      where: 'GPU.js does not load',
      line: 'throw new Error("GPU.js is missing");',
      says: 'GPU.js could not be loaded, so the CPU computes.',
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
        const area = { across: [0, 4], up: [-0.8, 0.8], columns: 512, rows: 512 } as const;
        const lanes = lanesOf(landscapes.cliff.routine, 512);
        const strip = { area, rest: { T: 10 }, firstRow: 0, rows: 512 };
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
