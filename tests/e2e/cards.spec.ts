import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** Whether two things lie over each other on the screen. */
async function overlaps(first: Locator, second: Locator): Promise<boolean> {
  const [a, b] = [await first.boundingBox(), await second.boundingBox()];
  if (a === null || b === null) throw new Error('not on the screen');
  const isBeside = a.x + a.width <= b.x || b.x + b.width <= a.x;
  return !isBeside && a.y < b.y + b.height && b.y < a.y + a.height;
}

for (const width of [1440, 900])
  test(`cards cover nothing that is still to be read, ${width} wide; a pointer may go there, Escape dismisses`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/recurrence/');
    const holder = page.locator('article p > [data-card]').nth(1);
    const link = holder.locator('> a');
    const card = holder.locator('.card');
    await holder.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await link.hover();
    await expect(card).toBeVisible();
    expect(await overlaps(card, link)).toBe(false);
    const bottom = async (one: Locator): Promise<number> => {
      const box = await one.boundingBox();
      return (box?.y ?? 0) + (box?.height ?? 0);
    };
    // in the margin beside the paragraph, or above the line
    const isInMargin = !(await overlaps(card, holder.locator('xpath=ancestor::p')));
    expect(isInMargin || (await bottom(card)) <= (await bottom(link))).toBe(true);

    await card.hover();
    await expect(card).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
    await page.mouse.move(5, 5);
    await link.hover();
    await expect(card).toBeVisible();
    await page.mouse.move(5, 5);
    await expect(card).toBeHidden();

    await link.focus();
    await expect(card).toBeVisible();
    await page.mouse.move(50, 50);
    await expect(card).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('a first touch opens the card away from the line, a second follows the link', async ({
    page,
  }) => {
    await page.goto('/recurrence/');
    const holder = page.locator('article p > .term[data-card]').first();
    const link = holder.locator('> a');
    const card = holder.locator('.card');
    await holder.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await link.tap();
    await expect(card).toBeVisible();
    expect(await overlaps(card, link)).toBe(false);
    await page
      .locator('h1')
      .evaluate((one) => one.dispatchEvent(new MouseEvent('click', { bubbles: true })));
    await expect(card).toBeHidden();
    await link.tap();
    await expect(card).toBeVisible();
    await link.tap();
    await page.waitForURL(/\/glossary\/#/);
  });
});
