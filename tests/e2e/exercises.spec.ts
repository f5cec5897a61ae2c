import type { Locator, Page } from '@playwright/test';
import { accessibility } from '#src/lib/accessibility.ts';
import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { openExercise } from './pages.ts';

const exerciseOf = (page: Page, id: string): Promise<Locator> =>
  openExercise(page, '/recurrence/', id);

test('a number is judged: unreadable, a known mistake, right, with a comma too', async ({
  page,
}) => {
  const exercise = await exerciseOf(page, 'hand-step');
  const field = exercise.getByRole('textbox');
  const check = exercise.getByRole('button', { name: 'Check' });
  await check.click();
  await expect(exercise).toContainText('Not readable.');
  await field.fill('0.291');
  await check.click();
  await expect(exercise).toContainText('Not yet. That is the state after the mark, 0.291.');
  await field.fill('−0,06');
  await page.keyboard.press('Enter');
  await expect(exercise).toContainText('Right.');
});

test('an answer that was right is there on the next visit, until one starts over', async ({
  page,
}) => {
  const exercise = await exerciseOf(page, 'parameter-count');
  await exercise.getByRole('textbox').fill('68');
  await page.keyboard.press('Enter');
  await expect(exercise).toContainText('Right.');
  await page.reload();
  await exercise.scrollIntoViewIfNeeded();
  await expect(exercise).toContainText('Right.');
  await exercise.getByRole('button', { name: 'Start over' }).click();
  await expect(exercise).not.toContainText('Right.');
});

test('hints come one at a time and end', async ({ page }) => {
  const exercise = await exerciseOf(page, 'hand-step');
  await exercise.getByRole('button', { name: 'Hint', exact: true }).click();
  await expect(exercise).toContainText('Hint 1.');
  await expect(exercise).not.toContainText('Hint 2.');
  await exercise.getByRole('button', { name: 'Another hint' }).click();
  await exercise.getByRole('button', { name: 'Another hint' }).click();
  await expect(exercise.getByRole('button', { name: 'No more hints' })).toBeDisabled();
});

test('a wrong line and a wrong choice get answers of their own', async ({ page }) => {
  const line = await exerciseOf(page, 'stale-state');
  await line.getByRole('radio').nth(3).check();
  await line.getByRole('button', { name: 'Check' }).click();
  await expect(line).toContainText('Not yet. This sum is right as long as');
  await line.getByRole('radio').nth(5).check();
  await line.getByRole('button', { name: 'Check' }).click();
  await expect(line).toContainText('Right.');
  const choice = await exerciseOf(page, 'elman-jordan');
  await choice.getByRole('radio').first().check();
  await choice.getByRole('button', { name: 'Check' }).click();
  await expect(choice).toContainText('Two states with the same answer');
});

test('solutions are folded until they are asked for', async ({ page }) => {
  const exercise = await exerciseOf(page, 'half-life-ten');
  const solution = exercise.locator('details');
  await expect(solution.locator('p').first()).toBeHidden();
  await solution.locator('summary').press('Enter');
  await expect(solution.locator('p').first()).toBeVisible();
});

test.describe('a list to be put in order', () => {
  /** The list as it stands: what the buttons of each row call it. */
  const listOf = (exercise: Locator): Promise<string[]> =>
    exercise
      .getByRole('button', { name: /earlier$/ })
      .evaluateAll((buttons) =>
        buttons.map((button) => /«(.*)»/.exec(button.getAttribute('aria-label') ?? '')?.[1] ?? ''),
      );

  test('is ordered with the mouse, is counted when it is half right, and praised when it is right', async ({
    page,
  }) => {
    const exercise = await exerciseOf(page, 'five-memories');
    const check = exercise.getByRole('button', { name: 'Check' });
    await check.click();
    await expect(exercise).toContainText('Nothing has been moved yet.');
    const sorted = [
      'w = 0.9, b = -0.2',
      'w = 2, b = -0.6',
      'w = 0.9, b = -0.01',
      'w = 1.05, b = -0.01',
    ];
    for (const [place, name] of sorted.entries()) {
      const earlier = exercise.getByRole('button', { name: `Move «${name}» earlier`, exact: true });
      for (let at = (await listOf(exercise)).indexOf(name); at > place; at--) await earlier.click();
    }
    const last = exercise.getByRole('button', { name: 'Move «w = 2, b = -0.1» earlier' });
    await last.click();
    await check.click();
    await expect(exercise).toContainText('3 of 5 stand where they belong. At');
    await exercise.getByRole('button', { name: 'Move «w = 2, b = -0.1» later' }).click();
    await check.click();
    await expect(exercise).toContainText(
      'Right. The lamp goes out after 4, 12, 19 and 103 letters',
    );
    await page.reload();
    await exercise.scrollIntoViewIfNeeded();
    await expect(exercise).toContainText('Right.');
    expect((await listOf(exercise)).slice(0, 4)).toEqual(sorted);
  });

  test('is ordered with the keyboard: the focus stays on the button, and each move is announced', async ({
    page,
  }) => {
    const exercise = await openExercise(page, '/unrolling/', 'whose-part');
    const down = exercise.getByRole('button', { name: 'Move «the weight w» later' });
    await down.focus();
    for (const place of [3, 4, 5]) {
      await page.keyboard.press('Enter');
      await expect(exercise).toContainText(`«the weight w» is now number ${place} of 5.`);
      await expect(down).toBeFocused();
    }
    await page.keyboard.press('Space');
    await expect(exercise).toContainText('«the weight w» is last already.');
    await page.keyboard.press('Shift+Tab');
    await expect(
      exercise.getByRole('button', { name: 'Move «the weight w» earlier' }),
    ).toBeFocused();
    await exercise.getByRole('button', { name: 'Check' }).press('Enter');
    await expect(exercise).toContainText('1 of 5 stands where it belongs. An answer goes');
  });
});

test.describe('a network to be built', () => {
  test('runs on every text: the first that fails is named, and what went wrong is marked', async ({
    page,
  }) => {
    const exercise = await exerciseOf(page, 'two-to-close');
    for (const [name, value] of Object.entries({ w: '2', u: '3', b: '0' }))
      await exercise.getByRole('textbox', { name, exact: true }).fill(value);
    await exercise.getByRole('button', { name: 'Check' }).click();
    await expect(exercise).toContainText(
      'at step 6 the lamp says 0.04 and should be on. Without a lean',
    );
    await expect(exercise.locator('.step.wrong')).toHaveCount(7);
    await exercise.getByRole('textbox', { name: 'u', exact: true }).fill('2,1');
    await expect(exercise.locator('.step.wrong')).toHaveCount(0);
    await exercise.getByRole('textbox', { name: 'b', exact: true }).fill('0.4');
    await exercise.getByRole('button', { name: 'Check' }).click();
    await expect(exercise).toContainText('Right. One opening mark lifts the state');
  });

  test('is built with the keyboard, and says which field cannot be read', async ({ page }) => {
    const exercise = await openExercise(page, '/vanishing-gradients/', 'grows-then-dies');
    await exercise.getByRole('textbox').first().focus();
    for (const value of ['0.8', '3', '0', '0.8']) {
      await page.keyboard.type(value);
      await page.keyboard.press('Tab');
    }
    await exercise.getByRole('textbox').last().press('Enter');
    await expect(exercise).toContainText(
      'W_hh, row 1, column 2: 3 is out of reach. Use numbers from −2 to 2.',
    );
    const faulty = exercise.getByRole('textbox', { name: 'W h h, row 1, column 2' });
    await expect(faulty).toHaveAttribute('aria-invalid', 'true');
    await faulty.fill('1.2');
    await page.keyboard.press('Enter');
    await expect(exercise).toContainText('Right. Both eigenvalues are below one');
    await page.reload();
    await exercise.scrollIntoViewIfNeeded();
    await expect(faulty).toHaveValue('1.2');
  });
});

for (const { path, id } of [
  { path: '/recurrence/', id: 'five-memories' },
  { path: '/unrolling/', id: 'countdown' },
  { path: '/gated-cells/', id: 'two-deep' },
])
  test(`${id} is clean for axe after an answer, and fits a phone of 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    const exercise = await openExercise(page, path, id);
    for (const field of await exercise.getByRole('textbox').all()) await field.fill('1');
    if (id === 'five-memories')
      await exercise
        .getByRole('button', { name: /later$/ })
        .first()
        .click();
    await exercise.getByRole('button', { name: 'Check' }).click();
    await expect(exercise).toContainText('Not yet.');
    expect(await violations(page, accessibility.rules, [`#${id}`])).toEqual([]);
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBeLessThanOrEqual(0);
  });
