import { afterEach, describe, expect, test, vi } from 'vitest';
import { keep, keysKept, recall } from '#components/lib/device-store.ts';
import { forgetReader, isReaderKnown } from '#src/lib/reading-progress.ts';
import { chosenTheme } from '#src/lib/theme.ts';

afterEach(() => {
  for (const key of keysKept()) keep(key, null);
  vi.unstubAllGlobals();
});

describe('a device that denies storage', () => {
  // node has no localStorage: every access throws, as in a frame whose storage is blocked
  test('remembers for the visit', () => {
    keep('progress', '{}');
    expect(recall('progress')).toBe('{}');
    expect(keysKept()).toEqual(['progress']);
  });

  test('shows the theme of the system', () => {
    expect(chosenTheme()).toBe('system');
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

  test('forgets progress and answers on request, and keeps the theme', () => {
    const shelf = stubStorage({});
    for (const key of ['theme', 'progress', 'predict:w-one']) keep(key, 'dark');
    expect(isReaderKnown()).toBe(true);
    forgetReader();
    expect(isReaderKnown()).toBe(false);
    expect([...shelf.keys()]).toEqual(['unrolled:theme']);
  });

  test('ignores a theme that does not exist', () => {
    stubStorage({ 'unrolled:theme': 'sepia' });
    expect(chosenTheme()).toBe('system');
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
