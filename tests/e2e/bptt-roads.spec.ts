import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openFigure } from './pages.ts';

const CHAPTER = '/bptt/';

/** Opens a figure of the chapter and returns it, awake. */
const figureOf = (page: Page, id: string, query = ''): Promise<Locator> =>
  openFigure(page, CHAPTER, id, query);

test.describe('the four roads', () => {
  test('lose digits with a step that is too small or too large, and keep the yardstick', async ({
    page,
  }) => {
    const figure = await figureOf(page, 'four-roads');
    const digits = async (road: number): Promise<number> =>
      Number.parseInt(await figure.locator('.road .verdict').nth(road).innerText(), 10);
    const best = await digits(2);
    for (const epsilon of ['1', '13']) {
      await figure.getByRole('slider', { name: 'ε' }).fill(epsilon);
      await expect.poll(() => digits(2)).toBeLessThan(best);
      expect(await digits(0)).toBeGreaterThan(12);
    }
    await expect(figure.getByText('the yardstick')).toBeVisible();
  });

  test('calculate the long number anew for other weights, and the formula of a run', async ({
    page,
  }) => {
    const figure = await figureOf(page, 'four-roads');
    await figure.getByRole('button', { name: 'Edit' }).click();
    await figure.getByRole('textbox', { name: 'w', exact: true }).fill('1.7');
    await expect(figure.locator('.road')).toHaveCount(3);
    await figure.getByRole('button', { name: 'Calculate with 64 digits' }).click();
    await expect(figure.locator('.road')).toHaveCount(4);
    await figure
      .getByRole('group', { name: 'Step of the state' })
      .getByRole('button', { name: '1' })
      .click();
    await expect(figure.locator('[data-formula] .katex').first()).toBeVisible();
  });
});

test.describe('the cost meters', () => {
  test('say what the other way costs, and where it begins to keep less', async ({ page }) => {
    const figure = await figureOf(page, 'cost-meters');
    const says = figure.locator('.say');
    await expect(says).toContainText('With 16 units and 100 steps');
    await figure.getByRole('slider', { name: 'hidden units H' }).fill('0');
    await expect(says).toContainText('With 1 unit and 100 steps');
    await expect(says).toContainText('keeps one number where backwards keeps');
    await figure.getByRole('button', { name: 'Reset' }).click();
    await expect(says).toContainText('With 16 units');
  });

  test('measure on this device, and stop when they are told to', async ({ page }) => {
    test.slow();
    const figure = await figureOf(page, 'cost-meters');
    await figure.getByRole('button', { name: 'Measure here' }).click();
    await figure.getByRole('button', { name: 'Stop' }).click();
    await expect(figure.locator('.done')).toContainText('Not timed yet');
    await figure.getByRole('button', { name: 'Measure here' }).click();
    await expect(figure.locator('.done')).toContainText('times as long here', { timeout: 90_000 });
    await expect(figure.locator('.measured td .r-state')).toHaveCount(5);
  });
});

test.describe('one update', () => {
  test('goes down step by step, until the neuron is a latch', async ({ page }) => {
    const figure = await figureOf(page, 'one-update');
    const says = figure.locator('.say');
    await expect(says).toContainText('Before the first update the loss is 0.620');
    await expect(says).toContainText('One resting state');
    await figure.getByRole('button', { name: 'Step forward' }).click();
    await expect(says).toContainText('After 1 update the loss is 0.602');
    for (let n = 0; n < 3; n++) await figure.getByRole('button', { name: 'Ten more' }).click();
    await expect(says).toContainText(
      'Two resting states: the neuron can hold the bit, since update 25',
    );
    await expect(says).toContainText('wrong at 0 of');
  });

  test('keeps its place in the link, and comes back to the beginning', async ({ page }) => {
    const figure = await figureOf(page, 'one-update', 'v=1&updates=400&rate=0.3');
    await expect(figure.locator('.say')).toContainText('After 400 updates');
    await figure.getByRole('button', { name: 'Reset' }).click();
    await expect(figure.locator('.say')).toContainText('Before the first update');
  });
});

test.describe('the two scissors', () => {
  test('shows networks that remember further than blame was carried', async ({ page }) => {
    const figure = await figureOf(page, 'two-scissors');
    const says = figure.locator('.say');
    await expect(says).toContainText('Pieces of 2, state carried: 5 of 5 networks');
    await figure.getByRole('button', { name: 'reset it' }).click();
    await expect(says).toContainText('Pieces of 2, state reset: 0 of 5 networks');
  });

  test('trains what is asked for, and stops when it is told to', async ({ page }) => {
    const figure = await figureOf(page, 'two-scissors', 'v=1&window=20');
    const says = figure.locator('.say');
    await figure.getByRole('button', { name: 'from the 2nd letter' }).press('Enter');
    await expect(says).toContainText('Not trained yet');
    await figure.getByRole('button', { name: 'Train five networks' }).click();
    await figure.getByRole('button', { name: 'Stop' }).click();
    await expect(says).toContainText('Not trained yet');
    await figure.getByRole('button', { name: 'Train five networks' }).click();
    await expect(says).toContainText('Pieces of 20, state carried: 5 of 5 networks', {
      timeout: 20_000,
    });
  });
});
