import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openFigure } from './pages.ts';

const CHAPTER = '/bptt/';

/** Opens a figure of the chapter and returns it, awake. */
const figureOf = (page: Page, id: string, query = ''): Promise<Locator> =>
  openFigure(page, CHAPTER, id, query);

test.describe('the backward stepper', () => {
  /** The numbers of the chosen column of the table, from the top. */
  const column = (figure: Locator): Locator => figure.locator('td.now');

  test('opens at step 4, where two voices have met, and goes on to step 3', async ({ page }) => {
    const figure = await figureOf(page, 'backward-stepper');
    await expect(column(figure)).toHaveText(['−0.822', '0.037', '+0.1440', '+0.0265', '+0.1705']);
    await figure.getByRole('button', { name: 'Step 3: b' }).click();
    await expect(figure.locator('.position')).toContainText(
      'back in step 3 of 5 · addition 1 of 14',
    );
    // the message of step 4 is there before the lamp of step 3 has been asked
    await expect(column(figure)).toHaveText(['0.919', '0.025', '', '+0.1106', '+0.1106']);
    const forward = figure.getByRole('button', { name: 'Step forward' });
    for (let addition = 2; addition <= 6; addition++) await forward.click();
    await expect(column(figure)).toHaveText(['0.919', '0.025', '−0.0989', '+0.1106', '+0.0117']);
    await expect(figure.locator('.say')).toContainText('A product passes blame on times its other');
  });

  test('says at every addition what was there, what came, and what is there now', async ({
    page,
  }) => {
    const figure = await figureOf(page, 'backward-stepper');
    const values = (): Promise<number[]> =>
      figure
        .locator('.additions [data-v]')
        .evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-v'))));
    const [before = NaN, term = NaN, after = NaN] = await values();
    expect(before + term).toBe(after);
    await figure.getByRole('button', { name: 'Step back' }).click();
    const earlier = await values();
    expect(earlier).not.toEqual([before, term, after]);
    await figure.getByRole('button', { name: 'Step forward' }).click();
    expect(await values()).toEqual([before, term, after]);
  });

  test('is walked by keyboard to its end, and turns round from the way forwards', async ({
    page,
  }) => {
    const figure = await figureOf(page, 'backward-stepper');
    const slider = figure.getByRole('slider', { name: 'Move' });
    await slider.focus();
    await page.keyboard.press('End');
    await expect(figure.locator('.position')).toContainText('back in step 1 of 5 · addition 14');
    await expect(figure.locator('.say')).toContainText('one step back in time');
    await page.keyboard.press('Home');
    await expect(figure.locator('.position')).toContainText('forwards, step 1 of 5 · operation 1');
    await figure.getByRole('button', { name: 'Turn round' }).click();
    await expect(figure.locator('.position')).toContainText('back in step 5 of 5 · addition 1');
  });

  test('walks back over an LSTM by the same rules, with formulas of its own', async ({ page }) => {
    const figure = await figureOf(page, 'backward-stepper');
    const formula = figure.locator('[data-formula]');
    await expect(formula).toContainText('h');
    await figure.getByRole('button', { name: 'LSTM' }).click();
    await expect(figure.locator('.position')).toContainText('back in step 4 of 5 · addition 1');
    await expect(formula.locator('.katex').first()).toBeVisible();
    await figure.getByRole('button', { name: 'Reset' }).click();
    await expect(figure.locator('.position')).toContainText('addition 6 of 14');
  });

  test('shows its first state behind a damaged link, and says so', async ({ page }) => {
    const figure = await figureOf(page, 'backward-stepper', 'v=1&moves=never&network=gru');
    await expect(figure.getByRole('alert')).toContainText('could not be read');
    await expect(figure.locator('.position')).toContainText('back in step 4 of 5');
  });
});

test.describe('the ledger', () => {
  /** The sums at the edge, as numbers. */
  const sums = (figure: Locator): Promise<number[]> =>
    figure
      .locator('tfoot td:not(.total) [data-v], tbody td.total [data-v]')
      .evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-v'))));

  test('comes to one total, by use, by loss and by lag', async ({ page }) => {
    const figure = await figureOf(page, 'contribution-ledger');
    await expect(figure.getByRole('button', { name: /^Loss \d, use \d/ })).toHaveCount(15);
    for (const by of ['by use', 'by loss', 'by lag']) {
      await figure.getByRole('button', { name: by }).click();
      const edge = await sums(figure);
      expect(edge).toHaveLength(5);
      // the same fifteen numbers in another order
      expect(edge.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0.101539977949, 12);
      await expect(figure.locator('.say')).toContainText('backpropagation says 0.101540');
    }
  });

  test('is walked cell by cell with the arrow keys', async ({ page }) => {
    const figure = await figureOf(page, 'contribution-ledger');
    await figure.getByRole('button', { name: /^Loss 2, use 2:/ }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(figure.locator('.say')).toContainText(
      'What w did at step 2 owes the loss of step 3',
    );
  });

  test('has nothing beside its diagonal for the weight of the lamp', async ({ page }) => {
    const figure = await figureOf(page, 'contribution-ledger', 'v=1&of=a&by=lag');
    const shown = await sums(figure);
    expect(shown[0]).toBeCloseTo(-0.126538602024, 12);
    expect(shown.slice(1)).toEqual([0, 0, 0, 0]);
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
