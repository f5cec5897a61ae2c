import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright';
import { getDocumentProxy } from 'unpdf';
import type { Cover } from './assemble.ts';

/** What the browser has after `assemble.ts` was brought to it. */
declare const press: typeof import('./assemble.ts');

/**
 * Prints the whole book: assembles one page of the built site that is served at `origin`, prints it
 * once to see where everything stands, and once more with the numbers of the pages in its contents.
 */
export async function packBook(
  browser: Browser,
  origin: string,
  cover: Cover,
): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await openEmpty(page, origin, cover);
    const ids = await page.evaluate((about) => press.assembleBook(about), cover);
    const first = await pagesOf(await print(page), ids);
    await page.evaluate((pages) => press.numberContents(pages), first);
    const printed = await print(page);
    const second = await pagesOf(printed, ids);
    const moved = ids.find((id) => first[id] !== second[id]);
    if (moved !== undefined) throw new Error(`the contents moved «${moved}» to another page`);
    return printed;
  } finally {
    await page.close();
  }
}

/** An empty page of the site’s own origin, with the styles of a book and what assembles it. */
async function openEmpty(page: Page, origin: string, cover: Cover): Promise<void> {
  const address = new URL(`${cover.base}book-on-paper`, origin).href;
  const css = readFileSync(new URL('book.css', import.meta.url), 'utf8') + runningTitles(cover);
  await page.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html data-theme="light"><head><meta charset="utf-8"></head><body><style>astro-island, astro-slot, astro-static-slot { display: contents } ${css}</style></body></html>`,
    }),
  );
  await page.goto(address);
  const { outputFiles } = await build({
    entryPoints: [new URL('assemble.ts', import.meta.url).pathname],
    bundle: true,
    format: 'iife',
    globalName: 'press',
    write: false,
  });
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
}

/** A page of its own name for each chapter, whose head says which it is. */
const runningTitles = ({ title, chapters }: Cover): string =>
  [
    ...chapters.map(
      ({ number, title: name }) => [`chapter-${number}`, `${number} ${name}`] as const,
    ),
    ['at-the-end', title] as const,
    ['contents', title] as const,
  ]
    .map(
      ([name, head]) =>
        `.${name} { page: ${name} } @page ${name} { @top-left { content: ${JSON.stringify(head)} } }`,
    )
    .join('\n');

const print = (page: Page): Promise<Uint8Array> =>
  page.pdf({ format: 'A4', tagged: true, outline: true });

/** The page, from 1, on which the place of each id stands. Errors: an id that the PDF does not have. */
async function pagesOf(bytes: Uint8Array, ids: readonly string[]): Promise<Record<string, number>> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const places = await pdf.getDestinations();
  const found: Record<string, number> = {};
  for (const id of ids) {
    const place = places[id];
    if (place === undefined) throw new Error(`nothing in the PDF is called «${id}»`);
    found[id] = (await pdf.getPageIndex(place[0])) + 1;
  }
  return found;
}
