import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeSettings, defaults, encodeSettings, type Table } from '#components/lib/settings.ts';
import { TABLES } from './every-table.ts';

/**
 * Links as readers kept them, and what each opened: one file for every version of the format, one list
 * for every widget. Frozen: a line is added for a new widget and never changed.
 */
const VERSIONS = readdirSync('tests/unit/links').map((file) => ({
  version: file.replace('.json', ''),
  kept: JSON.parse(readFileSync(`tests/unit/links/${file}`, 'utf8')) as Record<string, Kept[]>,
}));

interface Kept {
  readonly link: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const tableOf = (name: string): Table => {
  const found = TABLES.find(([known]) => known === name)?.[1];
  if (found === undefined)
    throw new Error(`no widget «${name}» any more, but links to it are kept`);
  return found;
};

describe.each(VERSIONS)('a link of $version', ({ kept }) => {
  test.each(Object.keys(kept))('to %s opens what it opened when it was kept', (name) => {
    for (const { link, values } of kept[name] ?? []) {
      const opened = decodeSettings(tableOf(name), link);
      expect(opened.problems, link).toEqual([]);
      // settings that came later stand at their defaults
      expect(opened.values, `${link}: see «Links» in CONTRIBUTING.md`).toMatchObject(values);
    }
  });

  test.each(Object.keys(kept))('to %s is written anew in the present form', (name) => {
    for (const { link } of kept[name] ?? []) {
      const { values } = decodeSettings(tableOf(name), link);
      const again = decodeSettings(tableOf(name), encodeSettings(tableOf(name), values));
      expect(again, link).toEqual({ values, problems: [] });
    }
  });
});

test('every widget with settings has links that were kept', () => {
  const missing = TABLES.filter(([name]) => VERSIONS.every(({ kept }) => !(name in kept)));
  // the line to add, with the defaults; add some states of your own
  const lines = missing.map(
    ([name, table]) => `"${name}": [${JSON.stringify({ link: 'v=1', values: defaults(table) })}]`,
  );
  expect(lines).toEqual([]);
});
