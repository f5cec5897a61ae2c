import { afterEach, describe, expect, test, vi } from 'vitest';
import { forget, isKept, keep, keysKept, recall } from '#components/lib/device-store.ts';
import { forgetReader, isReaderKnown } from '#src/lib/forget-reader.ts';
import { chosenPreferences, unchanged } from '#src/lib/preferences.ts';

afterEach(() => {
  for (const key of keysKept()) forget(key);
  vi.unstubAllGlobals();
});

describe('a device that denies storage', () => {
  // node has no localStorage: every access throws, as in a frame whose storage is blocked
  test('remembers for the visit', () => {
    keep('progress', '{}');
    expect(recall('progress')).toBe('{}');
    expect(keysKept()).toEqual(['progress']);
  });

  test('says that nothing will be there on the next page', () => {
    keep('progress', '{}');
    expect(isKept('progress')).toBe(false);
  });

  test('shows the book as it comes', () => {
    expect(chosenPreferences()).toEqual(unchanged);
  });
});

describe('a device that keeps', () => {
  test('leaves the entries of other pages of the same host alone', () => {
    const shelf = stubStorage({ other: 'theirs' });
    keep('progress', '{}');
    keep('progress', null);
    expect(keysKept()).toEqual([]);
    expect([...shelf]).toEqual([['other', 'theirs']]);
  });

  test('knows what will be there on the next page, and what was too much', () => {
    stubStorage({});
    keep('progress', '{}');
    expect(isKept('progress')).toBe(true);
    vi.stubGlobal('localStorage', {
      ...localStorage,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    keep('progress', '{"a":1}');
    expect(isKept('progress')).toBe(false);
    expect(recall('progress')).toBe('{"a":1}');
  });

  test('forgets progress and answers on request, those of older editions too, and keeps preferences', () => {
    const shelf = stubStorage({ 'unrolled:theme': 'dark' });
    for (const key of ['preferences.v1', 'notation', 'progress', 'predict:w-one'] as const)
      keep(key, '{}');
    expect(isReaderKnown()).toBe(true);
    forgetReader();
    expect(isReaderKnown()).toBe(false);
    expect([...shelf.keys()]).toEqual(['unrolled:preferences.v1', 'unrolled:notation']);
  });
});

function stubStorage(kept: Record<string, string>): Map<string, string> {
  const shelf = new Map(Object.entries(kept));
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => shelf.get(key) ?? null,
    setItem: (key: string, text: string) => shelf.set(key, text),
    removeItem: (key: string) => shelf.delete(key),
    key: (i: number) => [...shelf.keys()][i] ?? null,
    get length() {
      return shelf.size;
    },
  });
  return shelf;
}
