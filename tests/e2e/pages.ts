import type { Page } from '@playwright/test';

/** Every page of the book. */
export const PAGES = [
  '/',
  '/recurrence/',
  '/unrolling/',
  '/bptt/',
  '/vanishing-gradients/',
  '/gated-cells/',
  '/glossary/',
  '/notation/',
  '/404.html',
] as const;

/** Scrolls through a page so that every figure wakes up, and back to the top. */
export async function wakeAll(page: Page): Promise<void> {
  const islands = page.locator('astro-island[ssr]');
  const height = await page.evaluate(() => document.body.scrollHeight);
  for (let y = 0; y < height; y += 600) {
    await page.evaluate((top) => window.scrollTo(0, top), y);
    // observers of visibility need a frame to see where the page is
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }
  await islands
    .first()
    .waitFor({ state: 'detached' })
    .catch(() => undefined);
  await page.evaluate(() => window.scrollTo(0, 0));
}
