import AxeBuilder from '@axe-core/playwright';
import type { FrameLocator, Page } from '@playwright/test';
import { embeds } from '#src/lib/embeds.ts';
import { expect, test } from './fixtures.ts';
import { openFigure } from './pages.ts';

/** Every figure, and one exercise of each chapter. */
const SHOWN = embeds().filter(
  ({ kind, chapter }, n, all) =>
    kind === 'figure' || all.findIndex((e) => e.kind === kind && e.chapter === chapter) === n,
);

/** Opens a page of another site: empty, but for what the test puts there. */
async function openHost(page: Page): Promise<void> {
  await page.route('**/host', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>A course</title>' }),
  );
  await page.goto('/host');
}

/** Puts a frame on the page and returns it, its content awake. */
async function show(page: Page, attributes: string): Promise<FrameLocator> {
  await page.evaluate((written) => {
    document.body.innerHTML = `<iframe ${written}></iframe>`;
  }, attributes);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('.origin')).toBeAttached();
  await expect(frame.locator('astro-island[ssr]')).toHaveCount(0);
  return frame;
}

test('every figure tells its height to the pixel, and fits 300 × 450 without a listener', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await openHost(page);
  const off: string[] = [];
  for (const { id } of SHOWN) {
    const frame = await show(page, `src="/embed/${id}/" width="300" height="450" title="t"`);
    const wide = await frame.locator('body').evaluate((body) => {
      const root = body.ownerDocument.documentElement;
      return root.scrollWidth - root.clientWidth;
    });
    if (wide > 0) off.push(`${id}: ${wide} px too wide at 300`);
    // from here on the page around listens
    await page.evaluate(() => {
      const frame = document.querySelector('iframe')!;
      window.onmessage = ({
        source,
        data,
      }: MessageEvent<{ subject?: string; height?: number }>) => {
        if (source === frame.contentWindow && data.subject === 'lti.frameResize')
          frame.height = String(data.height);
      };
      frame.width = '700';
    });
    const wrong = (): Promise<number> =>
      frame.locator('body').evaluate((body) => {
        const root = body.ownerDocument.documentElement;
        const bottom = body.getBoundingClientRect().bottom;
        return Math.max(root.scrollHeight - root.clientHeight, root.clientHeight - bottom);
      });
    await expect.poll(wrong, { message: id }).toBeLessThanOrEqual(1);
  }
  expect(off).toEqual([]);
});

test('a frame follows what grows in it, and answers a resizer of H5P', async ({ page }) => {
  await openHost(page);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    window.onmessage = ({ source, data }: MessageEvent<Record<string, unknown>>) => {
      heard.push(typeof data === 'string' ? 'text' : String(data['action'] ?? data['subject']));
      const frame = document.querySelector('iframe')!;
      if (data['context'] !== 'h5p') return;
      if (data['action'] === 'hello') (source as Window).postMessage(data, '*');
      if (data['action'] === 'prepareResize')
        (source as Window).postMessage({ context: 'h5p', action: 'resizePrepared' }, '*');
      if (data['action'] === 'resize') frame.height = String(data['scrollHeight']);
    };
  });
  const frame = await show(page, 'src="/embed/hand-step/" width="500" height="100" title="t"');
  const height = (): Promise<number> => page.locator('iframe').evaluate((f) => f.clientHeight);
  await expect.poll(height).toBeGreaterThan(200);
  const before = await height();
  await frame.getByRole('button', { name: 'Hint' }).click();
  await expect.poll(height).toBeGreaterThan(before + 10);
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(new Set(heard)).toEqual(
    new Set(['hello', 'lti.frameResize', 'text', 'prepareResize', 'resize']),
  );
  await page.goto('/embed/lamp/');
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test('the code that a figure copies opens its state in another page, and leads back to it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const figure = await openFigure(page, '/recurrence/', 'latch-bench', 'v=1&w=1.25');
  await figure.getByRole('button', { name: 'Embed' }).click();
  await expect(figure).toContainText('Code of the frame copied.');
  const code = await page.evaluate(() => navigator.clipboard.readText());
  expect(code).toContain('/embed/latch-bench/?v=1&amp;w=1.25"');
  expect(code).toMatch(/title="Figure 1\.4\. Unrolled"/);
  await openHost(page);
  const frame = await show(page, /<iframe (.*?)>/.exec(code)?.[1] ?? '');
  await expect(frame.getByRole('slider').first()).toHaveValue('1.25');
  const origin = frame.locator('.origin a');
  await origin.focus();
  await page.keyboard.press('Shift');
  await expect(origin).toHaveAttribute('href', /\/recurrence\/#latch-bench\?v=1&w=1\.25$/);
  await expect(origin).toContainText('Unrolled, chapter 1: Recurrence');
});

test.describe('without storage', () => {
  // the browser says so itself when the clipboard is closed; the address is shown instead
  test.use({ allow: [/^console: Permissions policy violation: The Clipboard API/] });

  test('a sandboxed frame without storage works, figure and exercise alike', async ({ page }) => {
    await openHost(page);
    const sandbox = 'sandbox="allow-scripts" width="400" height="500" title="t"';
    const figure = await show(page, `src="/embed/latch-bench/?v=1&w=1.25" ${sandbox}`);
    const slider = figure.getByRole('slider').first();
    await expect(slider).toHaveValue('1.25');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect(slider).toHaveValue('1.26');
    await figure.getByRole('button', { name: 'Copy link' }).click();
    await expect(figure.getByRole('textbox', { name: 'Address of this state' })).toHaveValue(
      /w=1\.26/,
    );
    const exercise = await show(page, `src="/embed/parameter-count/" ${sandbox}`);
    await exercise.getByRole('textbox').fill('68');
    await exercise.getByRole('button', { name: 'Check' }).click();
    await expect(exercise.locator('body')).toContainText('Right.');
  });
});
