import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cutFonts } from '#src/fonts/cut.mjs';

test('the fonts of the first screen are what the installed whole fonts are cut to', async () => {
  for (const { name, bytes } of await cutFonts()) {
    const kept = readFileSync(`src/fonts/${name}`);
    expect(kept.equals(Buffer.from(bytes)), `${name} is stale: run npm run fonts`).toBe(true);
  }
});

test('what is fetched before the first words weighs at most 75 kB', () => {
  const sizes = ['serif', 'sans'].map((name) => readFileSync(`src/fonts/${name}.woff2`).length);
  expect(Math.max(...sizes)).toBeGreaterThan(0);
  expect(sizes[0]! + sizes[1]!).toBeLessThanOrEqual(75_000);
});
