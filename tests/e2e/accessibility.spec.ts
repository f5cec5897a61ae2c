import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { PAGES, wakeAll } from './pages.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const path of PAGES)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds nothing on ${path} in the ${colorScheme} theme`, async ({ page }) => {
      test.setTimeout(90_000);
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      await wakeAll(page);
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
      expect(
        violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
        ),
      ).toEqual([]);
    });
