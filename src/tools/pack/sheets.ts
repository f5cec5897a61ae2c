import { readFileSync } from 'node:fs';
import { fileAt, type Site } from './modules.ts';

/** The style sheets of a page as one text, with the fonts inside that its `letters` need. */
export function oneSheet(site: Site, addresses: readonly string[], letters: string): string {
  const points = new Set(
    [...letters.replaceAll(IN_FORMULAS, '')].map((letter) => letter.codePointAt(0) ?? 0),
  );
  return addresses
    .map((address) => readFileSync(fileAt(site, address), 'utf8'))
    .join('\n')
    .replaceAll(/@font-face\{[^}]*\}/g, (face) =>
      isNeeded(face, points) && isNamed(face, letters) ? compact(face) : '',
    )
    .replaceAll(/url\((\/[^)]+\.woff2)\)/g, (_, address: string) => {
      const font = readFileSync(fileAt(site, address)).toString('base64');
      return `url(data:font/woff2;base64,${font})`;
    });
}

/** Signs that KaTeX sets in fonts of its own, in the page and in the attributes of its widgets. */
const IN_FORMULAS =
  /class=(?:"|\\&quot;)m[a-z]+(?: [\w- ]+)?(?:"|\\&quot;)(?:>|&gt;)[^<&]*(?:<|&lt;)/g;

/** Fonts for alphabets that the book has no letters in, unless a formula names them. */
const ALPHABETS: Readonly<Record<string, RegExp>> = {
  KaTeX_AMS: /amsrm|mathbb/,
  KaTeX_Caligraphic: /mathcal/,
  KaTeX_Fraktur: /(?:math|text)frak/,
  KaTeX_Script: /(?:math|text)scr/,
  KaTeX_SansSerif: /(?:math|text)sf/,
};

const isNamed = (face: string, letters: string): boolean =>
  ALPHABETS[/font-family:(\w+)/.exec(face)?.[1] ?? '']?.test(letters) ?? true;

/** The first format is the smallest, and every browser of today reads it. */
const compact = (face: string): string =>
  face.replace(/src:url\(([^)]+\.woff2)\)[^;}]*/, 'src:url($1)format("woff2")');

function isNeeded(face: string, points: ReadonlySet<number>): boolean {
  const ranges = /unicode-range:([^;}]+)/.exec(face)?.[1];
  if (ranges === undefined) return true;
  return ranges.split(',').some((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
    const first = Number.parseInt(from.replaceAll('?', '0'), 16);
    const last = Number.parseInt(to.replaceAll('?', 'F'), 16);
    return [...points].some((point) => first <= point && point <= last);
  });
}
