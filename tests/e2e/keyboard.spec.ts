import { expect, test } from './fixtures.ts';
import { wakeAll } from './pages.ts';

test('the chapter is worked through with the Tab key alone, in the order it is read', async ({
  page,
}) => {
  test.slow();
  await page.goto('/recurrence/');
  await wakeAll(page);
  await page.evaluate(() => document.body.focus());
  const seen: (string | null)[] = [];
  for (let press = 0; press < 600; press++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return undefined;
      return element.closest('figure, .exercise, .predict')?.id ?? null;
    });
    if (stop === undefined) break;
    seen.push(stop);
  }
  const ids = [...new Set(seen)].filter((id) => id !== null);
  const inPage = await page
    .locator('main :is(figure, .exercise, .predict)')
    .evaluateAll((elements) => elements.map(({ id }) => id));
  expect(ids).toEqual(inPage);
});

test('every stop of the Tab key can be seen', async ({ page }) => {
  await page.goto('/recurrence/');
  await wakeAll(page);
  const invisible: string[] = [];
  for (let press = 0; press < 80; press++) {
    await page.keyboard.press('Tab');
    const problem = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return undefined;
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const isRinged = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
      const isInWindow = box.bottom > 0 && box.top < window.innerHeight;
      return isRinged && isInWindow ? undefined : element.outerHTML.slice(0, 120);
    });
    if (problem !== undefined) invisible.push(problem);
  }
  expect(invisible).toEqual([]);
});

test('a reader with a keyboard plays a figure, a prediction and an exercise', async ({ page }) => {
  await page.goto('/recurrence/#one-tick');
  const figure = page.locator('#one-tick');
  await expect(figure.locator('astro-island')).not.toHaveAttribute('ssr', /.*/);
  await figure.getByRole('slider').focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure.locator('.say')).toContainText('operation 4');

  const prediction = page.locator('#p-letter');
  await prediction.scrollIntoViewIfNeeded();
  await expect(prediction.getByRole('button', { name: 'Skip' })).toBeEnabled();
  await prediction.getByRole('button', { name: /^Higher/ }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(prediction).toContainText('Yes.');

  const exercise = page.locator('#parameter-count');
  await exercise.scrollIntoViewIfNeeded();
  await expect(exercise.getByRole('button', { name: 'Check' })).toBeEnabled();
  await exercise.getByRole('textbox').focus();
  await page.keyboard.type('68');
  await page.keyboard.press('Enter');
  await expect(exercise).toContainText('Right.');
});
