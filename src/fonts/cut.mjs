import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

/** Letters as fonts.css asks for them, in the form of its unicode-range. */
const LETTERS = {
  /** What English and the names of the bibliography need, with the marks that stand between numbers. */
  plain:
    'U+0020-007E, U+00A0, U+00B1-00B3, U+00B7, U+00B9, U+00BD, U+00D7, U+00E4, U+00E9, U+00EB, U+00ED, U+00F6, U+00FC, U+0304, U+2009-200B, U+2011, U+2013-2014, U+2018-2019, U+201C-201D, U+2026, U+202F, U+2060, U+2191, U+2193, U+2212',
  /** What other names of western Europe and rare punctuation need. */
  accents:
    'U+00A1-00B0, U+00B4-00B6, U+00B8, U+00BA-00BC, U+00BE-00D6, U+00D8-00E3, U+00E5-00E8, U+00EA, U+00EC, U+00EE-00F5, U+00F7-00FB, U+00FD-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0308, U+0329, U+2000-2008, U+200C-2010, U+2012, U+2015, U+2017, U+201A-201B, U+201E-2025, U+2027-202E, U+2030-205F, U+2061-206F, U+20AC, U+2122, U+2215, U+FEFF, U+FFFD',
  greek: 'U+0391-03A1, U+03A3-03A9, U+03B1-03C9',
  /** Variables of formulas. */
  variables: 'U+0041-005A, U+0061-007A, U+03B1-03C9, U+03D1, U+03D5, U+03F5',
  /** Digits, words and signs of formulas. */
  signs:
    'U+0020-007E, U+00A0, U+00B1, U+00B7, U+00D7, U+02C6, U+02C9, U+02D9, U+02DC, U+0393-03A9, U+200B, U+2026, U+2032, U+2190-2193, U+21A6, U+2202, U+2205, U+2208, U+220F, U+2211-2212, U+2217, U+221E, U+2223, U+2225, U+2248, U+2260, U+2264-2265, U+2299, U+22A4, U+22C5, U+22EF',
  /** Signs of buttons that go a step back and on; a telephone would draw them as pictures. */
  steps: 'U+25B6, U+25C0',
};

const serif = '@fontsource-variable/source-serif-4/files/source-serif-4';
const sans = '@fontsource-variable/source-sans-3/files/source-sans-3';
const code = '@fontsource-variable/source-code-pro/files/source-code-pro';
const katex = 'katex/dist/fonts/KaTeX';

/**
 * What the fonts of the book are cut to: the letters that its chapters have, the weights that they use, optical
 * sizes from notes to titles. `npm run fonts` writes them here. Other letters come from the whole fonts.
 */
export const CUTS = {
  serif: { from: `${serif}-latin-opsz-normal`, letters: 'plain', opsz: [14, 40], wght: 400 },
  'serif-bold': {
    from: `${serif}-latin-opsz-normal`,
    letters: 'plain',
    opsz: 22,
    wght: [450, 700],
  },
  'serif-italic': { from: `${serif}-latin-wght-italic`, letters: 'plain', wght: [400, 700] },
  'serif-accents': { from: `${serif}-latin-wght-normal`, letters: 'accents', wght: [400, 700] },
  'serif-italic-accents': {
    from: `${serif}-latin-wght-italic`,
    letters: 'accents',
    wght: [400, 700],
  },
  'serif-greek': { from: `${serif}-greek-wght-normal`, letters: 'greek', wght: [400, 700] },
  sans: { from: `${sans}-latin-wght-normal`, letters: 'plain', wght: [400, 750] },
  'sans-italic': { from: `${sans}-latin-wght-italic`, letters: 'plain', wght: [400, 750] },
  'sans-accents': { from: `${sans}-latin-wght-normal`, letters: 'accents', wght: [400, 750] },
  'sans-greek': { from: `${sans}-greek-wght-normal`, letters: 'greek', wght: [400, 750] },
  code: { from: `${code}-latin-wght-normal`, letters: 'plain', wght: [400, 700] },
  variables: { from: `${katex}_Math-Italic`, letters: 'variables' },
  signs: { from: `${katex}_Main-Regular`, letters: 'signs' },
  steps: { from: `${katex}_AMS-Regular`, letters: 'steps' },
};

const { resolve } = createRequire(import.meta.url);

/** Name, letters and bytes of every cut; the same bytes each time. */
export const cutFonts = () => Promise.all(Object.entries(CUTS).map(cut));

async function cut([name, { from, letters, ...axes }]) {
  const whole = readFileSync(resolve(`${from}.woff2`));
  const variationAxes = Object.fromEntries(
    Object.entries(axes).map(([axis, range]) => [
      axis,
      Array.isArray(range) ? { min: range[0], max: range[1] } : range,
    ]),
  );
  const bytes = await subsetFont(whole, spell(LETTERS[letters]), {
    targetFormat: 'woff2',
    variationAxes,
  });
  return { name: `${name}.woff2`, letters: LETTERS[letters], bytes };
}

function spell(ranges) {
  return ranges
    .split(', ')
    .map((range) => {
      const [first, last = first] = range
        .slice(2)
        .split('-')
        .map((digits) => Number.parseInt(digits, 16));
      return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, n) => first + n));
    })
    .join('');
}
