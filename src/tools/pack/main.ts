import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { root } from '../environment.mjs';
import { serve } from '../serve.mjs';
import { packBook } from './book.ts';
import { coverOf } from './cover.ts';

/** Writes one file into .out/pack and says its name and size. */
function put(name: string, bytes: Uint8Array | string): void {
  const folder = join(root, '.out', 'pack');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), bytes);
  process.stdout.write(`.out/pack/${name}: ${Math.round(bytes.length / 1000)} kB\n`);
}

async function putBook(): Promise<void> {
  const executablePath = process.env['CHROMIUM_PATH'];
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox'],
  });
  const { address, close } = await serve(0);
  try {
    put('unrolled.pdf', await packBook(browser, address, coverOf(new URL(address).pathname)));
  } finally {
    await browser.close();
    close();
  }
}

await putBook();
