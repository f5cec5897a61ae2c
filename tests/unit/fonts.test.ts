import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cutFonts } from '#src/fonts/cut.mjs';

const cuts = await cutFonts();
const styles = ['fonts', 'math'].map((name) => readFileSync(`src/styles/${name}.css`, 'utf8'));
const faces = styles.join('').match(/@font-face \{[^}]*\}/g) ?? [];

test('every cut font is what the installed whole font is cut to', () => {
  for (const { name, bytes } of cuts) {
    const kept = readFileSync(`src/fonts/${name}`);
    expect(kept.equals(Buffer.from(bytes)), `${name} is stale: run npm run fonts`).toBe(true);
  }
});

test('styles ask every cut font for letters that it was cut to, and for no others', () => {
  const asked = faces.flatMap((face) => {
    const name = /fonts\/([\w-]+\.woff2)'/.exec(face)?.[1];
    const cut = cuts.find((font) => font.name === name);
    return cut === undefined ? [] : [{ name, face, letters: codes(cut.letters) }];
  });
  expect(new Set(asked.map(({ name }) => name))).toEqual(new Set(cuts.map(({ name }) => name)));
  for (const { name, face, letters } of asked) {
    const range = /unicode-range:([^;]*);/.exec(face)?.[1] ?? '';
    const beyond = [...codes(range)].filter((code) => !letters.has(code));
    expect(beyond, `letters that ${name} lacks`).toEqual([]);
  }
});

test('what is fetched before the first words weighs at most 50 kB, and 130 kB in a chapter', () => {
  const size = (name: string): number => readFileSync(`src/fonts/${name}.woff2`).length;
  const everywhere = size('serif') + size('sans');
  expect(everywhere).toBeLessThanOrEqual(50_000);
  const inChapters = ['serif-bold', 'serif-italic', 'variables', 'signs'].map(size);
  expect(inChapters.reduce((a, b) => a + b, everywhere)).toBeLessThanOrEqual(130_000);
});

describe('what is seen until the letters arrive', () => {
  const sheet = readFileSync('src/styles/stand-ins.css', 'utf8');
  const FACE = /@font-face \{\s*font-family: '((Serif|Sans) as [^']+)'[^}]*\}/g;
  const standIns = [...sheet.matchAll(FACE)].map(([face, name = '', kind = '']) => ({
    face,
    name,
    kind,
  }));
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  /** Ascent and descent of the book's fonts, in percent of their size, as their files say. */
  const lines = { Serif: [103.6, 33.5], Sans: [102.4, 40] } as const;

  test.each(standIns)('«$name» has lines as high as the book’s', ({ face, name, kind }) => {
    const percent = (property: string): number =>
      Number(new RegExp(`${property}: ([\\d.]+)%`).exec(face)?.[1]);
    const [ascent, descent] = lines[kind as keyof typeof lines];
    const size = percent('size-adjust') / 100;
    // two digits are written: half a hundredth of a percent of two factors near 1
    expect(Math.abs(percent('ascent-override') * size - ascent)).toBeLessThan(0.02);
    expect(Math.abs(percent('descent-override') * size - descent)).toBeLessThan(0.02);
    expect(percent('line-gap-override')).toBe(0);
    expect(tokens).toContain(`'${name}'`);
  });
});

/** Letters of a unicode-range. */
function codes(range: string): Set<number> {
  return new Set(
    range.split(',').flatMap((part) => {
      const [first = 0, last = first] = part
        .trim()
        .slice(2)
        .split('-')
        .map((digits) => Number.parseInt(digits, 16));
      return Array.from({ length: last - first + 1 }, (_, n) => first + n);
    }),
  );
}
