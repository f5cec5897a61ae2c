import type { Locator, Page } from '@playwright/test';
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
