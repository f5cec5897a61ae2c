import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds in parts of a page, or everywhere. It runs in the page itself and hands back nothing but
 * what is wrong: with everything that is right, a chapter takes four times as long.
 */
export async function violations(
  page: Page,
  runOnly: readonly string[],
  parts: readonly string[] = [],
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  const found = await page.evaluate(
    async ([rules, include]) => {
      const { axe } = window as unknown as {
        axe: { run(where: unknown, options: RunOptions): Promise<AxeResults> };
      };
      const where = include.length === 0 ? document : { include };
      return (await axe.run(where, { runOnly: rules, resultTypes: ['violations'] })).violations.map(
        ({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html.slice(0, 160)) }),
      );
    },
    [[...runOnly], [...parts]] as [string[], string[]],
  );
  return found.flatMap(({ id, where }) => where.map((html) => `${id}: ${html}`));
}
