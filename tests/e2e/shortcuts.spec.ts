import { expect, test } from './fixtures.ts';

test('n and p walk through sections and on to the neighbouring chapters', async ({ page }) => {
  await page.goto('/unrolling/');
  await page.keyboard.press('n');
  await expect(page.locator('h2').nth(0)).toBeFocused();
  await page.keyboard.press('n');
  const second = page.locator('h2').nth(1);
  await expect(second).toBeFocused();
  expect(new URL(page.url()).hash).toBe(`#${await second.getAttribute('id')}`);
  // from the midst of a section back to its beginning, then to the one before
  await page.mouse.wheel(0, 300);
  await expect
    .poll(() => second.evaluate((one) => one.getBoundingClientRect().top))
    .toBeLessThan(0);
  await page.keyboard.press('p');
  await expect(second).toBeInViewport();
  await page.keyboard.press('p');
  await expect(page.locator('h2').nth(0)).toBeFocused();
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  await page.waitForURL('**/recurrence/');
  const count = await page.locator('main h2[id]').count();
  for (let press = 0; press < count; press++) await page.keyboard.press('n');
  await expect(page.locator('main h2[id]').last()).toBeFocused();
  await page.keyboard.press('n');
  await page.waitForURL('**/unrolling/');
});

test('a question mark lists the keys; they can be switched off, and never interrupt writing', async ({
  page,
}) => {
  await page.goto('/recurrence/');
  const exercise = page.locator('#parameter-count');
  await exercise.scrollIntoViewIfNeeded();
  await expect(exercise.getByRole('button', { name: 'Check' })).toBeEnabled();
  const typed = exercise.getByRole('textbox');
  await typed.focus();
  await page.keyboard.type('n/p?');
  await expect(typed).toHaveValue('n/p?');
  const { hash } = new URL(page.url());
  expect(hash).toBe('');

  await exercise.getByRole('button', { name: 'Check' }).focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard' });
  for (const word of ['search the book', 'next section', 'previous section'])
    await expect(sheet).toContainText(word);
  await sheet.getByRole('checkbox', { name: /single keys/ }).uncheck();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(exercise.getByRole('button', { name: 'Check' })).toBeFocused();

  for (const key of ['/', 'n', '?']) await page.keyboard.press(key);
  await page.reload();
  for (const key of ['/', 'n', '?']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe('');

  // a button shows the list to those who have no key for it
  await page.getByRole('contentinfo').getByRole('button', { name: 'Keys' }).click();
  await sheet.getByRole('checkbox', { name: /single keys/ }).check();
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => localStorage.getItem('unrolled:shortcuts'))).toBeNull();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
});
