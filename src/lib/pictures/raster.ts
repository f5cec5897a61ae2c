import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { SANS } from './plain-css.ts';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const CACHE = join('.out', 'cache', 'pictures');
const FONTS = [
  '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2',
  '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2',
  '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2',
  '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2',
  '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2',
  '@fontsource/source-sans-3/files/source-sans-3-greek-400-normal.woff2',
  'katex/dist/fonts/KaTeX_Main-Regular.woff2',
];

const read = createRequire(import.meta.url).resolve;
const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(read(name)));

let ready: Promise<Uint8Array[]> | undefined;

/**
 * Draws an SVG as PNG, `width` pixels wide. With the fonts of the book and without those of the machine,
 * so the same SVG is the same picture everywhere; one that was drawn before is read from .out/cache.
 */
export async function png(svg: string, width: number): Promise<Uint8Array> {
  const name = createHash('sha256').update(`${width} ${svg}`).digest('hex').slice(0, 32);
  const file = join(CACHE, `${name}.png`);
  if (existsSync(file)) return readFileSync(file);
  ready ??= initWasm(bytes('@resvg/resvg-wasm/index_bg.wasm')).then(() => FONTS.map(bytes));
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontBuffers: await ready, defaultFontFamily: SANS },
  });
  const drawn = image.render().asPng();
  image.free();
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file, drawn);
  return drawn;
}
