import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import {
  CELL_NAMES,
  EXPECTED,
  KERNEL_NAMES,
  type CellName,
  type KernelName,
} from '#tests/laws/trained-bits.ts';
import { expect, test } from './fixtures.ts';

const MODULE = fileURLToPath(new URL('../laws/trained-bits.ts', import.meta.url));

/** Lets the page load what Node trains with as a script of its own site, under the site's policy. */
async function serveTraining(page: Page): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [MODULE],
    bundle: true,
    format: 'esm',
    write: false,
  });
  const body = outputFiles[0]!.text;
  await page.route('**/trained-bits.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body }),
  );
}

const train = (page: Page, cell: CellName, kernel: KernelName): Promise<unknown> =>
  page.evaluate(
    `import('/trained-bits.js').then(({ trainedBits }) => trainedBits('${cell}', '${kernel}'))`,
  );

test('500 updates leave the same bits in the browser as in Node, by either kernel', async ({
  page,
}) => {
  await serveTraining(page);
  await page.goto('/');
  for (const cell of CELL_NAMES)
    for (const kernel of KERNEL_NAMES)
      expect(await train(page, cell, kernel)).toEqual({ kernel, hash: EXPECTED[cell] });
});

test('where a policy forbids WebAssembly, JavaScript leaves the same bits', async ({ page }) => {
  await serveTraining(page);
  await page.route('/', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll("'wasm-unsafe-eval'", '');
    await route.fulfill({ response, body });
  });
  await page.goto('/');
  for (const cell of CELL_NAMES)
    expect(await train(page, cell, 'webassembly')).toEqual({
      kernel: 'javascript',
      hash: EXPECTED[cell],
    });
});
