import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { blobHash } from '#src/lib/based-on.ts';
import { assemble, type Section } from '#src/lib/book.ts';
import { citationFile, inWords, licenceAddress, originOf, sourceLine } from '#src/lib/credits.ts';

const book = assemble();
const { origin: none, ...rest } = book;
const fork = { ...book, title: 'Sequences', authors: ['Ada Teacher'], origin: { ...rest } };
const changed: Section = {
  ...book.assembled[0]!.sections[0]!,
  standing: { kind: 'changed', basedOn: { version: '0.0.9', hash: '' }, title: 'As it was' },
};

describe('credits', () => {
  test('the site of the original is cited as the repository is', () => {
    const site = parse(citationFile(book)) as Record<string, unknown>;
    const repository = parse(readFileSync('CITATION.cff', 'utf8')) as Record<string, unknown>;
    for (const field of ['cff-version', 'type', 'authors', 'version'])
      expect(site[field], field).toEqual(repository[field]);
    expect(String(site['title']).toLowerCase()).toBe(String(repository['title']).toLowerCase());
    expect(none).toBeUndefined();
  });

  test('the site of a fork names its own authors, and the original as a reference', () => {
    expect(parse(citationFile(fork))).toMatchObject({
      authors: [{ name: 'Ada Teacher' }],
      references: [{ authors: [{ name: 'The authors of Unrolled' }], url: book.address }],
    });
  });

  test('a changed section leads to the place of the original, with the version it was made from', () => {
    expect(originOf(fork, 'recurrence', changed)).toEqual({
      title: 'As it was',
      version: '0.0.9',
      address: `${book.address}recurrence/#${changed.id}`,
    });
    expect(originOf(book, 'recurrence', changed)).toBeUndefined();
  });

  test('licences have addresses where they are Creative Commons', () => {
    expect(licenceAddress('CC BY-SA 4.0')).toBe('https://creativecommons.org/licenses/by-sa/4.0/');
    expect(licenceAddress('all rights reserved')).toBeUndefined();
  });

  test('a sheet of paper names the book, and its address where there is one', () => {
    expect(sourceLine({ ...fork, address: 'https://ada.example/' })).toBe(
      `Sequences, https://ada.example/, ${book.licence}`,
    );
    expect(sourceLine({ ...fork, address: undefined })).toBe(`Sequences, ${book.licence}`);
  });

  test('people are named as a sentence names them', () => {
    expect(inWords(['A'])).toBe('A');
    expect(inWords(['A', 'B', 'C'])).toBe('A, B and C');
  });

  test('a text has the name that git gives it', () => {
    // git hash-object of «hello» and a line break
    expect(blobHash('hello\n')).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
  });
});
