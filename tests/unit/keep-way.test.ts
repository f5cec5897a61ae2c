import { describe, expect, test } from 'vitest';
import { pathOf, wayOf } from '#src/lib/keep/way.ts';

describe.each(['https://a.example/', 'https://a.example/books/unrolled/'])(
  'a book at %s',
  (base) => {
    const way = (url: string, method = 'GET'): string => wayOf({ url, method }, base);

    test('answers pages and data from the network first, hashed files from the device', () => {
      for (const path of ['', 'recurrence/', 'recurrence/?q=1', 'closed-forms.json'])
        expect(way(base + path), path).toBe('network first');
      expect(way(`${base}_astro/Lamp.B2xk.js`)).toBe('device first');
    });

    test('does not touch what tells of new versions, what is sent, and other places', () => {
      for (const path of ['sw.js', 'keep.json', 'keep-list.json'])
        expect(way(base + path), path).toBe('not ours');
      expect(way(base, 'POST')).toBe('not ours');
      expect(way('https://b.example/recurrence/')).toBe('not ours');
    });

    test('finds a page under each of its addresses', () => {
      for (const tail of ['', '?a=b', '#lamp', 'index.html', 'index.html?a=b#lamp'])
        expect(pathOf(`${base}recurrence/${tail}`, base), tail).toBe('recurrence/');
      expect(pathOf(`${base}index.html`, base)).toBe('');
      expect(pathOf(`${base}not-the-index.html`, base)).toBe('not-the-index.html');
    });
  },
);

test('a page above the book is not ours', () => {
  const request = { url: 'https://a.example/other/', method: 'GET' };
  expect(wayOf(request, 'https://a.example/books/')).toBe('not ours');
});
