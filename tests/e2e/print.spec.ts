import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { CHAPTERS } from './pages.ts';
import { letters, textOf } from './pdf.ts';

const MARGINS = { across: 36, along: 43 };
/** Below this, in points, stands the number of the page alone. */
const FOOT = (22 / 25.4) * 72;
const PAPERS = [
  { format: 'A4', width: 210, height: 297 },
  { format: 'Letter', width: 215.9, height: 279.4 },
] as const;
const pixels = (millimetres: number): number => Math.floor((millimetres / 25.4) * 96);

for (const path of CHAPTERS)
  test(`${path} prints whole on A4 and on Letter paper: nothing wide, cut off, alone or missing`, async ({
    page,
  }) => {
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    for (const { format, width, height } of PAPERS) {
      const room = {
        width: pixels(width - MARGINS.across),
        height: pixels(height - MARGINS.along),
      };
      await page.setViewportSize(room);
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      await expect(page.locator('figure .controls button:visible')).toHaveCount(0);
      expect(await page.evaluate(misfits, room), format).toEqual([]);
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    }

    const wanted = await wordsOf(page);
    // the PDF of the book is on A4
    const pages = await textOf(await page.pdf({ format: 'Letter', tagged: true }));
    const whole = letters(pages.flatMap((pieces) => pieces.map(({ text }) => text)).join(''));
    expect(wanted.filter((words) => !whole.includes(letters(words)))).toEqual([]);
    const headings = new Set(wanted.filter((words) => /^\d+\.\d+ \D/.test(words)).map(letters));
    for (const [n, pieces] of pages.entries()) {
      expect(lineOf(pieces.filter(({ y }) => y < FOOT))).toBe(String(n + 1));
      const body = pieces.filter(({ y }) => y >= FOOT);
      const lowest = Math.min(...body.map(({ y }) => y));
      const last = lineOf(body.filter(({ y }) => y < lowest + 2));
      expect(headings.has(last), `«${last}» stands alone at the foot of page ${n + 1}`).toBe(false);
    }
  });

test('further states of figures on paper show what their links open, digit for digit', async ({
  page,
}) => {
  let frames = 0;
  for (const path of CHAPTERS) {
    await page.goto(path);
    const print = (event: 'beforeprint' | 'afterprint'): Promise<void> =>
      page.evaluate((name) => void window.dispatchEvent(new Event(name)), event);
    await print('beforeprint');
    const shown = await page.locator('.further-states > li').evaluateAll((items) =>
      items.map((item) => ({
        link: item.querySelector('a')?.hash ?? '',
        drawings: item.querySelectorAll('svg').length,
        numbers: [...item.querySelectorAll('[data-v]')].map((one) => one.getAttribute('data-v')),
      })),
    );
    await print('afterprint');
    await expect(page.locator('.further-states')).toHaveCount(0);
    for (const { link, drawings, numbers } of shown) {
      expect(drawings, link).toBeGreaterThan(0);
      const figure = page.locator(link.replace(/\?.*/, ''));
      await figure.scrollIntoViewIfNeeded();
      await expect(figure.locator('astro-island').first()).not.toHaveAttribute('ssr', /.*/);
      await page.evaluate((hash) => void (location.hash = hash), link);
      await expect
        .poll(
          () =>
            figure
              .locator('[data-film]')
              .first()
              .locator('[data-v]')
              .evaluateAll((all) => all.map((one) => one.getAttribute('data-v'))),
          { message: `${path}${link}` },
        )
        .toEqual(numbers);
      frames += 1;
    }
  }
  expect(frames).toBeGreaterThanOrEqual(16);
});

test('the race is run on paper, for a reader who has not bet and for one who has come to it', async ({
  page,
}) => {
  await page.goto('/gated-cells/');
  const race = page.locator('#cell-race');
  const dots = race.locator('.dot:visible');
  for (const isAwake of [false, true]) {
    if (isAwake) {
      await race.scrollIntoViewIfNeeded();
      await expect(race.locator('astro-island')).not.toHaveAttribute('ssr', /.*/);
    }
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    // six starts, sixteen seeds each
    await expect(dots).toHaveCount(96);
    await expect(race.locator('.track:visible')).toHaveCount(6);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    await expect(dots).toHaveCount(0);
  }
});

const lineOf = (pieces: readonly { text: string }[]): string =>
  letters(pieces.map(({ text }) => text).join(''));

/** What must be found on paper: headings, numbers of equations, captions and addresses of figures. */
function wordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const add = (element: Element): void => {
      // formulas are boxes of single letters on paper
      const copy = element.cloneNode(true) as Element;
      copy
        .querySelectorAll('.katex, .anchor, sub, sup')
        .forEach((part) => part.replaceWith('\u0000'));
      for (const part of (copy.textContent ?? '').split('\u0000'))
        if (part.trim() !== '') found.push(part.trim().replaceAll(/\s+/g, ' '));
    };
    document
      .querySelectorAll('main :is(h1, h2, h3, .equation-number, .exercise > .tag), .figure-number')
      .forEach(add);
    document.querySelectorAll('main figcaption > div > :is(p, span)').forEach(add);
    for (const link of document.querySelectorAll<HTMLElement>('[data-figure] a[data-permalink]'))
      found.push(link.dataset['permalink'] ?? '');
    return found;
  });
}

/** Boxes that leave the paper, lose a part of themselves, or are higher than a page though they may not break. */
function misfits(room: { width: number; height: number }): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('main *')) {
    // shapes of a picture are cut by its own frame, and what is for the ear alone has no place
    if (element.closest('svg svg, svg *, .visually-hidden, .katex-mathml, [hidden]') !== null)
      continue;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    if (box.width === 0 || box.height === 0 || style.visibility === 'hidden') continue;
    const name = `${element.closest('[id]')?.id ?? ''} ${element.tagName} ${element.className}`;
    // half a pixel is rounding
    if (box.right > room.width + 0.5 || box.left < -0.5) found.push(`beyond the paper: ${name}`);
    const isCut = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    if (isCut && !element.matches('input, select, svg')) found.push(`cut off: ${name}`);
    if (style.breakInside === 'avoid' && box.height > room.height)
      found.push(`higher than the paper: ${name}`);
  }
  return found;
}
