import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openFigure } from './pages.ts';

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Notation' }).click();
  await page.getByRole('button', { name, exact: true }).click();
}

test('the whole chapter is written in the letters of another text, and back', async ({ page }) => {
  await openFigure(page, '/recurrence/', 'anatomy', '');
  const equation = page.locator('#eq-layer .katex-html');
  const words = page.locator('#eq-layer').getByRole('img');
  await expect(equation).toContainText('Wxh');
  await choose(page, 'Goodfellow, Bengio, Courville');
  await expect(equation).toContainText('U');
  await expect(equation).not.toContainText('xh');
  // what is read aloud changes too, and so do the labels of the figure
  await expect(words).toHaveAccessibleName(/tangent of U times x at step t plus W times/);
  await expect(page.locator('#anatomy .symbol').filter({ hasText: /^U$/ }).first()).toBeVisible();
  await choose(page, 'This book');
  await expect(equation).toContainText('Wxh');
  await expect(words).toHaveAccessibleName(/tangent of W x h times x sub t plus W h h times/);
});

test('the choice holds on the next page, and symbols still light', async ({ page }) => {
  await page.goto('/recurrence/');
  await choose(page, 'PyTorch');
  await page.reload();
  const equation = page.locator('#eq-layer');
  await expect(equation.locator('.katex-html')).toContainText('Wih');
  await equation.scrollIntoViewIfNeeded();
  await equation.locator('[data-q="h"][data-lag="1"]').first().hover();
  await expect(equation.locator('[data-q="h"][data-lag="1"]').first()).toHaveAttribute(
    'data-lit',
    '',
  );
});

test('formulas that come later are written in it too', async ({ page }) => {
  await page.goto('/recurrence/');
  await choose(page, 'Dive into Deep Learning');
  const prediction = page.locator('#p-same-state');
  await prediction.scrollIntoViewIfNeeded();
  await prediction.getByRole('button', { name: 'Skip' }).click();
  await expect(prediction.locator('.reveal .katex').first()).toHaveAttribute(
    'data-convention',
    'd2l',
  );
});

test('nothing is fetched for it before a reader asks', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto('/recurrence/');
  expect(scripts.filter((url) => /typeset|katex.*\.js/.test(url))).toEqual([]);
});

test('the page of symbols shows all conventions side by side, whatever is chosen', async ({
  page,
}) => {
  await page.goto('/notation/');
  const row = page.getByRole('row', { name: /the weights from state to state/ });
  await expect(row.locator('.katex')).toHaveCount(5);
  const before = await row.innerText();
  await choose(page, 'Keras');
  expect(await row.innerText()).toBe(before);
});
