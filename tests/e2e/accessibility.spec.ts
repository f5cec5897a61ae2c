import AxeBuilder from '@axe-core/playwright';
import { accessibility } from '#src/lib/accessibility.ts';
import { expect, test } from './fixtures.ts';
import { PAGES, wakeAll } from './pages.ts';
import { wordless } from './wordless.ts';

for (const path of PAGES)
  for (const colorScheme of accessibility.themes)
    test(`axe finds nothing on ${path} in the ${colorScheme} theme, and no formula without words`, async ({
      page,
    }) => {
      test.setTimeout(90_000);
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      await wakeAll(page);
      expect(await wordless(page)).toEqual([]);
      const { violations } = await new AxeBuilder({ page })
        .withTags([...accessibility.rules])
        .analyze();
      expect(
        violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
        ),
      ).toEqual([]);
    });
