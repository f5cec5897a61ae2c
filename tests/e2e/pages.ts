import { expect, type Locator, type Page } from '@playwright/test';

export const CHAPTERS = [
  '/recurrence/',
  '/unrolling/',
  '/bptt/',
  '/vanishing-gradients/',
  '/gated-cells/',
] as const;

/** Every page of the book. */
export const PAGES = [
  '/',
  ...CHAPTERS,
  '/glossary/',
  '/notation/',
  '/bibliography/',
  '/figures/',
  '/figures/lamp/',
  '/experiments/',
  '/worksheets/',
  '/teach/',
  '/teach/recurrence/',
  '/authors/',
  '/keep/',
  '/privacy/',
  '/accessibility/',
  '/404.html',
] as const;

/** Scrolls through a page so that every figure wakes up, and back to the top. */
export async function wakeAll(page: Page): Promise<void> {
  const islands = page.locator('astro-island[ssr]');
  // figures may grow when they wake
  const height = (): Promise<number> => page.evaluate(() => document.body.scrollHeight);
  for (let y = 0; y < (await height()); y += 600) {
    await page.evaluate((top) => window.scrollTo(0, top), y);
    // observers of visibility need a frame to see where the page is
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }
  await expect(islands).toHaveCount(0);
  await page.evaluate(() => window.scrollTo(0, 0));
}

/** Opens a figure in the state of a link and returns it as soon as it shows that state. */
export async function openFigure(
  page: Page,
  path: string,
  id: string,
  query = '',
): Promise<Locator> {
  // a change of the fragment alone would not load the page anew
  await page.goto('about:blank');
  await page.goto(`${path}#${id}${query === '' ? '' : `?${query}`}`);
  const figure = page.locator(`#${id}`);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('astro-island').first()).not.toHaveAttribute('ssr', /.*/);
  await expect(figure.locator('[data-v]').first()).toBeVisible();
  return figure;
}

/** Opens an exercise and returns it, awake. */
export async function openExercise(page: Page, path: string, id: string): Promise<Locator> {
  await page.goto(`${path}#${id}`);
  const exercise = page.locator(`#${id}`);
  await exercise.scrollIntoViewIfNeeded();
  await expect(exercise.getByRole('button', { name: 'Check' })).toBeEnabled();
  return exercise;
}

/** Opens the cliff and starts its flight. */
export async function fly(page: Page, query = ''): Promise<{ figure: Locator; status: Locator }> {
  const figure = await openFigure(page, '/vanishing-gradients/', 'cliff', query);
  await figure.getByRole('button', { name: /^Fly over/ }).click();
  return { figure, status: figure.locator('[role=status][data-by]') };
}
