import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Theme = 'light' | 'dark';

const tokens = new Map(
  [
    ...readFileSync('src/styles/tokens.css', 'utf8').matchAll(
      /--([a-z]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g,
    ),
  ].map(([, name, light, dark]) => [name, { light, dark }]),
);

const surfaces = ['paper', 'raised', 'sunken', 'lit'];
const letters = ['ink', 'muted', 'input', 'state', 'output', 'param', 'gradient'];

describe.each<Theme>(['light', 'dark'])('the %s theme', (theme) => {
  // WCAG 2.2, 1.4.3: text needs 4.5 to 1
  test.each(surfaces.flatMap((surface) => letters.map((letter) => ({ letter, surface }))))(
    'prints $letter on $surface with a contrast of at least 4.5',
    ({ letter, surface }) => {
      expect(contrast(colour(letter, theme), colour(surface, theme))).toBeGreaterThanOrEqual(4.5);
    },
  );

  // WCAG 2.2, 1.4.11: what outlines a control needs 3 to 1
  test.each(['edge', 'state'])('draws outlines in %s with a contrast of at least 3', (line) => {
    for (const surface of ['paper', 'raised']) {
      expect(contrast(colour(line, theme), colour(surface, theme))).toBeGreaterThanOrEqual(3);
    }
  });

  test('prints paper on ink, as on a primary button, with a contrast of at least 4.5', () => {
    expect(contrast(colour('paper', theme), colour('ink', theme))).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the tokens', () => {
  test('are declared with both themes for every surface and letter', () => {
    for (const name of [...surfaces, ...letters, 'edge', 'glow']) {
      expect(tokens.get(name), name).toBeDefined();
    }
  });

  test('agree with the colours that the browser shows around the page', () => {
    const page = readFileSync('src/layouts/Page.astro', 'utf8');
    for (const theme of ['light', 'dark'] as const) {
      expect(page).toContain(
        `content="${colour('paper', theme)}" media="(prefers-color-scheme: ${theme})"`,
      );
    }
  });
});

function colour(name: string, theme: Theme): string {
  const found = tokens.get(name)?.[theme];
  if (found === undefined) throw new Error(`tokens.css has no colour «--${name}» for ${theme}`);
  return found;
}

/** Ratio of relative luminances, 1 to 21. Source: WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
