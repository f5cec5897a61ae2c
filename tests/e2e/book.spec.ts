import { book } from '#src/lib/book.ts';
import { packBook } from '#src/tools/pack/book.ts';
import { coverOf } from '#src/tools/pack/cover.ts';
import { expect, test } from './fixtures.ts';
import { letters, linesOf, openPdf, textOf } from './pdf.ts';

/** The role of a node of the tree of tags, and of all below it. */
interface Tagged {
  readonly role?: string;
  readonly children?: readonly Tagged[];
}

const rolesOf = ({ role = '', children = [] }: Tagged): string[] => [
  role,
  ...children.flatMap(rolesOf),
];

test('the PDF of the book has all of it, true numbers in its contents, links that lead on, and tags', async ({
  browser,
  baseURL,
}) => {
  // two printings of 130 pages
  test.setTimeout(300_000);
  const bytes = await packBook(browser, baseURL ?? '', coverOf('/'));
  const pages = (await textOf(bytes)).map(linesOf);
  const whole = letters(pages.flat().join(''));
  const { assembled, targets } = book();
  const { address } = coverOf('/');

  // the authors' guide is no part of the book on paper
  const numbered = [...targets.values()].filter(
    ({ kind, path }) => kind in LABELS && !path.startsWith('/authors/'),
  );
  expect(numbered.length).toBeGreaterThan(100);
  expect(
    numbered.filter(({ kind, number }) => !whole.includes(letters(LABELS[kind]!(number)))),
  ).toEqual([]);
  const figures = numbered.filter(({ kind }) => kind === 'figure');
  expect(
    figures.filter(({ path }) => !whole.includes(letters(address + path.slice(1)))),
    'addresses of figures',
  ).toEqual([]);

  const contents = pages.slice(1, 3).flat().map(letters);
  for (const { number, title } of assembled.flatMap(({ sections }) => sections)) {
    const entry = letters(number + title);
    const line = contents.find((text) => text.startsWith(entry));
    const at = Number(line?.slice(entry.length));
    expect(letters(pages[at - 1]?.join('') ?? ''), `${number} on page ${at}`).toContain(entry);
  }

  const pdf = await openPdf(bytes);
  expect((await pdf.getMarkInfo())?.Marked).toBe(true);
  const outline = await pdf.getOutline();
  expect(outline.map(({ title }) => title.replace(/^\d+ /, ''))).toEqual([
    'Contents',
    ...assembled.map(({ title }) => title),
    'Bibliography',
    'Glossary',
  ]);
  const second = outline.slice(1, -2).flatMap(({ items }) => items.map(({ title }) => title));
  for (const { number, title } of assembled.flatMap(({ sections }) => sections))
    expect(second).toContain(`${number} ${title}`);
  const places = await pdf.getDestinations();
  const roles = new Set<string>();
  const led = { inside: 0, outside: 0 };
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n);
    rolesOf((await page.getStructTree()) as Tagged).forEach((role) => roles.add(role));
    for (const { subtype, dest, url } of await page.getAnnotations()) {
      if (subtype !== 'Link') continue;
      if (typeof dest === 'string') {
        expect(Object.keys(places), `a link on page ${n}`).toContain(dest);
        led.inside += 1;
      } else {
        // a link to a place that is not there would lead back to the page it was printed from
        expect(url, `a link on page ${n}`).toMatch(/^https?:\/\/(?!localhost|127\.)/);
        led.outside += 1;
      }
    }
  }
  expect(led.inside).toBeGreaterThan(300);
  expect(led.outside).toBeGreaterThan(figures.length);
  for (const role of ['H1', 'H2', 'P', 'L', 'Table', 'TH', 'Figure', 'Link'])
    expect([...roles]).toContain(role);
});

const LABELS: Readonly<Record<string, (number: string) => string>> = {
  figure: (number) => `Figure ${number}.`,
  exercise: (number) => `Exercise ${number}`,
  section: (number) => number,
  equation: (number) => number,
};
