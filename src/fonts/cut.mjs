import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

/**
 * The fonts of the first screen, cut from Source Serif 4 and Source Sans 3: the letters that fonts.css asks of
 * them, the weights that the book uses, optical sizes from notes to titles. `npm run fonts` writes them here.
 */
const CUTS = {
  serif: {
    from: 'source-serif-4/files/source-serif-4-latin-opsz-normal',
    opsz: [14, 40],
    wght: 400,
  },
  'serif-bold': {
    from: 'source-serif-4/files/source-serif-4-latin-opsz-normal',
    opsz: 22,
    wght: [450, 700],
  },
  'serif-italic': {
    from: 'source-serif-4/files/source-serif-4-latin-wght-italic',
    wght: [400, 700],
  },
  sans: { from: 'source-sans-3/files/source-sans-3-latin-wght-normal', wght: [400, 750] },
};

/** The letters of fonts.css's first range: Latin as western Europe writes it, and its punctuation. */
const LETTERS =
  '0000-00FF 0131 0152-0153 02BB-02BC 02C6 02DA 02DC 0304 0308 0329 2000-206F 20AC 2122 2191 2193 2212 2215 FEFF FFFD';

const { resolve } = createRequire(import.meta.url);

/** Name and bytes of every cut; the same bytes each time. */
export const cutFonts = () => Promise.all(Object.entries(CUTS).map(cut));

async function cut([name, { from, ...axes }]) {
  const whole = readFileSync(resolve(`@fontsource-variable/${from}.woff2`));
  const variationAxes = Object.fromEntries(
    Object.entries(axes).map(([axis, range]) => [
      axis,
      Array.isArray(range) ? { min: range[0], max: range[1] } : range,
    ]),
  );
  return {
    name: `${name}.woff2`,
    bytes: await subsetFont(whole, letters(), { targetFormat: 'woff2', variationAxes }),
  };
}

const letters = () =>
  LETTERS.split(' ')
    .map((range) => {
      const [first, last = first] = range.split('-').map((code) => Number.parseInt(code, 16));
      return Array.from({ length: last - first + 1 }, (_, n) =>
        String.fromCodePoint(first + n),
      ).join('');
    })
    .join('');
