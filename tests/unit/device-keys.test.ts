import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tabKeys } from '#components/lib/device-keys.ts';
import { prefix } from '#components/lib/device-store.ts';

/** The only files that may touch the storage of a browser: all keys of the first are checked by types. */
const DOORS = [
  'components/lib/device-store.ts',
  'src/lib/preferences.ts',
  'src/lib/search/listen.ts',
  'src/lib/search/show-found.ts',
];

/** What pages are made of; a package for a learning system keeps the system's memory, not the device's. */
const sources = ['components', 'engine', 'src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte|astro|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('src/tools/')),
);

describe('what the page about privacy lists', () => {
  test('is all there is: no other file stores anything, and none sets a cookie', () => {
    const storing = /\b(localStorage|sessionStorage|indexedDB|cookieStore)\b|document\.cookie/;
    expect(sources.filter((path) => storing.test(readFileSync(path, 'utf8'))).toSorted()).toEqual(
      DOORS,
    );
  });

  test('has every key that is noted for a tab', () => {
    const noted = DOORS.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/'unrolled:([a-z]+)'/g)].map(([, key]) => key),
    );
    expect(new Set(noted)).toEqual(new Set(tabKeys.map(({ key }) => key)));
    expect(prefix).toBe('unrolled:');
  });
});
