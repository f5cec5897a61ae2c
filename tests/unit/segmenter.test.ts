import { describe, expect, test, vi } from 'vitest';
import { encodeQuotes } from '#engine/index.ts';

describe('encodeQuotes', () => {
  test('a platform without a segmenter reads code points', () => {
    vi.stubGlobal('Intl', {});
    expect(encodeQuotes('“é”').map(({ character }) => character)).toEqual(['“', 'é', '”']);
    vi.stubGlobal('Intl', undefined);
    expect(encodeQuotes('“🙂”')).toHaveLength(3);
    vi.unstubAllGlobals();
  });
});
