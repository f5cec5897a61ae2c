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
