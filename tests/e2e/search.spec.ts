import type { Page } from '@playwright/test';
import { accessibility } from '#src/lib/accessibility.ts';
import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';

const field = (page: Page) => page.getByRole('searchbox', { name: 'Search for' });
const dialog = (page: Page) => page.getByRole('dialog');
const marked = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map(String));

async function ask(page: Page, question: string): Promise<void> {
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await field(page).fill(question);
  await expect(dialog(page).getByRole('status')).toContainText(/places? in/);
}

test('a newcomer goes by key from the home page to chapter 1, to the forget gate, to its section', async ({
  page,
}) => {
  await page.goto('/');
  const focused = page.locator(':focus');
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(focused).toHaveAttribute('href', '/recurrence/', { timeout: 50 });
  }).toPass();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/recurrence/');
  await ask(page, 'forget gate');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/glossary/#forget-gate');
  const place = page.locator('#forget-gate');
  await expect(place).toBeFocused();
  await expect(place).toBeInViewport();
  await expect.poll(() => marked(page)).toContain('forget');
  await page.keyboard.press('Escape');
  expect(await marked(page)).toEqual([]);
  const mention = place.getByRole('link', { name: /^5\.3 / });
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(mention).toBeFocused({ timeout: 50 });
  }).toPass();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/gated-cells/#piece-by-piece');
});

test('arrows walk through the places, Enter goes there without a lost scroll, Escape gives the focus back', async ({
  page,
}) => {
  await page.goto('/recurrence/');
  const button = page.getByRole('button', { name: 'Search' });
  await button.press('Enter');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('f / (1 - f)');
  await expect(field(page)).toHaveValue('f / (1 - f)');
  await page.keyboard.press('Escape');
  if (await dialog(page).isVisible()) await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(button).toBeFocused();

  await ask(page, 'why does the gradient vanish');
  const results = page.locator('[data-result]');
  await page.keyboard.press('ArrowDown');
  await expect(results.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(results.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).toBeFocused();
  await results.filter({ hasText: 'A product of numbers' }).first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/vanishing-gradients/#product-of-numbers');
  await expect.poll(() => marked(page)).toContain('vanishing');
  await page.reload();
  expect(await marked(page)).toEqual([]);

  // a place of this very page
  await ask(page, 'figure 4.3');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator('figure:target')).toBeInViewport();
  await expect(page.locator('figure:target')).toBeFocused();
});

test('excerpts have no TeX, and a formula is named as it is spoken', async ({ page }) => {
  await page.goto('/');
  await ask(page, 'W_hh');
  const equation = page.locator('[data-result]').filter({ hasText: 'Equation 1.6' });
  await expect(equation.getByRole('img')).toHaveAccessibleName(
    /^h sub t equals hyperbolic tangent/,
  );
  await expect(equation.locator('sub').first()).toHaveText('t');
  expect(await dialog(page).innerText()).not.toMatch(/[\\{}]/);
  await field(page).fill('qqqqzzzz');
  await expect(dialog(page).getByRole('status')).toContainText('Nothing in the book');
});

test.describe('what does not come', () => {
  // the browser tells of it, too
  test.use({ allow: [/Failed to load resource|Failed to fetch/] });

  test('is said: the index, and the search itself', async ({ page }) => {
    await page.route('**/search.json', (route) => route.fulfill({ body: 'not an index' }));
    await page.goto('/');
    await page.keyboard.press('/');
    await expect(dialog(page).getByRole('status')).toContainText('could not be fetched');
    await page.unroute('**/search.json');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    await ask(page, 'forget gate');

    await page.route('**/open-search*.js', (route) => route.abort());
    await page.reload();
    await page.keyboard.press('/');
    await expect(page.locator('#part-missing')).toContainText('could not be fetched');
  });
});

test('axe finds nothing in the search and the list of keys, in both themes, wide and narrow', async ({
  page,
}) => {
  test.slow();
  await page.goto('/recurrence/');
  const open = {
    search: () => ask(page, 'forget gate'),
    keys: () => page.keyboard.press('?'),
  };
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 360],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    for (const show of [open.search, open.keys]) {
      await show();
      await expect(dialog(page)).toBeVisible();
      expect(await violations(page, accessibility.rules)).toEqual([]);
      const widest = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(widest).toBeLessThanOrEqual(width);
      await dialog(page).getByRole('button', { name: 'Close' }).click();
    }
  }
});
