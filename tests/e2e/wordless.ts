import type { Page } from '@playwright/test';

/** The formulas of a page that do not say themselves in words. */
export const wordless = (page: Page): Promise<string[]> =>
  page.locator('.katex').evaluateAll((all) =>
    all
      .filter((formula) => {
        const words = formula.getAttribute('aria-label') ?? '';
        return formula.getAttribute('role') !== 'img' || !/^[\w .,;:'-]+$/.test(words);
      })
      .map((formula) => formula.outerHTML.slice(0, 300)),
  );
