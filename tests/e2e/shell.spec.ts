import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { wakeAll } from './pages.ts';

const DARK = 'rgb(20, 22, 27)';
const LIGHT = 'rgb(251, 248, 242)';

test.describe('how to read', () => {
  test.use({ colorScheme: 'light' });

  test('follows the system until the reader chooses', async ({ page }) => {
    await page.goto('./');
    expect(await paper(page)).toBe(LIGHT);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await paper(page)).toBe(DARK);
  });

  test('is kept for every page, and is set before the page is drawn', async ({ page }) => {
    await chooseTheme(page, 'Dark');
    // what the page looks like while its own scripts have not run
    await page.route('**/*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    );
    await page.evaluate(() => (location.search = 'again'));
    await page.waitForURL(/again/);
    expect(await paper(page)).toBe(DARK);
  });

  test('returns to the system and leaves nothing behind', async ({ page }) => {
    await chooseTheme(page, 'Dark');
    await page
      .getByRole('group', { name: 'Theme' })
      .getByRole('button', { name: 'Like the system' })
      .click();
    expect(await paper(page)).toBe(LIGHT);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('changes also where storage is denied', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await chooseTheme(page, 'Dark');
    expect(await paper(page)).toBe(DARK);
    await expect(page.getByRole('status').first()).toContainText('for this page alone');
  });

  test('has letters, lines and motion as the reader wishes, and as it was again', async ({
    page,
  }) => {
    const measures = (): Promise<{ letters: number; line: number; swift: string }> =>
      page.evaluate(() => {
        const text = document.querySelector('.text > section > p') ?? document.body;
        const letters = parseFloat(getComputedStyle(text).fontSize);
        return {
          letters,
          line: text.getBoundingClientRect().width / letters,
          swift: getComputedStyle(document.querySelector('button') ?? text).transitionDuration,
        };
      });
    await page.goto('./recurrence/');
    const before = await measures();
    await page.getByRole('button', { name: 'Reading' }).click();
    await page.getByRole('button', { name: 'Short' }).click();
    await page.getByRole('button', { name: '200 %' }).click();
    await page.getByRole('button', { name: 'As little as possible' }).click();
    const large = await measures();
    expect(large.letters).toBe(2 * before.letters);
    expect(large.line).toBeLessThan(0.85 * before.line);
    expect(parseFloat(large.swift)).toBe(0);
    await page.reload();
    expect(await measures()).toEqual(large);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      if (width === 360) await wakeAll(page);
      const { scrollWidth, clientWidth } = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return { scrollWidth, clientWidth };
      });
      expect(scrollWidth, `${width} pixels`).toBe(clientWidth);
    }
    await page.getByRole('button', { name: 'Reading' }).click();
    await page.getByRole('button', { name: 'As it was' }).click();
    expect(await measures()).toEqual(before);
    expect(await page.evaluate(() => localStorage.getItem('unrolled:preferences.v1'))).toBeNull();
  });
});

test.describe('the chain of sections', () => {
  test.use({ viewport: { width: 1360, height: 900 } });

  test('glows at the section being read and fills what was read', async ({ page }) => {
    await page.goto('./recurrence/');
    const nodes = page.locator('.rail [data-section]');
    await readTo(page, 2);
    await expect(nodes.nth(2)).toHaveClass(/here/);
    await expect(nodes.nth(2).getByRole('link')).toHaveAttribute('aria-current', 'true');
    await expect(page.locator('.rail .read')).toHaveCount(2);
    await expect(page.getByText('Continue:')).toBeHidden();
    await page.reload();
    await expect(page.locator('.rail .read')).toHaveCount(2);
    await page.getByText('Continue:').getByRole('link').click();
    await expect(nodes.nth(2)).toHaveClass(/here/);
  });

  test('does not take a jump for reading', async ({ page }) => {
    await page.goto('./recurrence/');
    await page.locator('.rail').getByRole('link').nth(4).click();
    await expect(page.locator('.rail .here')).toHaveCount(1);
    await expect(page.locator('.rail .read')).toHaveCount(0);
  });

  test('shows progress in the map of the book, which forgets it on request', async ({ page }) => {
    await page.goto('./recurrence/');
    await readTo(page, 2);
    await page.goto('./');
    const node = page.locator('.map li').first();
    await expect(node).toContainText('2 of');
    const goOn = page.getByText('Continue:').getByRole('link');
    await expect(goOn).toHaveText(/^1\.3 /);
    await page.getByRole('button', { name: 'Forget it' }).click();
    await expect(node).not.toContainText('2 of');
    await expect(goOn).toBeHidden();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });
});

test.describe('the contents on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('stay in reach while one reads, name the section and close when one is chosen', async ({
    page,
  }) => {
    await page.goto('./recurrence/');
    await readTo(page, 2);
    const bar = page.getByRole('navigation', { name: 'On this page' });
    await expect(bar.locator('summary')).toBeInViewport();
    await expect(bar.locator('[data-here]')).toContainText(/^1\.3 /);
    await bar.locator('summary').click();
    await bar.getByRole('link').nth(1).click();
    await expect(bar.getByRole('link').nth(1)).toBeHidden();
    await expect(bar.locator('[data-here]')).toContainText(/^1\.2 /);
  });
});

test('the skip link is the first stop and leads to the text', async ({ page }) => {
  await page.goto('./recurrence/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#text')).toBeFocused();
});

test('the map names every chapter with its question, and leads to it', async ({ page }) => {
  await page.goto('./');
  const map = page.locator('.map li');
  const count = await map.count();
  expect(count).toBe(
    await page.getByRole('navigation', { name: 'Chapters' }).locator('li').count(),
  );
  for (let n = 0; n < count; n++) {
    await expect(map.nth(n).locator('.question')).not.toBeEmpty();
    const address = await map.nth(n).getByRole('link').getAttribute('href');
    expect((await page.request.get(address ?? '')).status()).toBe(200);
  }
});

test('six fonts come before the first words, and the words are set in the letters of the book', async ({
  page,
}) => {
  await page.goto('./recurrence/');
  await expect(page.locator('link[rel=preload][as=font]')).toHaveCount(6);
  // a face that the browser passes over is never loaded, and nothing else tells of it
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...document.fonts]
          .filter(({ status }) => status === 'loaded')
          .map(({ family, weight, style }) => `${family.replaceAll('"', '')} ${weight} ${style}`),
      ),
    )
    .toEqual(
      expect.arrayContaining([
        'Source Serif 4 Variable 200 425 normal',
        'Source Serif 4 Variable 426 900 normal',
        'Source Sans 3 Variable 200 900 normal',
      ]),
    );
});

async function paper(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

async function chooseTheme(page: Page, name: string): Promise<void> {
  await page.goto('./');
  await page.getByRole('button', { name: 'Reading' }).click();
  await page.getByRole('group', { name: 'Theme' }).getByRole('button', { name }).click();
}

/** Scrolls as a reader does, heading by heading, until section `index` (from 0) is at the line. */
async function readTo(page: Page, index: number): Promise<void> {
  const links = page.locator('.rail a');
  for (let i = 0; i <= index; i += 1) {
    const id = (await links.nth(i).getAttribute('href'))?.slice(1) ?? '';
    await page.locator(`[id="${id}"]`).evaluate((place) => {
      window.scrollTo(0, window.scrollY + place.getBoundingClientRect().top - 100);
    });
    await expect(page.locator(`.rail [data-section="${id}"]`)).toHaveClass(/here/);
  }
}
