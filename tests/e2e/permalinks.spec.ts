import { expect, test } from './fixtures.ts';
import { openFigure } from './pages.ts';

const FIGURES = [
  ['/', 'home-lamp', 'w'],
  ['/recurrence/', 'lamp', 'w'],
  ['/recurrence/', 'one-tick', 'w'],
  ['/recurrence/', 'latch-bench', 'w'],
  ['/recurrence/', 'anatomy', 'W_hh.11'],
  ['/recurrence/', 'workshop', 'W_hh.11'],
  ['/recurrence/', 'memoryless-bet', 'open'],
] as const;

for (const [path, id, key] of FIGURES)
  test(`a damaged link opens ${id} at its defaults and says what was wrong`, async ({ page }) => {
    await page.goto(`${path}#${id}?v=1&${key}=lots&nonsense=1`);
    const figure = page.locator(`#${id}`);
    await expect(figure).toContainText(`«${key}» is «lots»; expected a number`);
    await expect(figure).toContainText('There is no setting «nonsense»');
    await expect(figure).not.toContainText(/NaN|undefined/);
  });

test('the link that a figure copies opens the very state it was copied in', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openFigure(page, '/recurrence/', 'lamp', '');
  const figure = page.locator('#lamp');
  await figure.getByRole('textbox').fill('“no” & “yes”');
  await figure.getByRole('button', { name: /^Step 3,/ }).click();
  await figure.getByRole('button', { name: 'Copy link' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('about:blank');
  await page.goto(link);
  await expect(figure.getByRole('textbox')).toHaveValue('“no” & “yes”');
  await expect(figure.locator('.say')).toContainText('Step 3.');
});

test('a link of another version says so', async ({ page }) => {
  await page.goto('/recurrence/#lamp?v=7&w=1');
  await expect(page.locator('#lamp')).toContainText('The link is of version «7»');
});
