import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openFigure } from './pages.ts';

const CHAPTER = '/recurrence/';

/** Opens a figure of the chapter and returns it, awake. */
const figureOf = (page: Page, id: string, query = ''): Promise<Locator> =>
  openFigure(page, CHAPTER, id, query);

test.describe('the lamp', () => {
  test('lights between the marks that a reader types, and says so', async ({ page }) => {
    const figure = await figureOf(page, 'lamp');
    await figure.getByRole('textbox').fill('a “b” c');
    await expect(figure.locator('[data-on="true"]')).toHaveCount(2);
    await figure.getByRole('button', { name: 'Step 4, b: lamp on' }).click();
    await expect(figure.locator('.say')).toContainText('Step 4. Reads b.');
  });

  test('is walked through with the arrow keys', async ({ page }) => {
    const figure = await figureOf(page, 'lamp');
    await figure.getByRole('button', { name: /^Step 10,/ }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(figure.getByRole('button', { name: /^Step 11,/ })).toBeFocused();
    await expect(figure.locator('.say')).toContainText('Step 11.');
    await page.keyboard.press('End');
    await expect(figure.getByRole('button', { name: /^Step 28,/ })).toBeFocused();
  });

  test('stays off when a mark is too weak a push, and comes back with Reset', async ({ page }) => {
    const figure = await figureOf(page, 'lamp');
    const lit = figure.locator('[data-on="true"]');
    await expect(lit).toHaveCount(8);
    await figure.getByRole('button', { name: 'Edit weights' }).click();
    await figure.getByLabel('u', { exact: true }).fill('0,5');
    await expect(lit).toHaveCount(0);
    await figure.getByRole('button', { name: 'Reset' }).click();
    await expect(lit).toHaveCount(8);
  });

  test('says in place what is wrong with a weight, and goes on with the last good one', async ({
    page,
  }) => {
    const figure = await figureOf(page, 'lamp');
    await figure.getByRole('button', { name: 'Edit weights' }).click();
    const field = figure.getByRole('textbox', { name: 'w', exact: true });
    await field.fill('two');
    await expect(figure).toContainText('«two» is not a number');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await field.fill('99');
    await expect(figure).toContainText('99 is outside −9 … 9');
    await expect(figure.locator('[data-on="true"]')).toHaveCount(8);
  });

  test('reads straight marks in turn and an empty text without a number that is none', async ({
    page,
  }) => {
    const figure = await figureOf(page, 'lamp');
    await figure.getByRole('textbox').fill('a "b" c');
    await expect(figure.locator('[data-on="true"]')).toHaveCount(2);
    await figure.getByRole('textbox').fill('');
    await expect(figure.locator('.say')).toContainText('Nothing is read yet');
    await expect(figure).not.toContainText('NaN');
  });
});

test.describe('the stepper of one tick', () => {
  test('goes operation by operation, over the border of a step and back', async ({ page }) => {
    const figure = await figureOf(page, 'one-tick');
    const says = figure.locator('.say');
    await expect(says).toContainText('Step 2, operation 3. The sum: −1.928 + 3.000 + 0 = 1.072');
    for (let n = 0; n < 5; n++) await figure.getByRole('button', { name: 'Step forward' }).click();
    await expect(says).toContainText('Step 3, operation 1. Reads b.');
    await figure.getByRole('button', { name: 'Step back' }).click();
    await expect(says).toContainText('Step 2, operation 7. The function σ of 3.161 is 0.959');
  });

  test('shows no number before it is computed', async ({ page }) => {
    const figure = await figureOf(page, 'one-tick', 'v=1&step=2&operation=3');
    const graph = figure.getByRole('img').filter({ visible: true });
    await expect(graph.locator('[data-q="h"][data-t="2"]')).toHaveCount(0);
    await figure.getByRole('button', { name: 'Step forward' }).click();
    await expect(graph.locator('[data-q="h"][data-t="2"]').first()).toHaveText('0.790');
  });

  test('is drawn downwards on a phone, with all its numbers', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${CHAPTER}#one-tick?v=1&operation=7`);
    const figure = page.locator('#one-tick');
    const graph = figure.getByRole('img').filter({ visible: true });
    await expect(graph).toHaveCount(1);
    const box = await graph.boundingBox();
    expect(box?.height).toBeGreaterThan(box?.width ?? Infinity);
    await expect(graph.locator('[data-q="y"]')).toHaveText('0.959');
  });
});

test.describe('the latch bench', () => {
  test('shows a latch become a leak when w goes below one', async ({ page }) => {
    const figure = await figureOf(page, 'latch-bench');
    await expect(figure.getByRole('img', { name: /two resting states/ }).first()).toBeVisible();
    await figure.getByLabel('w as a number').fill('0.9');
    await expect(figure.getByRole('img', { name: /one fixed point/ }).first()).toBeVisible();
    await expect(figure).toContainText('6.6');
  });

  test('latches with another squeeze only where that one is steep enough', async ({ page }) => {
    const figure = await figureOf(page, 'latch-bench');
    await figure.getByRole('button', { name: 'logistic σ' }).click();
    await expect(figure.getByRole('img', { name: /one fixed point/ }).first()).toBeVisible();
    await expect(figure).toContainText('Two need w above 4');
    await figure.getByLabel('w as a number').fill('8');
    await figure.getByLabel('b as a number').fill('-4');
    await expect(figure.getByRole('img', { name: /two resting states/ }).first()).toBeVisible();
    await expect(figure.locator('.say')).toContainText('and logistic σ gives');
  });

  test('keeps all or runs away when nothing is squeezed', async ({ page }) => {
    const figure = await figureOf(page, 'latch-bench', 'v=1&squeeze=none&w=1');
    await expect(figure).toContainText('holds for ever');
    await expect(figure.getByRole('row', { name: /^every state/ })).toBeVisible();
    await figure.getByLabel('w as a number').fill('1.5');
    await expect(figure).toContainText('it runs away');
    await expect(figure.locator('.say')).toContainText('letters drive it away');
    await figure.getByRole('button', { name: 'Reset' }).click();
    await expect(figure.getByRole('img', { name: /two resting states/ }).first()).toBeVisible();
  });

  test('reads one more character at each key, as the key had said', async ({ page }) => {
    const figure = await figureOf(page, 'latch-bench');
    const key = figure.getByRole('button', { name: /^Closing mark, leads to/ });
    const promised = await key.locator('[data-v]').getAttribute('data-v');
    await key.click();
    const state = figure.locator(`[data-q="h"][data-v="${promised}"]`);
    await expect(state.first()).toBeVisible();
  });
});

test.describe('the bet without memory', () => {
  test('is judged by the exact bound, and beaten by no network that is trained', async ({
    page,
  }) => {
    const figure = await figureOf(page, 'memoryless-bet', 'v=1&updates=100');
    await expect(figure).not.toContainText('is right in at most');
    await figure.getByRole('slider').fill('90');
    await figure.getByRole('button', { name: 'Commit' }).click();
    await expect(figure.locator('.say')).toContainText('You guessed 90 %');
    await expect(figure.locator('.say')).toContainText('points too many');
    await figure.getByRole('button', { name: /^Train/ }).click();
    await expect(figure.locator('.say')).toContainText('8 networks with that window', {
      timeout: 20_000,
    });
    const bound = await figure.locator('.say b').last().innerText();
    const best = /reach [\d.]+ to ([\d.]+)/.exec(await figure.locator('.say').innerText());
    expect(Number(best?.[1])).toBeLessThan(Number.parseFloat(bound) + 0.5);
  });
});

test.describe('the anatomy', () => {
  test('says by a click what a wire carries, and offers its weight', async ({ page }) => {
    const figure = await figureOf(page, 'anatomy');
    await expect(figure.locator('.editor')).toContainText('Choose a weight');
    const diagram = figure.getByRole('group', { name: /^Wiring diagram/ });
    await diagram.getByRole('button', { name: /^bias of unit 1/ }).click();
    await expect(figure.locator('.editor').getByRole('slider')).toBeVisible();
  });

  test('lights one quantity in formula, numbers, wires and listing', async ({ page }) => {
    const figure = await figureOf(page, 'anatomy');
    const unit = figure.getByRole('group', { name: /^Wiring diagram/ }).getByRole('button', {
      name: /^unit 1:/,
    });
    await unit.focus();
    await expect(figure.locator('.formula [data-q="h"][data-chosen]').first()).toBeVisible();
    await expect(figure.locator('.listing button[data-level="lit"]').first()).toBeVisible();
  });

  test('changes what depends on a weight when the weight is changed', async ({ page }) => {
    const figure = await figureOf(page, 'anatomy');
    const state = figure.locator('[data-q="h"][data-t="2"]').first();
    const before = await state.getAttribute('data-v');
    await figure.getByRole('button', { name: /^wire from input 1 to unit 1/ }).press('Enter');
    await figure.getByRole('slider').last().press('End');
    await expect(state).not.toHaveAttribute('data-v', before ?? '');
  });
});

test.describe('the workshop', () => {
  test('passes a solution, and fails zeros with the shortest string that goes wrong', async ({
    page,
  }) => {
    const figure = await figureOf(page, 'workshop');
    const test = figure.getByRole('button', { name: /^Test/ });
    await figure.getByRole('button', { name: /^a solution/ }).click();
    await test.click();
    await expect(figure.locator('.judged')).toContainText('It works.');
    await figure.getByRole('button', { name: 'all zeros' }).click();
    await test.click();
    await expect(figure.locator('.judged')).toContainText('Not yet.');
    await expect(figure.getByRole('textbox', { name: 'String' })).not.toHaveValue('');
  });
});
