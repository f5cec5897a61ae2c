import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as plain, type BrowserContext, type Page } from '@playwright/test';
import { megabytes, type KeepList } from '#src/lib/keep/list.ts';
import { writeKeepList } from '#src/tools/keep-list.mjs';
import { siteServer } from '#src/tools/serve.mjs';
import { expect, watch } from './fixtures.ts';
import { wakeAll } from './pages.ts';

/** A copy of the built book that can be changed, on a server that can be stopped. */
class Host {
  readonly site = mkdtempSync(join(tmpdir(), 'unrolled-'));
  private server: Server | undefined;
  private port = 0;

  constructor() {
    cpSync(join('.out', 'site'), this.site, { recursive: true });
  }

  get root(): string {
    return `http://127.0.0.1:${this.port}/`;
  }

  async start(): Promise<void> {
    const server = siteServer(this.site, '/');
    this.server = server;
    await new Promise<void>((done) => server.listen(this.port, done));
    this.port = (server.address() as AddressInfo).port;
  }

  stop(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  list(): KeepList {
    return JSON.parse(readFileSync(join(this.site, 'keep-list.json'), 'utf8')) as KeepList;
  }
}

/** What the browser holds of the book: workers and shelves. */
const held = (page: Page): Promise<{ workers: number; shelves: string[] }> =>
  page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    shelves: await caches.keys(),
  }));

const cut = async (context: BrowserContext, host: Host): Promise<void> => {
  await context.setOffline(true);
  host.stop();
};

const mend = async (context: BrowserContext, host: Host): Promise<void> => {
  await host.start();
  await context.setOffline(false);
};

plain(
  'a kept book is whole without network, renews itself when asked, and can be called back',
  async ({ browser }) => {
    plain.setTimeout(300_000);
    const host = new Host();
    await host.start();
    const context = await browser.newContext({ baseURL: host.root, locale: 'en-GB' });
    const page = await context.newPage();
    const problems = watch(page, host.root, [/404/]);
    const requests = new Set<string>();
    context.on('request', (request) => requests.add(new URL(request.url()).origin));
    const button = (name: string) => page.getByRole('button', { name });
    const status = page.locator('[data-said]');

    await plain.step('nothing is kept before the reader asks, nor after a stop', async () => {
      await page.goto('/keep/');
      await expect(
        page.getByText(`The whole book is ${megabytes(host.list().bytes)}`),
      ).toBeVisible();
      expect(await held(page)).toEqual({ workers: 0, shelves: [] });
      // one file that never comes, so that there is time to stop
      await page.route('**/glossary/', () => undefined);
      await button('Keep this book').click();
      await expect(status).toContainText('0 % is here');
      await button('Stop').click();
      await expect(status).toHaveText('Stopped: nothing was kept.');
      expect(await held(page)).toEqual({ workers: 0, shelves: [] });
      await page.unroute('**/glossary/');
    });

    await plain.step('then the whole book is', async () => {
      await button('Keep this book').click();
      await expect(status).toHaveText('The whole book is on this device.', { timeout: 60_000 });
      await expect(page.getByText('This device keeps the whole book')).toBeVisible();
      const { workers, shelves } = await held(page);
      expect([workers, shelves.length]).toEqual([1, 1]);
    });

    await plain.step('every page opens without network, and every figure wakes up', async () => {
      await cut(context, host);
      const pages = host.list().files.filter(({ path }) => /^$|\/$|\.html$/.test(path));
      expect(pages.length).toBeGreaterThan(10);
      for (const { path } of pages) {
        await page.goto(`/${path}`);
        await expect(page.locator('h1')).not.toBeEmpty();
        // figures on slides that are not shown sleep on
        if (!path.startsWith('slides/')) await wakeAll(page);
      }
    });

    await plain.step('so does what is fetched late: letters, workers, the search', async () => {
      await page.goto('/recurrence?from=a#eq-layer');
      await button('Notation').click();
      await page.getByRole('button', { name: 'PyTorch', exact: true }).click();
      await expect(page.locator('#eq-layer .katex-html')).toContainText('Wih');
      await page.goto('/gated-cells/#cell-race?v=1&gap=5');
      const race = page.locator('#cell-race');
      await race.scrollIntoViewIfNeeded();
      await expect(race.locator('astro-island').first()).not.toHaveAttribute('ssr', /.*/);
      await race.getByRole('radio').first().check();
      await race.getByRole('button', { name: /^Bet and start/ }).click();
      await expect(race.locator('.dot').first()).toBeAttached({ timeout: 30_000 });
      await page.keyboard.press('/');
      await page.getByRole('searchbox', { name: 'Search for' }).fill('forget gate bias');
      await expect(page.getByRole('dialog').getByRole('status')).toContainText(/places? in/);
      const lost = await page.goto('/no-such-page/');
      expect(lost?.status()).toBe(404);
      await expect(page.locator('h1')).toHaveText('The chain breaks here.');
    });

    await plain.step(
      'a new version is told of, read at once, and kept when asked for',
      async () => {
        const file = join(host.site, 'glossary', 'index.html');
        writeFileSync(file, readFileSync(file, 'utf8').replace('>Glossary</h1>', '>Words</h1>'));
        writeKeepList(host.site);
        await mend(context, host);
        await page.goto('/glossary/');
        await expect(page.locator('h1')).toHaveText('Words');
        await page.evaluate(() => document.body.setAttribute('data-still-here', ''));
        await expect(page.getByText('This book has a new version.')).toBeVisible();
        await expect(page.locator('[data-still-here]')).toHaveCount(1);
        await button('Read the new version').click();
        await expect(page.locator('[data-still-here]')).toHaveCount(0, { timeout: 30_000 });
        await expect(page.locator('[data-news]')).toBeHidden();
        expect((await held(page)).shelves).toEqual([expect.stringContaining(host.list().version)]);
        await cut(context, host);
        await page.reload();
        await expect(page.locator('h1')).toHaveText('Words');
        await mend(context, host);
      },
    );

    await plain.step('the kill switch takes it away at the next page', async () => {
      writeFileSync(join(host.site, 'keep.json'), '{ "off": true }');
      await page.goto('/glossary/');
      await expect.poll(() => held(page)).toEqual({ workers: 0, shelves: [] });
    });

    await plain.step('nobody else was asked for anything', () => {
      expect([...requests]).toEqual([new URL(host.root).origin]);
      expect(problems).toEqual([]);
    });

    await context.close();
    host.stop();
    rmSync(host.site, { recursive: true });
  },
);
