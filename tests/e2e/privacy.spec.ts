import { deviceKeys, tabKeys } from '#components/lib/device-keys.ts';
import { expect, test } from './fixtures.ts';
import { PAGES } from './pages.ts';

test('every page forbids the browser to ask another host, or to run what is not ours', async ({
  request,
}) => {
  for (const path of PAGES) {
    const html = await (await request.get(path)).text();
    const [, policy = ''] =
      /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html) ?? [];
    const sources = policy.split(';').flatMap((rule) => rule.trim().split(/\s+/).slice(1));
    const ours = /^('self'|'none'|'wasm-unsafe-eval'|'unsafe-inline'|'sha256-[^']+'|data:)$/;
    expect(policy, path).toContain("default-src 'none'");
    expect(
      sources.filter((source) => !ours.test(source)),
      path,
    ).toEqual([]);
    expect(policy, path).not.toMatch(/script-src[^;]*'unsafe-inline'/);
  }
});

test('the page about privacy tells what is kept, under its name, and removes it', async ({
  page,
  context,
}) => {
  await page.goto('/privacy/');
  await page.getByRole('button', { name: 'Reading' }).click();
  await page.getByRole('button', { name: 'Dark' }).click();
  await page.evaluate(() => {
    localStorage.setItem('unrolled:predict:w-one', '1');
    localStorage.setItem('unrolled:predict:w-two', '0');
  });
  await page.reload();
  const now = (key: string) =>
    page.getByRole('row').filter({ has: page.getByText(`unrolled:${key}`, { exact: true }) });
  await expect(page.getByRole('row')).toHaveCount(deviceKeys.length + tabKeys.length + 2);
  await expect(now('preferences.v1').getByRole('cell').last()).toHaveText('kept');
  await expect(now('predict:…').getByRole('cell').last()).toHaveText('2');
  await expect(now('progress').getByRole('cell').last()).toHaveText('nothing');
  await page.getByRole('button', { name: 'Remove all of it' }).click();
  await expect(now('predict:…').getByRole('cell').last()).toHaveText('nothing');
  await expect(page.getByText('This device keeps nothing of the book now.')).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(await context.cookies()).toEqual([]);
});
