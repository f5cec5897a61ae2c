import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openFigure } from './pages.ts';

const CHAPTER = '/gated-cells/';

/** Opens a figure of the chapter and returns it, awake. */
const figureOf = (page: Page, id: string, query = ''): Promise<Locator> =>
  openFigure(page, CHAPTER, id, query);

test.describe('the leak dial', () => {
  test('says of every setting which of the two wishes it grants', async ({ page }) => {
    const figure = await figureOf(page, 'leak-dial');
    const say = figure.locator('.say');
    await expect(say).toContainText('after 29 letters');
    await figure.getByRole('slider').focus();
    await page.keyboard.press('End');
    await expect(say).toContainText('Firm? Yes. Long? No');
    await page.keyboard.press('Home');
    await expect(say).toContainText('Firm? No');
    await expect(say).toContainText('Long? Yes');
  });

  test('follows the mouse', async ({ page }) => {
    const figure = await figureOf(page, 'leak-dial');
    const box = await figure.getByRole('slider').boundingBox();
    if (box === null) throw new Error('the dial is not there');
    await figure.getByRole('slider').click({ position: { x: box.width - 4, y: box.height / 2 } });
    await expect(figure.locator('.say')).toContainText('Firm? Yes');
  });
});

test.describe('gates by hand', () => {
  test('work when the forget gate closes at both marks', async ({ page }) => {
    const figure = await figureOf(page, 'gate-by-hand');
    await expect(figure.getByText('Not yet.')).toBeVisible();
    await figure.getByRole('button', { name: /^forget gate at an opening mark: open/ }).click();
    await figure.getByRole('button', { name: /^forget gate at a closing mark: open/ }).click();
    await expect(figure.getByText('It works.')).toBeVisible();
    await expect(figure).toContainText('and no more');
    await figure.getByRole('slider', { name: 'firmness' }).focus();
    await page.keyboard.press('End');
    await expect(figure).toContainText('letters and no more');
  });

  test('show the text that fails', async ({ page }) => {
    const figure = await figureOf(page, 'gate-by-hand');
    await figure.getByRole('button', { name: 'Show me that text' }).click();
    await expect(figure.getByRole('textbox', { name: 'Text' })).toHaveValue('”“');
    await expect(figure.locator('.say')).toContainText('It should be on.');
  });

  test('are read character by character with the arrow keys', async ({ page }) => {
    const figure = await figureOf(page, 'gate-by-hand');
    await figure.getByRole('button', { name: /^Step 12,/ }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(figure.locator('.say')).toContainText('Step 11 reads t');
    await page.keyboard.press('Home');
    await expect(figure.locator('.say')).toContainText('Step 1 reads s');
  });
});

test.describe('the endless text', () => {
  test('is read on, and the cell of 1997 drifts', async ({ page }) => {
    const figure = await figureOf(page, 'carousel');
    await expect(figure.locator('.say')).toContainText(
      'So far this is a text like those of the training',
    );
    await figure.getByRole('slider', { name: 'Read on' }).focus();
    await page.keyboard.press('End');
    await expect(figure.locator('.say')).toContainText('the cell of 1997 holds up to −1973');
    await figure.getByRole('button', { name: 'Next seed' }).click();
    await expect(figure).toContainText('seed 5');
  });
});

test.describe('two cells', () => {
  test('light the parts that match, and say when there is none', async ({ page }) => {
    const figure = await figureOf(page, 'lstm-gru');
    await expect(figure.locator('.lstm .valve.lit')).toHaveCount(1);
    await expect(figure.locator('.gru .valve.lit')).toHaveCount(2);
    await figure.getByRole('button', { name: 'how much is shown' }).click();
    await expect(figure.locator('.gru .valve.lit')).toHaveCount(0);
    await expect(figure.locator('.say')).toContainText('The GRU has no such gate');
  });

  test('show a reset gate on either side of its matrix', async ({ page }) => {
    const figure = await figureOf(page, 'lstm-gru');
    await figure.getByRole('button', { name: 'r before W' }).click();
    await expect(figure.locator('.gru svg')).toContainText('W');
    await figure.getByRole('button', { name: 'z writes' }).click();
    await expect(figure.getByRole('row', { name: /how much is kept/ })).toContainText('1 − zt');
  });
});

test.describe('the race', () => {
  test('hides nothing it has not run, takes a bet, stops and goes on', async ({ page }) => {
    await page.goto(`${CHAPTER}#cell-race?v=1&gap=20`);
    const figure = page.locator('#cell-race');
    await figure.scrollIntoViewIfNeeded();
    await expect(figure.locator('.dot')).toHaveCount(0);
    await figure.getByRole('radio', { name: 'LSTM, forget bias 1' }).check();
    await figure.getByRole('button', { name: 'Bet and start' }).click();
    await expect(figure.getByText('your bet')).toBeVisible();
    await expect(figure.locator('.dot').first()).toBeVisible({ timeout: 10_000 });
    const stop = figure.getByRole('button', { name: 'Stop' });
    if (await stop.isVisible()) await stop.click();
    await expect(figure.getByRole('button', { name: 'Go on' })).toBeVisible();
    await page.reload();
    await expect(figure.getByText('your bet')).toBeVisible();
    await figure.getByRole('button', { name: 'Reset' }).click();
    await expect(figure.getByRole('button', { name: 'Bet and start' })).toBeDisabled();
  });
});

test.describe('counting', () => {
  test('goes as far as each cell has learned', async ({ page }) => {
    const figure = await figureOf(page, 'counter');
    await expect(figure.locator('.say')).toContainText(
      'The LSTM lights its lamp at the last character',
    );
    await figure.getByRole('slider', { name: 'openings' }).focus();
    await page.keyboard.press('Home');
    await expect(figure.locator('.say')).toContainText('1 opening.');
    await page.keyboard.press('End');
    await expect(figure.locator('.say')).toContainText('early');
  });
});

test.describe('a cell for another seed', () => {
  test('is trained at a click, and stops at one', async ({ page }) => {
    const figure = await figureOf(page, 'counter');
    await figure.getByRole('button', { name: 'Train the next seed' }).click();
    await figure.getByRole('button', { name: 'Stop' }).click();
    await expect(figure.locator('.say')).toContainText('This seed is not trained.');
    await figure.getByRole('button', { name: 'Train this seed' }).click();
    await expect(figure.locator('.say')).toContainText('it is right up to', { timeout: 20_000 });
  });
});

test.describe('the cell bench', () => {
  const CELL = 'Equations of one step';

  test('derives, checks and trains what is typed', async ({ page }) => {
    const figure = await figureOf(page, 'cell-bench');
    await figure.getByLabel(CELL).fill('h[t] = tanh(W_xh x[t] + w * h[t-1] + b_h)');
    await expect(figure.locator('.katex').first()).toBeVisible();
    await expect(figure.locator('.pane')).toContainText('tanh');
    await expect(figure.locator('.say')).toContainText('all 16 parameters agree');
    await expect(figure.locator('.say')).toContainText('of 5 learn it', { timeout: 30_000 });
    await figure.getByRole('button', { name: 'Backward pass' }).click();
    await expect(figure.locator('.pane .katex')).toHaveCount(8);
    await figure.getByRole('button', { name: 'Wiring' }).click();
    await expect(figure.locator('.pane svg')).toBeVisible();
  });

  test('says in place what makes no sense, goes there, and keeps the last good cell', async ({
    page,
  }) => {
    const figure = await figureOf(page, 'cell-bench');
    const area = figure.getByLabel(CELL);
    await area.fill((await area.inputValue()).replace('tanh(c[t])', 'tahn(c[t])'));
    await expect(figure).toContainText('Line 6, column 15: found «tahn»');
    await expect(figure).toContainText('did you mean «tanh»?');
    await expect(area).toHaveAttribute('aria-invalid', 'true');
    await expect(figure.locator('.say')).toContainText('the last equations that made sense');
    await figure.getByRole('button', { name: 'Go there' }).click();
    await page.keyboard.press('Delete');
    await expect(area).toHaveValue(/o\[t\] \* ahn/);
  });

  test('opens a cell from a link, and a damaged link with a notice', async ({ page }) => {
    const figure = await figureOf(page, 'cell-bench', 'v=1&preset=gru');
    await expect(figure.getByLabel(CELL)).toHaveValue(/r\[t\] = sigmoid/);
    const damaged = await figureOf(page, 'cell-bench', 'v=1&preset=lstmm');
    await expect(damaged.getByRole('alert')).toContainText('«preset» is «lstmm»');
    await expect(damaged.getByLabel(CELL)).toHaveValue(/f\[t\] \* c\[t-1\]/);
  });
});

for (const [id, query] of [
  ['leak-dial', 'v=1&alpha=7'],
  ['gate-by-hand', 'v=1&f.open=ajar'],
  ['carousel', 'v=1&read=21'],
  ['lstm-gru', 'v=1&unit=3'],
  ['cell-race', 'v=1&gap=41'],
  ['counter', 'v=1&n=99'],
] as const)
  test(`a damaged link to ${id} opens its first state with a notice`, async ({ page }) => {
    await page.goto(`${CHAPTER}#${id}?${query}`);
    const figure = page.locator(`#${id}`);
    await figure.scrollIntoViewIfNeeded();
    await expect(figure.getByRole('alert')).toContainText('could not be read');
  });
