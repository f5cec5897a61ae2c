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

test('a figure that would give the answer away is covered until the reader commits', async ({
  page,
}) => {
  await page.goto('/bptt/#p-which-use');
  const prediction = page.locator('#p-which-use');
  const figure = page.locator('#contribution-ledger');
  await expect(figure).toContainText('Figure 3.2 is covered until you have answered');
  await expect(figure.getByRole('table')).toHaveCount(0);
  expect(await figure.ariaSnapshot()).not.toContain('0.0576');

  await prediction.scrollIntoViewIfNeeded();
  await prediction.getByRole('button', { name: 'Skip' }).click();
  await expect(figure.getByRole('table')).toBeVisible();
  await prediction.getByRole('button', { name: 'Ask me again' }).click();
  await expect(figure.getByRole('table')).toHaveCount(0);

  // it may be lifted without an answer, and paper has no covers
  await page.emulateMedia({ media: 'print' });
  await expect(figure.getByRole('table')).toBeVisible();
  await expect(figure.getByText('is covered')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await figure.getByRole('button', { name: 'Lift the cover' }).click();
  await expect(figure.getByRole('table')).toBeVisible();
});

test('a figure that a link leads to is not covered', async ({ page }) => {
  await page.goto('/bptt/#contribution-ledger');
  await expect(page.locator('#contribution-ledger').getByRole('table')).toBeVisible();
});
