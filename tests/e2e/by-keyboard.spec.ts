import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openFigure } from './pages.ts';

/** Goes on with the Tab key until a button of this name has the focus, and presses it. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const focused = page.locator(':focus');
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(focused).toHaveAccessibleName(name, { timeout: 50 });
  }).toPass();
  await page.keyboard.press('Enter');
}

test.describe('chapter 1 by keyboard', () => {
  test('a share is bet without a mouse, and the window is widened', async ({ page }) => {
    const figure = await openFigure(page, '/recurrence/', 'memoryless-bet');
    await figure.getByRole('slider').focus();
    await page.keyboard.press('Home');
    await tabTo(page, /^Commit/);
    await expect(figure.locator('.say')).toContainText('You guessed 50 %');
    await figure.getByRole('slider', { name: 'window' }).focus();
    await page.keyboard.press('End');
    await expect(figure.locator('.say')).toContainText('A window of 12 characters allows');
  });

  test('the latch becomes a leak, and reads a mark', async ({ page }) => {
    const figure = await openFigure(page, '/recurrence/', 'latch-bench', 'v=1&w=1.01&step=4');
    await expect(figure.getByRole('img', { name: /two resting states/ }).first()).toBeVisible();
    await figure.getByRole('slider', { name: 'w', exact: true }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(figure.getByRole('img', { name: /one fixed point/ }).first()).toBeVisible();
    await tabTo(page, /^Closing mark, leads to/);
    await expect(figure.locator('.say')).toContainText('Step 5. Reads ”');
    await figure.getByRole('button', { name: 'rectifier' }).press('Enter');
    await expect(figure.locator('.say')).toContainText('and the rectifier gives');
  });

  test('a network of the workshop is tested', async ({ page }) => {
    const figure = await openFigure(page, '/recurrence/', 'workshop');
    await figure.getByRole('button', { name: /^a solution/ }).press('Enter');
    await figure.getByRole('button', { name: /^Test/ }).press('Space');
    await expect(figure.locator('.judged')).toContainText('It works.');
  });
});

test.describe('chapter 2 by keyboard', () => {
  test('an entry of the tied matrix is found with the arrows and moved', async ({ page }) => {
    const figure = await openFigure(page, '/unrolling/', 'tie-untie');
    await figure.getByRole('button', { name: /^Step 3, row 1, column 1/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(figure).toContainText('Row 1, column 2');
    await figure.getByRole('slider', { name: 'Chosen weight, by hand' }).focus();
    await page.keyboard.press('End');
    await expect(figure.locator('.say')).toContainText('on every wire, because it is one weight');
  });

  test('the mask is put on, and another question asked', async ({ page }) => {
    const figure = await openFigure(page, '/unrolling/', 'batch-pad');
    await figure.getByRole('button', { name: 'One answer at the end' }).focus();
    await page.keyboard.press('Enter');
    await expect(figure.locator('.say')).toContainText('the last cell of each row');
    await tabTo(page, /^Put the mask on/);
    await expect(figure.locator('.say')).toContainText('the last character of each text');
  });
});

test.describe('chapter 3 by keyboard', () => {
  test('the four roads are compared at another step and for another weight', async ({ page }) => {
    const figure = await openFigure(page, '/bptt/', 'four-roads');
    await figure.getByRole('slider', { name: 'ε' }).focus();
    await page.keyboard.press('End');
    await expect(figure.locator('.say')).toContainText('10⁻¹³');
    await figure.getByRole('button', { name: 'a', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(figure.locator('.say')).toContainText('of the blame of a');
  });

  test('the meters follow both sliders', async ({ page }) => {
    const figure = await openFigure(page, '/bptt/', 'cost-meters');
    await figure.getByRole('slider', { name: 'steps T' }).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Home');
    await expect(figure.locator('.say')).toContainText('With 1 unit and 1000 steps');
    await expect(figure.locator('.say')).toContainText('A longer text costs it no memory at all');
  });

  test('a cut is chosen, trained and stopped', async ({ page }) => {
    const figure = await openFigure(page, '/bptt/', 'two-scissors');
    await figure.getByRole('button', { name: 'reset it' }).press('Enter');
    await expect(figure.locator('.say')).toContainText('state reset: 0 of 5');
    await figure.getByRole('button', { name: 'from the 4th' }).press('Enter');
    await figure.getByRole('button', { name: 'Train all that is missing' }).press('Enter');
    await figure.getByRole('button', { name: 'Stop' }).press('Enter');
    await expect(figure.getByRole('button', { name: 'Stop' })).toBeDisabled();
  });

  test('updates are taken, all of them, and taken back', async ({ page }) => {
    const figure = await openFigure(page, '/bptt/', 'one-update');
    await figure.getByRole('slider', { name: 'Updates' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(figure.locator('.say')).toContainText('After 1 update the loss is 0.602');
    await page.keyboard.press('End');
    await expect(figure.locator('.say')).toContainText('After 400 updates');
    await page.keyboard.press('Home');
    await expect(figure.locator('.say')).toContainText('Before the first update');
  });
});

test.describe('chapter 4 by keyboard', () => {
  test('a bet on the lag curve is placed and judged', async ({ page }) => {
    const figure = await openFigure(page, '/vanishing-gradients/', 'lag-curve');
    await figure.getByRole('slider', { name: /^A change of the state/ }).focus();
    await page.keyboard.press('Home');
    await tabTo(page, /^Commit/);
    await expect(figure.locator('.say')).toContainText('powers of ten too low');
    await figure.getByRole('slider', { name: 'lag' }).focus();
    await page.keyboard.press('Home');
    await expect(figure.locator('.say')).toContainText('Lag 0');
  });

  test('both walkers go down to the end', async ({ page }) => {
    const figure = await openFigure(page, '/vanishing-gradients/', 'cliff');
    await figure.getByRole('slider', { name: 'Step of both walkers' }).focus();
    await page.keyboard.press('End');
    await expect(figure.getByText('step 30 of 30')).toBeVisible();
    await expect(figure.getByText(/^gone/)).toBeVisible();
  });

  test('the echo is made louder, and the race begun and ended', async ({ page }) => {
    const figure = await openFigure(page, '/vanishing-gradients/', 'drowning');
    await figure.getByRole('slider', { name: 'lag' }).focus();
    await page.keyboard.press('Home');
    await expect(figure.locator('.say').first()).toContainText('Lag 0.');
    await figure.getByRole('button', { name: /^Train/ }).press('Enter');
    await figure.getByRole('button', { name: 'Stop' }).press('Enter');
    await expect(figure.getByText('has not been run')).toBeVisible();
  });

  test('weights are guessed from a wider range', async ({ page }) => {
    const figure = await openFigure(page, '/vanishing-gradients/', 'guess-weights');
    await figure.getByRole('slider', { name: 'drawn from' }).focus();
    await page.keyboard.press('End');
    await expect(figure.locator('.say')).toContainText('each from −9 to 9');
    await figure.getByRole('button', { name: /^Guess/ }).press('Enter');
    await expect(figure.locator('.say')).toContainText('40,000 guesses');
  });
});

test.describe('chapter 5 by keyboard', () => {
  test('the parts of both cells are lit, step by step', async ({ page }) => {
    const figure = await openFigure(page, '/gated-cells/', 'lstm-gru');
    await figure.getByRole('button', { name: 'how much is shown' }).press('Enter');
    await expect(figure.locator('.say')).toContainText('The GRU has no such gate');
    await figure.getByRole('button', { name: 'unit 2, the climber' }).press('Enter');
    await expect(figure.locator('.say')).toContainText('Of unit 2');
  });

  test('a bet on the race is placed, and the race stopped', async ({ page }) => {
    await page.goto('/gated-cells/#cell-race?v=1&gap=40');
    const figure = page.locator('#cell-race');
    await figure.scrollIntoViewIfNeeded();
    await expect(figure.locator('astro-island').first()).not.toHaveAttribute('ssr', /.*/);
    await figure.getByRole('radio').first().focus();
    await page.keyboard.press('ArrowDown');
    await tabTo(page, /^Bet and start/);
    await expect(figure.getByText('your bet')).toBeVisible();
    await figure.getByRole('button', { name: 'Stop' }).press('Enter');
    await expect(figure.getByRole('button', { name: /^(Start the race|Go on)$/ })).toBeVisible();
  });

  test('an equation of the bench is typed', async ({ page }) => {
    const figure = await openFigure(page, '/gated-cells/', 'cell-bench');
    await figure.getByLabel('Equations of one step').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('h[t] = tanh(W_xh x[t] + W_hh h[t-1] + b_h)');
    await expect(figure.locator('.say')).toContainText('parameters agree');
    await expect(figure.locator('.say')).toContainText('of 5 learn it', { timeout: 30_000 });
  });
});
