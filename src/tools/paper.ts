import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright';
import { root, Trouble } from './environment.mjs';

/** What `--pdf` may say. */
const SIZES = ['A4', 'Letter'] as const;
type Size = (typeof SIZES)[number];

/** The browser that prints: the one that CHROMIUM_PATH names, or Playwright's own. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'];
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox'],
  });
}

/** The size that `--pdf A4` or `--pdf Letter` asks for; undefined where no PDF is wanted. Errors: another size. */
export function sizeOf(text: string | undefined): Size | undefined {
  const size = SIZES.find((one) => one === text);
  if (text !== undefined && size === undefined)
    throw new Trouble(`--pdf takes ${SIZES.join(' or ')}, not «${text}»`);
  return size;
}

/** Puts pages that stand in one file into .out/pack, by name, and a PDF beside each where one is wanted; says their names. */
export async function putPapers(
  papers: Readonly<Record<string, string>>,
  size: Size | undefined,
): Promise<void> {
  const folder = join(root, '.out', 'pack');
  mkdirSync(folder, { recursive: true });
  const put = (name: string, bytes: string | Uint8Array): void => {
    writeFileSync(join(folder, name), bytes);
    process.stdout.write(`.out/pack/${name}\n`);
  };
  for (const [name, html] of Object.entries(papers)) put(`${name}.html`, html);
  if (size === undefined) return;
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    for (const name of Object.keys(papers)) {
      await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
      put(`${name}.pdf`, await page.pdf({ format: size, tagged: true, outline: true }));
    }
  } finally {
    await browser.close();
  }
}
