import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { book } from '#src/lib/book.ts';
import { coverOf } from '#src/tools/pack/cover.ts';
import { packScorm } from '#src/tools/pack/scorm.ts';
import { expect, test } from './fixtures.ts';

/** The standard’s data model as the fake system, which is scorm-again, hands it out. */
interface Lms {
  API: { LMSGetValue(name: string): string; loadFromJSON(data: object): void };
}

const site = { folder: join(process.cwd(), '.out', 'site'), base: '/' };
const runtime = readFileSync('node_modules/scorm-again/dist/scorm12.min.js', 'utf8');

/** Opens the package two frames deep in a page that plays the system, with what it kept before. */
async function open(page: Page, html: Uint8Array, kept: string): Promise<FrameLocator> {
  await page.route('**/lms/**', async (route) => {
    const path = new URL(route.request().url()).pathname;
    const answer = (body: string): Promise<void> =>
      route.fulfill({ contentType: 'text/html', body });
    if (path.endsWith('/package/index.html'))
      return route.fulfill({ contentType: 'text/html', body: Buffer.from(html) });
    if (path.endsWith('/player.html'))
      return answer('<iframe src="package/index.html" width="1200" height="800"></iframe>');
    const before = JSON.stringify({ suspend_data: kept });
    return answer(`<iframe name="player" width="1250" height="850"></iframe><script>${runtime}</script>
      <script>window.API = new Scorm12API({ autocommit: false });
      API.loadFromJSON(${before}, 'cmi');
      frames.player.location = '/lms/course/7/player.html';</script>`);
  });
  await page.goto('/lms/course.html');
  return page.frameLocator('iframe').frameLocator('iframe');
}

const said = (page: Page, name: string): Promise<string> =>
  page.evaluate((of) => (window as unknown as Lms).API.LMSGetValue(of), name);

test('a SCORM package is the same bytes twice, reports its score and resumes where one was', async ({
  page,
}) => {
  const chapter = book().assembled[0]!;
  const zip = await packScorm(site, chapter, coverOf('/'));
  expect(Buffer.compare(zip, await packScorm(site, chapter, coverOf('/')))).toBe(0);
  expect(zip.length, 'the bar for a chapter').toBeLessThan(8_000_000);
  const files = unzipSync(zip);
  const manifest = new TextDecoder().decode(files['imsmanifest.xml']);
  const listed = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, name]) => name);
  expect(Object.keys(files).filter((name) => name !== 'imsmanifest.xml')).toEqual(listed);
  expect(manifest.match(/adlcp:scormtype="sco"/g)).toHaveLength(1);

  const html = files['index.html']!;
  const sco = await open(page, html, '');
  const exercise = sco.locator('#parameter-count');
  await exercise.scrollIntoViewIfNeeded();
  await exercise.getByRole('textbox').fill('68');
  await exercise.getByRole('button', { name: 'Check' }).click();
  await expect(exercise).toContainText('Right.');
  const exercises = await sco.locator('.exercise').count();
  expect(await said(page, 'cmi.core.score.raw')).toBe(String(Math.round(100 / exercises)));
  expect(await said(page, 'cmi.core.lesson_status')).toBe('incomplete');
  const kept = await said(page, 'cmi.suspend_data');
  expect(kept.length).toBeLessThanOrEqual(4096);
  // a device that several students share keeps nothing of them
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);

  const again = await open(page, html, kept);
  await again.locator('#parameter-count').scrollIntoViewIfNeeded();
  await expect(again.locator('#parameter-count')).toContainText('Right.');
});
