import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, test } from 'vitest';
import { book } from '#src/lib/book.ts';
import { WAYS } from '#src/lib/cite-as.ts';
import { citableChapter, citableFigure } from '#src/lib/citable.ts';

const { assembled, targets } = book();
const works = [
  ...assembled.map(citableChapter),
  ...[...targets.values()]
    .filter(({ kind }) => kind === 'figure')
    .map(({ id }) => citableFigure(id)),
  {
    ...citableChapter(assembled[0]!),
    title: '50 % & more: {a_b} #1 costs $2',
    authors: ['Ada Lovelace', 'The reading group'],
  },
];

describe('WAYS', () => {
  for (const way of ['BibTeX', 'RIS', 'CSL-JSON'])
    test(`${way} of every chapter and figure says what was cited when citation-js reads it`, () => {
      expect(works.length).toBeGreaterThan(30);
      for (const work of works) {
        const [read] = new Cite(WAYS[way]!(work)).data as unknown as Record<string, unknown>[];
        const names = (read?.['author'] as { literal?: string; family?: string }[]).map(
          ({ literal, family }) => literal ?? family,
        );
        expect(names).toEqual(work.authors);
        expect(read?.['title']).toBe(work.title);
        expect(read?.['container-title']).toBe(work.book);
        expect(read?.['issued']).toMatchObject({ 'date-parts': [[work.year]] });
        expect(read?.['URL']).toBe(work.address);
        expect(read?.['type']).toBe(way === 'CSL-JSON' ? work.kind : 'chapter');
      }
    });

  test('Plain is one line with everything in it', () => {
    for (const work of works) {
      const text = WAYS['Plain']!(work);
      expect(text.trim().split('\n')).toHaveLength(1);
      for (const part of [work.title, work.book, ...work.authors, String(work.year), work.address])
        expect(text).toContain(part);
    }
  });
});
