import { expect, test } from './fixtures.ts';

const CHAPTER = '/recurrence/';

test('a prediction keeps its result out of the page until the reader commits', async ({ page }) => {
  await page.goto(CHAPTER);
  const prediction = page.locator('#p-letter');
  await prediction.scrollIntoViewIfNeeded();
  const run = prediction.getByRole('button', { name: 'Do the step' });
  await expect(prediction.getByRole('button', { name: 'Skip' })).toBeEnabled();
  await expect(run).toBeDisabled();
  await expect(prediction.locator('.reveal')).toHaveCount(0);
  expect(await prediction.ariaSnapshot()).not.toContain('0.919');

  await prediction.getByRole('button', { name: /^Lower/ }).click();
  await expect(prediction.locator('.reveal')).toHaveCount(0);
  await run.click();
  await expect(prediction).toContainText('Not so.');
  await expect(prediction.locator('.reveal')).toContainText('0.919');
  await expect(prediction.locator('.answer')).toBeFocused();
});

test('a prediction can be skipped, is remembered, and can be asked again', async ({ page }) => {
  await page.goto(CHAPTER);
  const prediction = page.locator('#p-letter');
  await prediction.scrollIntoViewIfNeeded();
  await prediction.getByRole('button', { name: 'Skip' }).click();
  await expect(prediction.locator('.reveal')).toBeVisible();
  await page.reload();
  await prediction.scrollIntoViewIfNeeded();
  await expect(prediction.locator('.reveal')).toBeVisible();
  await prediction.getByRole('button', { name: 'Ask me again' }).click();
  await expect(prediction.locator('.reveal')).toHaveCount(0);
});

test('every prediction of the chapter hides its result at first', async ({ page }) => {
  await page.goto(CHAPTER);
  const predictions = page.locator('.predict');
  expect(await predictions.count()).toBeGreaterThanOrEqual(3);
  for (const prediction of await predictions.all()) {
    await prediction.scrollIntoViewIfNeeded();
    await expect(prediction.getByRole('button', { name: 'Skip' })).toBeEnabled();
    await expect(prediction.locator('.reveal')).toHaveCount(0);
  }
});

test('the bet on memory shows no bound before a guess', async ({ page }) => {
  await page.goto(CHAPTER);
  const figure = page.locator('#memoryless-bet');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.getByRole('button', { name: 'Skip' })).toBeVisible();
  expect(await figure.ariaSnapshot()).not.toContain('64.6');
  await figure.getByRole('button', { name: 'Skip' }).click();
  await expect(figure).toContainText('64.6');
});
