import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openExercise, openFigure } from './pages.ts';

const CHAPTER = '/unrolling/';

/** Opens a figure of the chapter and returns it, awake. */
const figureOf = (page: Page, id: string, query = ''): Promise<Locator> =>
  openFigure(page, CHAPTER, id, query);

test.describe('the loop and its chain', () => {
  test('is pulled apart by a button, and closed again', async ({ page }) => {
    const figure = await figureOf(page, 'morph');
    await expect(figure.locator('.say')).toContainText('Loop.');
    await figure.getByRole('button', { name: 'Pull it apart' }).click();
    await expect(figure.locator('.say')).toContainText('Chain. 5 steps, 15 wires, 5 of them blue');
    await figure.getByRole('button', { name: 'Close the loop' }).click();
    await expect(figure.locator('.say')).toContainText('Loop.');
  });

  test('follows the hand in one continuous drag', async ({ page }) => {
    const figure = await figureOf(page, 'morph');
    const picture = figure.getByRole('img').filter({ visible: true });
    await picture.scrollIntoViewIfNeeded();
    const box = await picture.boundingBox();
    if (box === null) throw new Error('the picture is not there');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 100, y, { steps: 5 });
    await expect(figure.locator('.say')).toContainText('Half open.');
    await page.mouse.move(x + 400, y, { steps: 5 });
    await page.mouse.up();
    await expect(figure.locator('.say')).toContainText('Chain.');
  });

  test('is worked by keyboard, and its numbers do not change on the way', async ({ page }) => {
    const figure = await figureOf(page, 'morph');
    const picture = figure.getByRole('img').filter({ visible: true });
    const states = (): Promise<(string | null)[]> =>
      picture
        .locator('[data-q="h"]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-v')).sort());
    const before = await states();
    const slider = figure.getByRole('slider', { name: 'From loop to chain' });
    await slider.focus();
    await page.keyboard.press('End');
    await expect(figure.locator('.say')).toContainText('Chain.');
    expect(await states()).toEqual(before);
    await figure.getByRole('button', { name: 'Step 4: a closing mark' }).click();
    await expect(figure.locator('.say')).toContainText('Step 4 reads a closing mark');
  });
});

test.describe('the tied matrix', () => {
  test('changes on every wire at once, and on one wire when untied', async ({ page }) => {
    const figure = await figureOf(page, 'tie-untie');
    await figure.getByRole('button', { name: /^Step 4, row 2, column 1/ }).click();
    await figure.getByLabel('Chosen weight', { exact: true }).fill('-2.5');
    await expect(figure.getByRole('button', { name: /row 2, column 1: ?−2\.5/ })).toHaveCount(5);
    await figure.getByRole('button', { name: 'Reset' }).click();
    await figure.getByRole('button', { name: 'Untied: one each' }).click();
    await figure.getByRole('button', { name: /^Step 4, row 2, column 1/ }).click();
    await figure.getByLabel('Chosen weight', { exact: true }).fill('-2.5');
    await expect(figure.getByRole('button', { name: /row 2, column 1: ?−2\.5/ })).toHaveCount(1);
    await expect(figure.locator('.say')).toContainText('states 4 and 5');
  });

  test('ends where its matrices end, once it is untied', async ({ page }) => {
    const figure = await figureOf(page, 'tie-untie', 'v=1&length=7');
    await expect(figure.locator('.say')).toContainText('no more numbers');
    await figure.getByRole('button', { name: 'Untied: one each' }).click();
    await expect(figure.locator('.say')).toContainText('no matrix for step 6');
    await expect(figure.getByText('no matrix', { exact: true })).toHaveCount(2);
  });
});

test.describe('the test of places', () => {
  test('trains both chains, of which the tied one is right everywhere', async ({ page }) => {
    const figure = await figureOf(page, 'position-test');
    await expect(figure.locator('.say')).toContainText('Before learning.');
    await figure.getByRole('button', { name: 'Train both' }).click();
    await expect(figure.locator('.say')).toContainText('After 800 updates.', { timeout: 20_000 });
    await expect(figure).toContainText('Wrong lamps: 0 of 48 above the line, 0 of 96 below it.');
    await expect(figure).toContainText('Wrong lamps: 0 of 32 above the line, 10 of 32 below it.');
    await expect(figure.locator('.say')).toContainText('it has not moved');
  });

  test('is asked about any cell by the arrow keys', async ({ page }) => {
    const figure = await figureOf(page, 'position-test');
    const grid = figure.getByRole('group', { name: /^Tied chain/ });
    await grid.getByRole('button', { name: /^mark at step 1, lamp of step 1:/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(figure.locator('.say')).toContainText('Mark at step 2, lamp of step 1');
  });
});

test.describe('the switchboard', () => {
  test('names what the switches make, also what has no usual name', async ({ page }) => {
    const figure = await figureOf(page, 'shapes');
    const says = figure.locator('.say');
    await expect(says).toContainText('Many to many, in step.');
    for (const t of [1, 2, 3, 4, 5])
      await figure.getByRole('button', { name: new RegExp(`^Answer of step ${t}:`) }).click();
    await expect(says).toContainText('Many to one.');
    await figure.getByRole('button', { name: 'One to one' }).click();
    await expect(says).toContainText('not a recurrent shape');
    await expect(says).toContainText('0 of 1 asked lamp would change');
  });

  test('shows what the blue wires are for when they are cut', async ({ page }) => {
    const figure = await figureOf(page, 'shapes', 'v=1&shape=read-write');
    const lit = figure.locator('.lamp.on');
    await expect(lit).toHaveCount(2);
    await figure.getByRole('button', { name: 'Cut the blue wires' }).press('Enter');
    await expect(lit).toHaveCount(0);
    await expect(figure.locator('.say')).toContainText('3 of 3 asked lamps changed');
  });
});

test.describe('the losses', () => {
  test('are switched off one by one, and the sum follows', async ({ page }) => {
    const figure = await figureOf(page, 'error-nodes');
    await expect(figure.locator('.say')).toContainText('The sum of what counts is 0.1483');
    const sum = figure.getByRole('group', { name: 'The losses of all steps, and their sum' });
    await sum.getByRole('button', { name: /^Loss of step 4/ }).click();
    await expect(figure.locator('.say')).toContainText('The sum of what counts is 0.1116');
    await figure.getByRole('button', { name: /^Target of step 3: inside/ }).click();
    await expect(figure.locator('.say')).toContainText('the target is 0');
  });

  test('show by keyboard which of them a state has a part in', async ({ page }) => {
    const figure = await figureOf(page, 'error-nodes');
    await figure
      .getByRole('button', { name: /^State of step 3/ })
      .filter({ visible: true })
      .focus();
    await page.keyboard.press('Enter');
    await expect(figure.locator('.say')).toContainText('the losses of steps 3, 4 and 5, 3 of 5');
  });
});

test.describe('the batch', () => {
  test('is judged by its filling until the mask is on', async ({ page }) => {
    const figure = await figureOf(page, 'batch-pad');
    await expect(figure.locator('.say')).toContainText('Mean loss over 24 cells: 0.822');
    await figure.getByRole('button', { name: 'Put the mask on' }).click();
    await expect(figure.locator('.say')).toContainText('Mean loss over 16 characters: 0.026');
  });

  test('gives a wrong last answer to a neuron that fades', async ({ page }) => {
    const figure = await figureOf(page, 'batch-pad', 'v=1&w=0.9&b=-0.1&asks=last');
    await expect(figure.locator('.say')).toContainText('Wrong: the answer of text 3');
    await figure.getByRole('button', { name: 'Put the mask on' }).click();
    await expect(figure.locator('.say')).toContainText('All three answers are right');
  });
});

test('a damaged link opens every figure of the chapter at its first state, with a notice', async ({
  page,
}) => {
  for (const id of ['morph', 'tie-untie', 'position-test', 'shapes', 'error-nodes', 'batch-pad']) {
    const figure = await figureOf(page, id, 'v=1&step=many&nonsense=3');
    await expect(figure.locator('.notice').filter({ visible: true })).toContainText('nonsense');
  }
});

test('ten tasks are matched to five shapes, and a wrong one is answered by its own words', async ({
  page,
}) => {
  const exercise = await openExercise(page, CHAPTER, 'ten-tasks');
  const selects = exercise.getByRole('combobox');
  const right = ['many-one', 'in-step', 'one-many', 'read-write', 'one-one'];
  const rest = ['many-one', 'in-step', 'read-write', 'many-one', 'one-many'];
  for (const [n, value] of [...right, ...rest].entries())
    await selects.nth(n).selectOption(n === 4 ? 'many-one' : value);
  await exercise.getByRole('button', { name: 'Check' }).click();
  await expect(exercise).toContainText('9 of 10 are right. Number 5: One input and one answer');
  await selects.nth(4).selectOption('one-one');
  await exercise.getByRole('button', { name: 'Check' }).click();
  await expect(exercise).toContainText('All ten.');
});
