import { describe, expect, test, vi } from 'vitest';
import { href } from '#src/lib/address.ts';

describe('href', () => {
  test('puts a path below the base that the book was built for', () => {
    vi.stubEnv('BASE_URL', '/unrolled/');
    expect(href('/recurrence/#lamp')).toBe('/unrolled/recurrence/#lamp');
    vi.unstubAllEnvs();
  });

  test('leaves a path as it is where the book stands at the root', () => {
    vi.stubEnv('BASE_URL', '/');
    expect(href('/recurrence/')).toBe('/recurrence/');
    vi.unstubAllEnvs();
  });

  test('refuses a path without a leading slash and says how to write it', () => {
    expect(() => href('recurrence/')).toThrow('must start with a slash');
  });
});
