import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepBook } from '#src/lib/keep/download.ts';
import type { KeepList } from '#src/lib/keep/list.ts';
import { clearParts, shelfName, wholeShelf } from '#src/lib/keep/shelf.ts';

const base = 'https://a.example/book/';

let shelves: Map<string, Map<string, Response>>;
let published: Map<string, string>;
let asked: string[];

/** The part of the browser's caches that a kept book needs, in memory. */
const fakeCaches = {
  keys: async () => [...shelves.keys()],
  delete: async (name: string) => shelves.delete(name),
  open: async (name: string) => {
    const shelf = shelves.get(name) ?? new Map<string, Response>();
    shelves.set(name, shelf);
    return {
      match: async (url: string) => shelf.get(url)?.clone(),
      put: async (url: string, answer: Response) => void shelf.set(url, answer),
    };
  },
};

beforeEach(() => {
  shelves = new Map();
  asked = [];
  published = new Map([
    ['', 'home'],
    ['recurrence/', 'one'],
    ['_astro/a.js', 'script'],
  ]);
  vi.stubGlobal('caches', fakeCaches);
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url.slice(base.length));
    const text = published.get(url.slice(base.length));
    return text === undefined ? new Response('', { status: 404 }) : new Response(text);
  });
});
afterEach(() => vi.unstubAllGlobals());

function listOf(version: string): KeepList {
  const files = [...published].map(([path, text]) => ({
    path,
    bytes: text.length,
    hash: createHash('sha256').update(text).digest('hex'),
  }));
  return { version, files, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}

const keep = (list: KeepList, told = (_bytes: number): void => {}, signal = never): Promise<void> =>
  keepBook(list, { base, signal, told });
const never = new AbortController().signal;
const keptText = async (path: string): Promise<string | undefined> =>
  (await (await wholeShelf(base))?.match(base + path))?.text();

describe('keepBook', () => {
  test('puts every file on the shelf, and tells of every byte', async () => {
    const list = listOf('v1');
    const told: number[] = [];
    await keep(list, (bytes) => told.push(bytes));
    for (const [path, text] of published) expect(await keptText(path)).toBe(text);
    expect(told.at(-1)).toBe(list.bytes);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  test('fetches of a new version only what has changed, and clears the old one away', async () => {
    await keep(listOf('v1'));
    published.set('recurrence/', 'two');
    asked = [];
    await keep(listOf('v2'));
    expect(asked).toEqual(['recurrence/']);
    expect(await keptText('recurrence/')).toBe('two');
    expect(await keptText('')).toBe('home');
    expect([...shelves.keys()]).toEqual([shelfName(base, 'v2')]);
  });

  test('leaves nothing where a file fails, is another one, or finds no room', async () => {
    const list = listOf('v1');
    published.delete('_astro/a.js');
    await expect(keep(list)).rejects.toThrow('«_astro/a.js» could not be fetched (404)');
    published.set('_astro/a.js', 'other');
    await expect(keep(list)).rejects.toThrow('«_astro/a.js» is not the one that was published');
    vi.stubGlobal('caches', {
      ...fakeCaches,
      open: async () => ({
        match: async () => undefined,
        put: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
      }),
    });
    await expect(keep(listOf('v1'))).rejects.toThrow('not enough room');
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(keep(list)).rejects.toThrow('The network failed');
    expect(shelves.size).toBe(0);
  });

  test('asks for nothing more where a file has failed', async () => {
    for (let i = 0; i < 100; i += 1) published.set(`later/${i}/`, 'text');
    const list = listOf('v1');
    published.delete('');
    await expect(keep(list)).rejects.toThrow('404');
    const after = asked.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    // those that were on their way when it failed
    expect(asked.length - after).toBeLessThanOrEqual(6);
  });

  test('keeps the older version whole where the new one fails or is stopped', async () => {
    await keep(listOf('v1'));
    const stop = new AbortController();
    published.set('recurrence/', 'two');
    const list = listOf('v2');
    await expect(keep(list, () => stop.abort(), stop.signal)).rejects.toThrow('Stopped');
    published.delete('recurrence/');
    await expect(keep(list)).rejects.toThrow('404');
    expect(await keptText('recurrence/')).toBe('one');
    expect([...shelves.keys()]).toEqual([shelfName(base, 'v1')]);
  });
});

describe('a shelf', () => {
  test('that was not filled to the end is never read, and is cleared', async () => {
    await (await fakeCaches.open(shelfName(base, 'v1'))).put(base, new Response('half'));
    expect(await wholeShelf(base)).toBeUndefined();
    await clearParts(base);
    expect(shelves.size).toBe(0);
  });

  test('of another book of the same host is left alone', async () => {
    const other = shelfName('https://a.example/', 'v1');
    await fakeCaches.open(other);
    await keep(listOf('v1'));
    await clearParts(base);
    expect([...shelves.keys()]).toContain(other);
  });
});
