import { gzipSync } from 'node:zlib';
import type { APIRequestContext } from '@playwright/test';
import type { Place, PlaceKind } from '#components/lib/search/place.ts';
import { searchIn } from '#components/lib/search/search.ts';
import { elementsIn, readPage, type Element } from '#src/lib/search/page-tree.ts';
import { expect, test } from './fixtures.ts';
import { QUESTIONS } from './search-questions.ts';

const KINDS: readonly PlaceKind[] = [
  'section',
  'figure',
  'equation',
  'exercise',
  'prediction',
  'term',
  'symbol',
  'work',
];

const textOf = async (request: APIRequestContext, path: string): Promise<string> =>
  (await request.get(path)).text();
const placesOf = async (request: APIRequestContext): Promise<Place[]> =>
  JSON.parse(await textOf(request, '/search.json')) as Place[];

/** Values of an attribute anywhere in a page. */
function valuesOf(element: Element, name: string): string[] {
  const own = element.attributes?.[name];
  const below = elementsIn(element).flatMap((child) => valuesOf(child, name));
  return own === undefined ? below : [own, ...below];
}

/** Sentences of answers and solutions, long enough to be nobody else's words. */
const hiddenSentences = (html: string): string[] =>
  [
    ...html.matchAll(/<noscript>([\s\S]*?)<\/noscript>/g),
    ...html.matchAll(/<summary>Show solution<\/summary>([\s\S]*?)<\/details>/g),
  ]
    .flatMap(([, answer = '']) => [...answer.matchAll(/<p[^>]*>([\s\S]*?)<\/p>/g)])
    .map(([, sentence = '']) => sentence.replaceAll(/<!--.*?-->/g, ''))
    .flatMap((sentence) => sentence.split(/<[^>]*>/))
    .flatMap((text) => text.split(/(?<=[.?!]) /))
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text.length > 40 && !/scripts it can be worked/.test(text));

test('60 questions find the right place first in 80 %, among the first three in 95 %', async ({
  request,
}) => {
  const search = searchIn(await placesOf(request));
  const ranks = QUESTIONS.map(([question, ...answers]) => ({
    question,
    rank: search(question).findIndex(({ place }) => answers.includes(place.path)),
  }));
  const missed = (most: number): string =>
    JSON.stringify(ranks.filter(({ rank }) => rank < 0 || rank >= most));
  const within = (most: number): number =>
    ranks.filter(({ rank }) => rank >= 0 && rank < most).length;
  expect(QUESTIONS).toHaveLength(60);
  expect(within(1), missed(1)).toBeGreaterThanOrEqual(48);
  expect(within(3), missed(3)).toBeGreaterThanOrEqual(57);
});

test('the index has every kind of place, at addresses that exist, without TeX, below 300 kB', async ({
  request,
}) => {
  const text = await textOf(request, '/search.json');
  expect(gzipSync(text).length / 1000).toBeLessThan(300);
  const places = JSON.parse(text) as Place[];
  for (const kind of KINDS)
    expect(places.filter((place) => place.kind === kind).length, kind).toBeGreaterThan(20);
  for (const { title, text: passage, said, path } of places) {
    const plain = `${title} ${passage} ${said}`.replaceAll(/[_^]\{[^{}]*\}/g, '');
    expect(plain, path).not.toMatch(/\\[a-z]|\\\\|\$[a-z]/i);
  }
  const paths = places.map(({ path }) => path.split('#'));
  for (const address of new Set(paths.map(([page = '']) => page))) {
    const ids = new Set(valuesOf(readPage(await textOf(request, address)), 'id'));
    const wanted = paths.flatMap(([page, id]) =>
      page === address && id !== undefined ? [id] : [],
    );
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
  }
});

test('the index knows nothing of what predictions and exercises hide, or of what they cover', async ({
  request,
}) => {
  const places = await placesOf(request);
  const index = JSON.stringify(places);
  for (const chapter of places.filter(({ kind }) => kind === 'chapter')) {
    const html = await textOf(request, chapter.path);
    const sentences = hiddenSentences(html);
    expect(sentences.length).toBeGreaterThan(10);
    expect(sentences.filter((sentence) => index.includes(sentence))).toEqual([]);
    const covered = valuesOf(readPage(html), 'data-covers').map((id) => `${chapter.path}#${id}`);
    expect(places.filter(({ path }) => covered.includes(path))).toEqual([]);
  }
});
