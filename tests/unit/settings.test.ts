import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeSettings,
  defaults,
  encodeSettings,
  type NumberSetting,
  type Setting,
  type Table,
} from '#components/lib/settings.ts';
import { lampSettings } from '#components/widgets/lamp-settings.ts';
import { settingsOf, TABLES } from './every-table.ts';

const isNumber = (setting: Setting<unknown>): setting is NumberSetting => 'min' in setting;

/** Values of a table that its controls can reach. */
const valuesOf = (table: Table): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(
      settingsOf(table).map(([key, setting]) => {
        if (isNumber(setting)) {
          const { min, max, step } = setting;
          const arbitrary = Number.isInteger(step)
            ? fc.integer({ min, max })
            : fc.double({ min, max, noNaN: true });
          return [key, arbitrary.map((value) => (value === 0 ? 0 : value))];
        }
        if ('options' in setting)
          return [key, fc.constantFrom(...(setting.options as readonly string[]))];
        const longest = (setting as { maxLength?: number }).maxLength ?? 10;
        return [key, fc.string({ unit: 'grapheme-composite', maxLength: Math.floor(longest / 4) })];
      }),
    ),
  );

/** What may stand in a link: nonsense, and what looks almost right. */
const queryOf = (table: Table): fc.Arbitrary<string> => {
  const keys = fc.oneof(
    fc.constantFrom(...Object.keys(table), 'v', '__proto__', 'constructor', 'toString', ''),
    fc.string({ maxLength: 8 }),
  );
  const written = fc.oneof(
    fc.constantFrom('', '1', '-2', '1e999', 'NaN', 'Infinity', '0x10', '1,5', '−3', '%', '%zz'),
    fc.double().map(String),
    fc.string(),
  );
  const pair = fc.tuple(keys, written).map(([key, text]) => `${key}=${text}`);
  return fc.oneof(
    fc.string(),
    fc.array(pair).map((pairs) => pairs.join('&')),
  );
};

describe.each(TABLES)('the settings of %s', (_, table) => {
  test('whatever a link says, are within their ranges or at their defaults, with a reason', () => {
    fc.assert(
      fc.property(queryOf(table), (query) => {
        const { values, problems } = decodeSettings(table, query);
        expect(Object.keys(values)).toEqual(Object.keys(table));
        for (const [key, setting] of settingsOf(table)) {
          const value = (values as Record<string, unknown>)[key];
          expect('value' in setting.read(setting.write(value)), `${key} = ${String(value)}`).toBe(
            true,
          );
          if (isNumber(setting)) {
            expect(value).toBeGreaterThanOrEqual(setting.min);
            expect(value).toBeLessThanOrEqual(setting.max);
          }
        }
        if (problems.length > 0) expect(values).toEqual(defaults(table));
        for (const problem of problems) expect(problem).toMatch(/^[«T].*«.*[.]$/su);
      }),
      { numRuns: 400 },
    );
  });

  test('come back from their own link as they were', () => {
    fc.assert(
      fc.property(valuesOf(table), (values) => {
        const query = encodeSettings(table, values as never);
        expect(decodeSettings(table, query)).toEqual({ values, problems: [] });
      }),
    );
  });

  test('make a link of nothing but its version at their defaults', () => {
    expect(encodeSettings(table, defaults(table))).toBe('v=1');
  });
});

test('a problem names the setting, what was found and what was expected', () => {
  expect(decodeSettings(lampSettings, 'v=1&w=lots&step=1.5').problems).toEqual([
    '«w» is «lots»; expected a number from −9 to 9.',
    '«step» is «1.5»; expected a whole number from 1 to 120.',
  ]);
});
