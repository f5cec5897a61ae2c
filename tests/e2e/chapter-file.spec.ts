import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { coverOf } from '#src/tools/pack/cover.ts';
import { packPage } from '#src/tools/pack/page.ts';
import { expect, test } from './fixtures.ts';
import { wakeAll } from './pages.ts';

const site = { folder: join(process.cwd(), '.out', 'site'), base: '/' };

test('a chapter in one file opens from disk with its widgets alive, and asks for nothing else', async ({
  page,
}, testInfo) => {
  const file = testInfo.outputPath('bptt.html');
  writeFileSync(file, await packPage(site, 'bptt', coverOf('/')));
  // what fits into a letter, and opens on a phone
  expect(statSync(file).size).toBeLessThan(3_000_000);
  const address = pathToFileURL(file).href;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  await wakeAll(page);

  const stepper = page.locator('#backward-stepper');
  const before = await stepper.locator('.say').innerText();
  await stepper
    .getByRole('button', { name: /next|on|forward/i })
    .first()
    .click();
  await expect(stepper.locator('.say')).not.toHaveText(before);
  // what the site fetches when another network is chosen is in the file
  await stepper.getByText('LSTM', { exact: true }).first().click();
  expect(
    await page.evaluate(async () =>
      Object.keys(await (await fetch('/formulas/lstm-sigmoid.json')).json()),
    ),
  ).not.toEqual([]);
  await expect(stepper.locator('.katex').first()).toBeVisible();

  expect(asked.filter((url) => url !== address && !/^(data|blob):/.test(url))).toEqual([]);
  const links = await page
    .locator('a[href]')
    .evaluateAll((all) =>
      all
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => !/^(https?:|#)/.test(href)),
    );
  expect(links).toEqual([]);
  const ids = await page
    .locator('a[href^="#"]')
    .evaluateAll((all) =>
      all
        .map((link) => (link.getAttribute('href') ?? '').slice(1).replace(/\?.*$/, ''))
        .filter((id) => id !== '' && document.getElementById(id) === null),
    );
  expect(ids).toEqual([]);
});
