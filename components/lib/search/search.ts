import MiniSearch, { type SearchResult } from 'minisearch';
import type { Place } from './place.ts';
import { isLittle, stem, tellingWords, wordsOf } from './words.ts';

/** A place that answers a question, best first, with the words of the book that it was found by. */
export interface Found {
  readonly place: Place;
  readonly words: readonly string[];
  readonly score: number;
}

/** Answers a question, an unfinished one too. */
export type Search = (query: string) => readonly Found[];

/** How much a match counts by where it stands. */
const FIELDS = { title: 4, also: 4, text: 1, said: 0.7, chapter: 0.3 };

/** What readers mostly look for: an explanation before a figure, a definition before an exercise. */
const KIND_WEIGHT: Readonly<Record<Place['kind'], number>> = {
  chapter: 0.9,
  section: 1.3,
  claims: 0.6,
  figure: 0.8,
  equation: 0.8,
  exercise: 0.7,
  prediction: 0.5,
  term: 1,
  symbol: 0.6,
  work: 0.6,
  page: 0.7,
};

const CANDIDATES = 60;
const MOST = 24;

/** More than any score of words. */
const NAMED = 1e4;

/** A question, and what is compared with names and sentences of the book. */
interface Asked {
  readonly words: ReadonlySet<string>;
  /** All words in their order, the little ones too, between spaces. */
  readonly line: string;
  /** How much it counts that a place has them in this order. */
  readonly weight: number;
}

/** Makes places searchable: the better a word tells places apart, the more it counts (BM25). */
export function searchIn(places: readonly Place[]): Search {
  const index = new MiniSearch<Place & { id: number }>({
    fields: Object.keys(FIELDS),
    tokenize: wordsOf,
    processTerm: stem,
  });
  index.addAll(
    places.map((place, id) => ({ ...place, id, also: `${place.also} ${joined(place)}` })),
  );
  return (query) => {
    const numbered = byNumber(places, query);
    if (numbered.length > 0) return numbered;
    const words = tellingWords(query);
    if (words.length === 0) return [];
    const all = wordsOf(query);
    const asked: Asked = {
      words: new Set(words.map(stem)),
      line: lineOf(query),
      // little words alone say something only in their order: «many to one»
      weight: words.length === all.length && isLittle(all) ? 4 : 1 + all.length / 4,
    };
    return index
      .search(words.join(' '), {
        boost: FIELDS,
        // the last word may not be finished
        prefix: (term, position) => position === words.length - 1 && term.length > 2,
        fuzzy: (term) => (term.length > 4 ? 0.2 : false),
        weights: { fuzzy: 0.3, prefix: 0.6 },
      })
      .slice(0, CANDIDATES)
      .map((result) => judged(result, places[result.id as number] as Place, asked))
      .toSorted((first, second) => second.score - first.score)
      .slice(0, MOST);
  };
}

/** A name of two words as one: «forgetgate» is looked for, too. */
function joined({ title }: Place): string {
  const words = wordsOf(title);
  return words.length === 2 ? words.join('') : '';
}

const lineOf = (text: string): string => ` ${wordsOf(text).map(stem).join(' ')} `;

const NUMBER = /^\s*([a-z]*)\.?\s*(\d+(?:\.\d+)?)\s*$/i;

/** Places asked for by their number: «figure 1.4», «2.3». */
function byNumber(places: readonly Place[], query: string): Found[] {
  const [, kind = '', number] = NUMBER.exec(query) ?? [];
  return places
    .filter((place) => number === place.number && place.kind.startsWith(kind.toLowerCase()))
    .map((place) => ({ place, words: [], score: 1 }));
}

/** Raises places that have all words of the question, or the question itself, and those called by it. */
function judged(result: SearchResult, place: Place, asked: Asked): Found {
  const share = new Set(result.queryTerms.map(stem)).size / asked.words.size;
  const titled = new Set(wordsOf(place.title).map(stem));
  const found = new Set(result.terms);
  const named = [...titled].filter((word) => found.has(word)).length;
  const isCalled = share === 1 && named >= asked.words.size;
  const isFormula = place.kind === 'equation' || place.kind === 'symbol';
  const names = [place.title, isFormula ? place.said : '', ...place.also.split('; ')];
  const text = lineOf(`${place.title} ${place.also} ${place.text} ${place.said}`);
  const factors = [
    share * share,
    KIND_WEIGHT[place.kind],
    isCalled ? 1 + named / titled.size : 1,
    text.includes(asked.line) ? asked.weight : 1,
  ];
  const score = factors.reduce((product, factor) => product * factor, result.score);
  // whatever has just this name comes before what speaks of it
  const isNamed = names.some((name) => lineOf(name) === asked.line);
  return { place, words: result.terms, score: isNamed ? score + NAMED : score };
}
