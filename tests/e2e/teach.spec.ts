import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { drawn } from '#components/lib/varied.ts';
import { book } from '#src/lib/book.ts';
import { paperFormula } from '#src/lib/paper-formula.ts';
import { slidesOf } from '#src/lib/slides.ts';
import { sheetExercises } from '#src/lib/worksheets.ts';
import { expect, test } from './fixtures.ts';

/** Pages of the paper that the page would be printed on. */
const sheetsOfPaper = async (page: Page): Promise<number> =>
  (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)
    ?.length ?? 0;

test('worksheets have the numbers of their seed, no answer, and a page each', async ({ page }) => {
  await page.goto('/worksheets/');
  const sheets = page.locator('.worksheet');
  await expect(sheets).toHaveCount(3);
  const [recurrence] = book().assembled;
  const draw =
    sheetExercises(recurrence!, paperFormula).find(({ id }) => id === 'hand-step')?.varied?.draw ??
    {};
  for (const seed of [1, 2, 3]) {
    const { w = 0, u = 0 } = drawn('hand-step', draw, seed);
    await expect(sheets.nth(seed - 1)).toContainText(`Sheet ${seed}`);
    await expect(sheets.nth(seed - 1)).toContainText(new RegExp(`${w}, .* ${u}, `));
  }
  await page.getByRole('textbox', { name: 'First sheet' }).fill('7');
  await page.getByRole('textbox', { name: 'First sheet' }).press('Enter');
  await expect(sheets.first()).toContainText('Sheet 7');
  await page.getByRole('checkbox', { name: 'One line is wrong' }).check();
  await expect(sheets.first().locator('pre')).toBeVisible();
  expect(await sheetsOfPaper(page)).toBe(3);
});

test('slides turn by keys, keep a figure’s own keys to it, show notes, and print a page each', async ({
  page,
}) => {
  const [recurrence] = book().assembled;
  const slides = slidesOf(recurrence!);
  await page.goto('/slides/recurrence/');
  const current = page.locator('.slide.current');
  const count = page.locator('[data-count]');
  await expect(count).toHaveText(`1 of ${slides.length + 1}`);
  await page.keyboard.press('ArrowRight');
  await expect(count).toHaveText(`2 of ${slides.length + 1}`);
  await expect(page).toHaveURL(/#slide-2$/);
  await page.keyboard.press('End');
  await expect(count).toHaveText(`${slides.length + 1} of ${slides.length + 1}`);
  await page.keyboard.press('Home');
  await page.keyboard.press('n');
  await expect(current.locator('.notes')).toContainText('At the end of it one can');
  // a link to a figure in a state opens its slide
  await page.goto('/slides/recurrence/#latch-bench?v=1&w=1.25');
  await page.reload();
  await expect(current.locator('#latch-bench')).toBeVisible();
  const slider = current.getByRole('slider').first();
  await expect(slider).toHaveValue('1.25');
  const before = await count.textContent();
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveValue('1.26');
  await expect(count).toHaveText(before ?? '');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await expect(count).not.toHaveText(before ?? '');
  await page.getByRole('button', { name: 'Notes' }).click();
  await expect(current.locator('.notes')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.getByRole('button', { name: 'Notes' }).click();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.slide').filter({ visible: true }).count()).toBe(slides.length + 1);
  expect(await sheetsOfPaper(page)).toBeGreaterThanOrEqual(slides.length + 1);
});

test('progress goes into a file and comes back from it; a damaged one changes nothing', async ({
  page,
}) => {
  await page.goto('/');
  await page.evaluate(() => localStorage.setItem('unrolled:exercise:hand-step', '-0.06'));
  await page.getByText('Take your progress to another device').click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a file' }).click();
  const file = await (await download).path();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    book: 'unrolled',
    version: 1,
    kept: { 'exercise:hand-step': '-0.06' },
  });
  await page.evaluate(() => localStorage.clear());
  const field = page.locator('[data-add]');
  await field.setInputFiles({
    name: 'half.json',
    mimeType: 'application/json',
    buffer: readFileSync(file).subarray(0, 60),
  });
  const panel = page.locator('.progress-file');
  await expect(panel).toContainText('This file is damaged');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await field.setInputFiles(file);
  await expect(panel).toContainText('Added what was new: 1.');
  expect(await page.evaluate(() => localStorage.getItem('unrolled:exercise:hand-step'))).toBe(
    '-0.06',
  );
});

test('a lesson plan leads into a figure in the state that it names', async ({ page }) => {
  await page.goto('/teach/');
  await page.getByRole('link', { name: '90 minutes' }).first().click();
  const plan = page.getByRole('region', { name: '90 minutes' });
  await plan.locator('li li').filter({ hasText: 'swinging' }).getByRole('link').click();
  await expect(page.locator('#latch-bench').getByRole('slider').first()).toHaveValue('-2');
});
