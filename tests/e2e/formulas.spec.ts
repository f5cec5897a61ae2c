import { expect, test } from './fixtures.ts';
import { openFigure } from './pages.ts';

test('pointing at a symbol lights it in the formula and in the figure, and says what it means', async ({
  page,
}) => {
  await openFigure(page, '/recurrence/', 'one-tick', '');
  const equation = page.locator('#eq-neuron');
  await equation.locator('[data-q="h"][data-lag="1"]').first().hover();
  await expect(equation.locator('[data-q="h"][data-lag="1"]').first()).toHaveAttribute(
    'data-lit',
    '',
  );
  await expect(equation.locator('[data-q="h"][data-lag="0"]').first()).not.toHaveAttribute(
    'data-lit',
    '',
  );
  await expect(equation.locator('[data-gloss]')).toContainText(/state/);
  await expect(page.locator('#one-tick .pill.lit').filter({ visible: true })).toHaveCount(1);
});

test('arrow keys walk through the symbols of a formula', async ({ page }) => {
  await page.goto('/recurrence/');
  const formula = page.locator('#eq-neuron [data-formula]');
  await formula.scrollIntoViewIfNeeded();
  await formula.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#eq-neuron [data-lit]').first()).toBeVisible();
  const first = await page.locator('#eq-neuron [data-lit]').first().getAttribute('data-q');
  await page.keyboard.press('ArrowRight');
  const second = await page.locator('#eq-neuron [data-lit]').first().getAttribute('data-q');
  const lag = await page.locator('#eq-neuron [data-lit]').first().getAttribute('data-lag');
  expect([first, '0']).not.toEqual([second, lag]);
  await page.keyboard.press('Escape');
  await expect(page.locator('#eq-neuron [data-lit]')).toHaveCount(0);
});
