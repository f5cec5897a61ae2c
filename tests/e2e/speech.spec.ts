import { expect, test } from './fixtures.ts';
import { PAGES, wakeAll } from './pages.ts';

for (const path of PAGES)
  test(`every formula of ${path} says itself in words, asleep and awake`, async ({ page }) => {
    test.setTimeout(120_000);
    const formulas = page.locator('.katex');
    const wordless = () =>
      formulas.evaluateAll((all) =>
        all
          .filter((formula) => {
            const words = formula.getAttribute('aria-label') ?? '';
            return formula.getAttribute('role') !== 'img' || !/^[\w .,;:'-]+$/.test(words);
          })
          .map((formula) => formula.outerHTML.slice(0, 300)),
      );
    await page.goto(path);
    expect(await wordless()).toEqual([]);
    await wakeAll(page);
    expect(await wordless()).toEqual([]);
  });

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
