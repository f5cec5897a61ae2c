import { runInNewContext } from 'node:vm';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  earlyPreferences,
  parsePreferences,
  preferences,
  unchanged,
  writePreferences,
  type Preferences,
} from '#src/lib/preferences.ts';

const anyPreferences: fc.Arbitrary<Preferences> = fc.record({
  theme: fc.constantFrom(...preferences.theme),
  size: fc.constantFrom(...preferences.size),
  line: fc.constantFrom(...preferences.line),
  motion: fc.constantFrom(...preferences.motion),
});

describe('parsePreferences', () => {
  test('reads back what was written, whatever was chosen', () => {
    fc.assert(
      fc.property(anyPreferences, (chosen) => {
        expect(parsePreferences(writePreferences(chosen))).toEqual(chosen);
      }),
    );
  });

  test('takes the book as it comes from any text that it did not write', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parsePreferences(text)).toEqual(unchanged);
      }),
    );
  });

  test('takes what it knows from a text that it knows in part', () => {
    const text = '{"theme":"sepia","size":"150","line":7,"toString":"x"}';
    expect(parsePreferences(text)).toEqual({ ...unchanged, size: '150' });
  });
});

describe('writePreferences', () => {
  test('leaves nothing behind where nothing is changed', () => {
    expect(writePreferences(unchanged)).toBeNull();
  });
});

describe('earlyPreferences', () => {
  const shown = (kept: string | null): Record<string, string> => {
    const dataset: Record<string, string> = {};
    runInNewContext(earlyPreferences, {
      localStorage: {
        getItem: (key: string) => (key === 'unrolled:preferences.v1' ? kept : null),
      },
      document: { documentElement: { dataset } },
    });
    return dataset;
  };

  test('sets on the root what was changed, and nothing else', () => {
    const chosen = { ...unchanged, theme: 'dark', size: '200' } as const;
    expect(shown(writePreferences(chosen))).toEqual({ theme: 'dark', size: '200' });
    expect(shown(null)).toEqual({});
  });

  test('is silent where something illegible is kept, or storage is denied', () => {
    for (const kept of ['', '{', '7', 'null']) expect(shown(kept)).toEqual({});
    expect(() => runInNewContext(earlyPreferences, {})).not.toThrow();
  });
});

describe('the styles', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');

  test('know every size, and make letters as much larger as it says', () => {
    for (const size of preferences.size.filter((step) => step !== unchanged.size))
      expect(tokens).toMatch(
        new RegExp(`\\[data-size='${size}'\\] \\{\\s*--larger: ${Number(size) / 100};`),
      );
  });

  test('know every theme and every length of lines', () => {
    for (const name of ['theme', 'line'] as const)
      for (const choice of preferences[name].filter((one) => one !== unchanged[name]))
        expect(tokens).toContain(`[data-${name}='${choice}']`);
  });
});
