import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { megabytes, type KeepList, type KeepNotice } from '#src/lib/keep/list.ts';
import { writeKeepList } from '#src/tools/keep-list.mjs';

let site: string;

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'unrolled-site-'));
  put('keep.json', '{ "off": false }');
  put('index.html', '<meta content="/card.png"><img src="/images/cell.png">');
  put('recurrence/index.html', 'recurrence');
  put('_astro/Lamp.B2xk.js', 'lamp');
});
afterEach(() => rmSync(site, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), text);
}

function made(): { list: KeepList; notice: KeepNotice } {
  writeKeepList(site);
  const read = (path: string): unknown => JSON.parse(readFileSync(join(site, path), 'utf8'));
  return { list: read('keep-list.json') as KeepList, notice: read('keep.json') as KeepNotice };
}

describe('writeKeepList', () => {
  test('names every file as a browser asks for it, with its size and its checksum', () => {
    const { list, notice } = made();
    expect(list.files.map(({ path }) => path)).toEqual(['_astro/Lamp.B2xk.js', '', 'recurrence/']);
    const hash = createHash('sha256').update('recurrence').digest('hex');
    expect(list.files.at(-1)).toEqual({ path: 'recurrence/', bytes: 10, hash });
    expect(list.bytes).toBe(list.files.reduce((sum, { bytes }) => sum + bytes, 0));
    expect(notice).toEqual({ off: false, version: list.version, bytes: list.bytes });
  });

  test('takes what later steps of the build add, whatever it is', () => {
    for (const path of ['pagefind/index/en_1.pf_index', 'data/surface.bin', 'engine.wasm'])
      put(path, 'x');
    const paths = made().list.files.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['pagefind/index/en_1.pf_index', 'engine.wasm']));
  });

  test('leaves out what no reader of a kept book sees', () => {
    for (const path of ['sw.js', 'robots.txt', 'feed.xml', 'book.pdf', 'card.png', 'a.ttf'])
      put(path, 'x');
    put('images/cell.png', 'x');
    const paths = made().list.files.map(({ path }) => path);
    expect(paths.filter((path) => !path.endsWith('/') && path !== '')).toEqual([
      '_astro/Lamp.B2xk.js',
      'images/cell.png',
    ]);
  });

  test('gives one site one version, and another as soon as a byte differs', () => {
    const { version } = made().list;
    expect(made().list.version).toBe(version);
    put('recurrence/index.html', 'Recurrence');
    expect(made().list.version).not.toBe(version);
  });

  test('keeps the kill switch as it was published', () => {
    put('keep.json', '{ "off": true }');
    expect(made().notice.off).toBe(true);
  });
});

describe('megabytes', () => {
  test('are told to a tenth', () => {
    expect(megabytes(6_249_000)).toBe('6.2 MB');
  });
});
