import { expect, test, whole } from './fixtures.ts';

/** Notes, before the page runs, whether it is laid out in portions and how far its text shifts. */
const watchArrival = (): void => {
  const seen = { portions: 0, shift: 0 };
  Object.assign(window, { seen });
  new MutationObserver((records) => {
    seen.portions += records.filter(({ attributeName }) => attributeName === 'data-waits').length;
  }).observe(document, { attributes: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      seen.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
};

interface Seen {
  readonly portions: number;
  readonly shift: number;
}

test.beforeEach(({ page }) => page.addInitScript(watchArrival));

for (const width of [360, 1280])
  test(`a chapter is laid out in portions, ${width} pixels wide, and nothing that is seen moves`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('./recurrence/');
    const { portions, shift } = await page.evaluate(
      () => (window as unknown as { seen: Seen }).seen,
    );
    expect(portions).toBeGreaterThan(100);
    // the bar of the book for layout shifts
    expect(shift).toBeLessThanOrEqual(0.02);
    await expect(page.locator('[data-waits], [data-open]')).toHaveCount(0);
    for (const block of ['.references', '.chapter-foot', '.site-footer'])
      await expect(page.locator(block)).toBeVisible();
    const rest = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('.text > section > *')].filter(
          (block) => !block.checkVisibility() && !block.matches('noscript, script, [hidden]'),
        ).length,
    );
    expect(rest).toBe(0);
  });

test('who comes to a place within the text has all of it at once', async ({ page }) => {
  await page.goto('./recurrence/#references');
  await expect(page.locator('#references')).toBeInViewport();
  expect(await page.evaluate(() => (window as unknown as { seen: Seen }).seen.portions)).toBe(0);
});

test('a key or a click while the text is laid out brings the rest at once', async ({ page }) => {
  await page.addInitScript(() => {
    // no portion after the first screen, as on a machine that has come to a halt
    window.setTimeout = (() => 0) as unknown as typeof window.setTimeout;
  });
  for (const hurry of ['keydown', 'click']) {
    // the fixture's own goto waits for an end, which does not come by itself here
    await page.mainFrame().goto('./recurrence/');
    await expect(page.locator('html[data-arriving]')).toHaveCount(1);
    await expect(page.locator('.site-footer')).toBeHidden();
    await page.locator('h1').dispatchEvent(hurry);
    await whole(page);
    await expect(page.locator('.site-footer')).toBeVisible();
    await expect(page.locator('[data-waits], [data-open]')).toHaveCount(0);
  }
});

test('a key before the first frame leaves no block behind', async ({ page }) => {
  await page.addInitScript(() => {
    const frames: FrameRequestCallback[] = [];
    window.requestAnimationFrame = (frame) => frames.push(frame);
    Object.assign(window, { runFrames: () => frames.splice(0).forEach((frame) => frame(0)) });
  });
  await page.mainFrame().goto('./recurrence/');
  await page.locator('h1').dispatchEvent('keydown');
  await page.evaluate(() => (window as unknown as { runFrames: () => void }).runFrames());
  await expect(page.locator('[data-waits], [data-open]')).toHaveCount(0);
});

test('the reading line is followed only in a text that is whole', async ({ page }) => {
  await page.goto('./recurrence/');
  // a heading that is not laid out would lie above every line, and the last section would seem to be here
  await expect(page.locator('.rail [data-section]:is(.here, .read)')).toHaveCount(0);
});
