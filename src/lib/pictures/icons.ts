import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { png } from './raster.ts';

const SIGN = join('src', 'public', 'favicon.svg');
const PAPER = '#fbf8f2';

/** The sign of the book for those who cannot show SVG, by file name. */
export async function icons(): Promise<ReadonlyMap<string, Uint8Array>> {
  const sign = readFileSync(SIGN, 'utf8').replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}/, '');
  // on a telephone the sign stands on paper, away from round corners
  const onPaper = sign
    .replace('viewBox="0 0 32 32"', 'viewBox="-6 -6 44 44"')
    .replace('</style>', `</style><rect x="-6" y="-6" width="44" height="44" fill="${PAPER}"/>`);
  return new Map([
    ['favicon.ico', ico(await png(sign, 32), 32)],
    ['apple-touch-icon.png', await png(onPaper, 180)],
    ['icon-192.png', await png(onPaper, 192)],
    ['icon-512.png', await png(onPaper, 512)],
  ]);
}

/** A file of icons with one PNG in it. */
function ico(image: Uint8Array, size: number): Uint8Array {
  const head = new DataView(new ArrayBuffer(22));
  head.setUint16(2, 1, true); // icons, not cursors
  head.setUint16(4, 1, true); // one of them
  head.setUint8(6, size);
  head.setUint8(7, size);
  head.setUint16(10, 1, true); // planes
  head.setUint16(12, 32, true); // bits of a pixel
  head.setUint32(14, image.length, true);
  head.setUint32(18, head.byteLength, true);
  return Buffer.concat([new Uint8Array(head.buffer), image]);
}
