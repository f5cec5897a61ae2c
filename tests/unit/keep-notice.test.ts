import { afterEach, describe, expect, test, vi } from 'vitest';
import { readNotice } from '#src/lib/keep/list.ts';

afterEach(() => vi.unstubAllGlobals());

async function noticeFrom(text: string, onLine = true): Promise<unknown> {
  vi.stubGlobal('navigator', { onLine });
  vi.stubGlobal('fetch', async () => new Response(text));
  return readNotice('https://a.example/book/');
}

describe('readNotice', () => {
  test('tells the version and the size that are published', async () => {
    const notice = { off: false, version: 'v1', bytes: 7 };
    expect(await noticeFrom(JSON.stringify(notice))).toEqual(notice);
  });

  test('takes a kill switch that says nothing else', async () => {
    expect(await noticeFrom('{ "off": true }')).toEqual({ off: true });
  });

  test('is nothing without network, and where something else answers', async () => {
    expect(await noticeFrom('{ "off": true }', false)).toBeUndefined();
    for (const text of ['<html>', 'null', '7', '{}', '{ "off": false }', '{ "off": "true" }'])
      expect(await noticeFrom(text), text).toBeUndefined();
  });
});
