import type { Page } from '@playwright/test';
import { accessibility } from '#src/lib/accessibility.ts';
import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { PAGES, wakeAll } from './pages.ts';
import { wordless } from './wordless.ts';

const { rules, looksAt } = accessibility;
const [WIDE, NARROW] = looksAt;

/** The rules whose outcome another theme can change; the others are asked once at each width. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What steps change; the prose around it stays as it was. */
const MOVING = ['[data-figure]', '.exercise', '.predict'];

for (const path of PAGES)
  test(`axe finds nothing on ${path}, in two themes, at two widths, before and after steps, and no formula without words`, async ({
    page,
  }) => {
    test.setTimeout(400_000);
    await page.goto(path);
    await wakeAll(page);
    expect(await wordless(page)).toEqual([]);
    const first = [
      ...(await inBothThemes(page, [], WIDE, ['light', 'dark'])),
      ...(await inBothThemes(page, [], NARROW, ['dark', 'light'])),
    ];
    expect(first).toEqual([]);
    const pressed = await stepAll(page);
    const counts = await Promise.all(MOVING.map((part) => page.locator(part).count()));
    const parts = MOVING.filter((_, n) => counts[n] !== 0);
    expect(pressed > 0).toBe(parts.length > 0);
    if (parts.length === 0) return;
    const stepped = [
      ...(await inBothThemes(page, parts, NARROW, ['light', 'dark'])),
      ...(await inBothThemes(page, parts, WIDE, ['dark', 'light'])),
    ];
    expect(stepped).toEqual([]);
  });

/** What axe finds at a width: by every rule in one theme, then in the colours of the other. */
async function inBothThemes(
  page: Page,
  parts: readonly string[],
  width: number,
  [theme, other]: readonly ['light' | 'dark', 'light' | 'dark'],
): Promise<string[]> {
  await shown(page, width, theme);
  const all = await violations(page, rules, parts);
  await shown(page, width, other);
  const again = await violations(page, COLOURS, parts);
  return [...all, ...again].map((found) => `${width} pixels: ${found}`);
}

async function shown(page: Page, width: number, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: 900 });
  // figures measure themselves after the page has been laid out
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

/**
 * Commits an answer of every prediction, then takes two steps in every figure and exercise, with a hint
 * and an open drawer where there are any. Returns how much was pressed. Trainings take minutes, and stay.
 */
async function stepAll(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let pressed = 0;
    const settled = (): Promise<unknown> =>
      new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    const press = async (button: HTMLButtonElement | null | undefined): Promise<void> => {
      if (!button || button.disabled || /^(Train|Run|Race)/.test(button.innerText)) return;
      button.click();
      pressed += 1;
      await settled();
    };
    const all = (selector: string): HTMLElement[] => [
      ...document.querySelectorAll<HTMLElement>(selector),
    ];
    for (const question of all('.predict')) {
      await press(question.querySelector<HTMLButtonElement>('.options button'));
      await press(question.querySelector<HTMLButtonElement>('button.primary'));
    }
    for (const exercise of all('.exercise')) {
      for (const field of exercise.querySelectorAll('input')) {
        if (field.type === 'radio') field.click();
        else field.value = '1';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      await settled();
      await press(exercise.querySelector<HTMLButtonElement>('button.primary'));
      await press(exercise.querySelector<HTMLButtonElement>('button.quiet'));
      for (const folded of exercise.querySelectorAll('details')) folded.open = true;
    }
    for (const figure of all('[data-figure]')) {
      for (const opener of figure.querySelectorAll<HTMLButtonElement>('[aria-expanded="false"]'))
        await press(opener);
      for (const step of figure.querySelectorAll<HTMLButtonElement>('button.primary')) {
        await press(step);
        await press(step);
      }
    }
    return pressed;
  });
}
