import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quoted } from '../../../engine/program/errors.ts';
import { book, type Chapter } from '../../lib/book.ts';
import { fileName } from '../../lib/file-name.ts';
import { main, root, Trouble } from '../environment.mjs';
import { openBrowser } from '../paper.ts';
import { serve } from '../serve.mjs';
import { packBook } from './book.ts';
import { coverOf } from './cover.ts';
import { packPage } from './page.ts';
import { packScorm } from './scorm.ts';

const base = `/${process.env['BASE_PATH'] ?? ''}/`.replaceAll(/\/+/g, '/');
const site = { folder: join(root, '.out', 'site'), base };

/** Writes one file into .out/pack and says its name and size. */
function put(name: string, bytes: Uint8Array | string): void {
  const folder = join(root, '.out', 'pack');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), bytes);
  process.stdout.write(`.out/pack/${name}: ${Math.round(bytes.length / 1000)} kB\n`);
}

async function putBook(): Promise<void> {
  const browser = await openBrowser();
  const { address, close } = await serve(0);
  try {
    const cover = coverOf(base);
    put(`${fileName(cover.title)}.pdf`, await packBook(browser, address, cover));
  } finally {
    await browser.close();
    close();
  }
}

/** The chapter of a name. Errors: none of that name. */
function chapterNamed(name = ''): Chapter {
  const chapters = book().assembled;
  const found = chapters.find(({ slug }) => slug === name);
  if (found !== undefined) return found;
  const slugs = quoted(chapters.map(({ slug }) => slug));
  throw new Trouble(`there is no chapter «${name}»; there are ${slugs}`);
}

const PACKS: Readonly<Record<string, (name?: string) => Promise<void>>> = {
  book: putBook,
  async page(name) {
    const { slug } = chapterNamed(name);
    put(`${slug}.html`, await packPage(site, slug, coverOf(base)));
  },
  async scorm(name) {
    const chapter = chapterNamed(name);
    put(`${chapter.slug}-scorm.zip`, await packScorm(site, chapter, coverOf(base)));
  },
};

await main(async () => {
  const [kind = '', name] = process.argv.slice(2);
  await PACKS[kind]?.(name);
});
