import { expect, test } from './fixtures.ts';
import { wakeAll } from './pages.ts';
import { wordless } from './wordless.ts';

test('the tree of a screen reader has words where the page has a formula', async ({ page }) => {
  await page.goto('/recurrence/');
  await expect(page.locator('#eq-layer .formula')).toMatchAriaSnapshot(`
    - group "Equation. Arrow keys walk through its symbols.":
      - /children: deep-equal
      - img "h sub t equals hyperbolic tangent of W x h times x sub t plus W h h times h sub t minus 1, plus b h"
  `);
});

test('a finger on any letter of a formula finds its words', async ({ page }) => {
  await page.goto('/recurrence/');
  const letter = page.locator('#eq-layer .mathnormal').first();
  await letter.scrollIntoViewIfNeeded();
  const name = await letter.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const touched = document.elementFromPoint(x + width / 2, y + height / 2);
    return touched?.closest('[role="img"]')?.getAttribute('aria-label');
  });
  expect(name).toMatch(/^h sub t equals/);
});

test('what is set in the browser says itself too: solutions, hints, and the letters of another text', async ({
  page,
}) => {
  test.slow();
  await page.goto('/gated-cells/');
  await wakeAll(page);
  // every fold is opened, every prediction given up, every exercise answered wrong
  await page
    .locator('details')
    .evaluateAll((all) => all.forEach((fold) => fold.setAttribute('open', '')));
  const press = (name: RegExp) =>
    page
      .getByRole('button', { name })
      .evaluateAll((all) => (all as HTMLButtonElement[]).forEach((button) => button.click()));
  await press(/^Skip/);
  await press(/^(Check|Hint)/);
  expect(await wordless(page)).toEqual([]);
  await page.getByRole('button', { name: 'Notation' }).click();
  await page.getByRole('button', { name: 'PyTorch' }).click();
  await expect(page.locator('#eq-cell .katex')).toHaveAccessibleName(/^c sub t equals/);
  expect(await wordless(page)).toEqual([]);
});
