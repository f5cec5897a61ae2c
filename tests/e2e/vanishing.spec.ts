import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openFigure } from './pages.ts';

const CHAPTER = '/vanishing-gradients/';

/** Opens a figure of the chapter and returns it, awake. */
const figureOf = (page: Page, id: string, query = ''): Promise<Locator> =>
  openFigure(page, CHAPTER, id, query);

test.describe('memory against gradient', () => {
  test('shows the state hold and the gradient die at 2, and both fade below 1', async ({
    page,
  }) => {
    const figure = await figureOf(page, 'memory-gradient');
    await expect(figure.locator('.say')).toContainText('what could teach to keep it is gone');
    await figure.getByLabel('w as a number').fill('0.9');
    await expect(figure.locator('.say')).toContainText('both fade');
  });

  test('is stepped by the keyboard, letter by letter', async ({ page }) => {
    const figure = await figureOf(page, 'memory-gradient');
    await figure.getByRole('slider', { name: 'Letters since the mark' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(figure.locator('.say')).toContainText('After 11 letters.');
    await page.keyboard.press('Home');
    await expect(figure.locator('.say')).toContainText('Right after the mark.');
  });

  test('shows a faint mark being decided, with a gradient above one', async ({ page }) => {
    const figure = await figureOf(page, 'memory-gradient', 'v=1&letters=4');
    await figure.getByRole('button', { name: 'Faint mark' }).click();
    await expect(figure.locator('.say')).toContainText('still being decided');
    await expect(figure.locator('.say')).toContainText('7.83');
  });
});

test.describe('the film of ellipses', () => {
  test('is stepped, and says when an arrow grows although no eigenvalue is above one', async ({
    page,
  }) => {
    const figure = await figureOf(page, 'ellipse-film');
    await expect(figure.locator('.say')).toContainText('still an arrow has grown');
    await figure.getByRole('button', { name: 'Rotation' }).click();
    await expect(figure.locator('.say')).toContainText('only turns');
    await figure.getByRole('button', { name: /^8 steps/ }).click();
    await expect(figure.locator('.say')).toContainText('After 8 steps.');
  });

  test('lets a column be moved by arrow keys and by dragging', async ({ page }) => {
    const figure = await figureOf(page, 'ellipse-film');
    const first = figure.getByRole('slider', { name: /^first column/ });
    await first.focus();
    await page.keyboard.press('ArrowUp');
    await expect(figure.getByLabel('W, row 2, column 1')).toHaveValue('0.05');
    const knob = first.locator('.knob');
    await knob.scrollIntoViewIfNeeded();
    const box = await knob.boundingBox();
    if (box === null) throw new Error('the first column has no handle');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    const value = Number(await figure.getByLabel('W, row 1, column 1').inputValue());
    expect(value).toBeGreaterThan(1.1);
  });

  test('opens its first state with a notice when its link is damaged', async ({ page }) => {
    const figure = await figureOf(page, 'ellipse-film', 'v=1&a=9&step=3');
    await expect(figure.getByRole('alert')).toContainText(
      '«a» is «9»; expected a number from −2 to 2',
    );
    await expect(figure.locator('.say')).toContainText('After 2 steps.');
  });
});

test.describe('the lag curve', () => {
  test('keeps its curve back until there is a bet, and judges the bet', async ({ page }) => {
    const figure = await figureOf(page, 'lag-curve');
    await expect(figure).not.toContainText('The longest arrow comes out');
    await figure.getByRole('slider', { name: /^A change of the state/ }).fill('0');
    await figure.getByRole('button', { name: 'Commit' }).click();
    await expect(figure.locator('.say')).toContainText('powers of ten too high');
    await figure.getByRole('button', { name: 'Bet again' }).click();
    await expect(figure).not.toContainText('The longest arrow comes out');
  });

  test('lies on its bound for a rotation that reads nothing', async ({ page }) => {
    const figure = await figureOf(page, 'lag-curve', 'v=1&input=0');
    await figure.getByRole('button', { name: 'Skip' }).click();
    await figure.getByRole('button', { name: 'Rotation' }).click();
    await expect(figure.locator('.say')).toContainText('The bound is reached');
    await figure.getByRole('button', { name: 'logistic' }).click();
    await expect(figure.locator('.say')).not.toContainText('The bound is reached');
  });
});

test.describe('the cliff', () => {
  test('throws the bare walker off the map and lets the clipped one down', async ({ page }) => {
    const figure = await figureOf(page, 'cliff', 'v=1&step=5');
    await expect(figure.getByText(/^gone/)).toHaveCount(0);
    await figure.getByRole('button', { name: 'Step forward' }).click();
    await expect(figure.getByText(/^gone/)).toBeVisible();
    await expect(figure.locator('.say')).toContainText('no gradient will bring it back');
    await expect(figure.locator('.say')).toContainText('in the valley');
  });

  test('starts where the reader points, or types', async ({ page }) => {
    const figure = await figureOf(page, 'cliff');
    await figure.locator('.ground').click({ position: { x: 60, y: 60 } });
    await expect(figure.locator('.say')).toContainText('At the start.');
    await figure.getByLabel('b', { exact: true }).fill('0,2');
    await expect(figure.getByLabel('b', { exact: true })).toHaveValue('0,2');
    await expect(figure.getByRole('alert')).toHaveText('');
  });
});

test.describe('two tasks in one gradient', () => {
  test('is run, stopped, and run to its end with the outcome of the text', async ({ page }) => {
    test.slow();
    const figure = await figureOf(page, 'drowning');
    await figure.getByRole('button', { name: /^Train/ }).click();
    await figure.getByRole('button', { name: 'Stop' }).click();
    await expect(figure.getByText('has not been run')).toBeVisible();
    await figure.getByRole('button', { name: /^Train/ }).click();
    await expect(figure.getByText('Recall alone: 7 of 8')).toBeVisible({ timeout: 45_000 });
    await expect(figure.getByText('Recall and echo: 0 of 8')).toBeVisible();
    await figure.getByRole('slider', { name: 'weight of the echo' }).fill('0.5');
    await expect(figure.getByText('has not been run')).toBeVisible();
  });
});

test.describe('guessed weights', () => {
  test('finds more with more guesses, and latches among them', async ({ page }) => {
    const figure = await figureOf(page, 'guess-weights');
    await expect(figure.locator('.say')).toContainText('20,000 guesses');
    const before = await figure.locator('.hit').count();
    await figure.getByRole('button', { name: /^Guess/ }).click();
    await expect(figure.locator('.say')).toContainText('40,000 guesses');
    expect(await figure.locator('.hit').count()).toBeGreaterThan(before);
    await expect(figure.locator('.say')).toContainText('what luck finds are latches');
  });
});
