import { readFileSync } from 'node:fs';
import { fileAt, type Site } from './modules.ts';

/** The style sheets of a page as one text, with the fonts inside that its `letters` need. */
export function oneSheet(site: Site, addresses: readonly string[], letters: string): string {
  const css = addresses.map((address) => readFileSync(fileAt(site, address), 'utf8')).join('\n');
  const inText = pointsOf(letters.replaceAll(IN_FORMULAS, ''));
  const inFormulas = pointsOf((letters.match(IN_FORMULAS) ?? []).join(''));
  const cuts = (css.match(FACE) ?? []).filter((face) => rangesOf(face).length > 0);

  function isNeeded(face: string): boolean {
    if (rangesOf(face).length > 0) return [...inText].some((point) => has(face, point));
    // behind a font that was cut for formulas stands the whole one
    const isBehind = cuts.some((cut) => keyOf(cut) === keyOf(face));
    return !isBehind || [...inFormulas].some((point) => !cuts.some((cut) => has(cut, point)));
  }

  return css
    .replaceAll(FACE, (face) => (isNeeded(face) && isNamed(face, letters) ? compact(face) : ''))
    .replaceAll(/url\((\/[^)]+\.woff2)\)/g, (_, address: string) => {
      const font = readFileSync(fileAt(site, address)).toString('base64');
      return `url(data:font/woff2;base64,${font})`;
    });
}

const FACE = /@font-face\{[^}]*\}/g;

const pointsOf = (text: string): ReadonlySet<number> =>
  new Set([...text].map((letter) => letter.codePointAt(0) ?? 0));

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

/** Family, style and weight of a face. */
const keyOf = (face: string): string =>
  ['family', 'style', 'weight']
    .map((part) => new RegExp(`font-${part}:([^;}]+)`).exec(face)?.[1])
    .join();

const has = (face: string, point: number): boolean =>
  rangesOf(face).some(([first, last]) => first <= point && point <= last);

/** The letters for which a face is asked; none where it is asked for all. */
function rangesOf(face: string): [first: number, last: number][] {
  const ranges = /unicode-range:([^;}]+)/.exec(face)?.[1];
  return (ranges?.split(',') ?? []).map((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
    return [
      Number.parseInt(from.replaceAll('?', '0'), 16),
      Number.parseInt(to.replaceAll('?', 'F'), 16),
    ];
  });
}
