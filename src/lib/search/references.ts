import { labelIn } from '#components/lib/convention.ts';
import type { Place } from '#components/lib/search/place.ts';
import { bibliography } from '#src/lib/bibliography.ts';
import { conventions, names, sentConvention } from '#src/lib/conventions.ts';
import { glossary } from '#src/lib/glossary.ts';
import { symbolId } from '#src/lib/notation.ts';
import type { NotationSymbol } from '#src/lib/notation-files.ts';
import { notation } from '#src/lib/symbols.ts';
import { decoded, find, readPage, readText } from './page-tree.ts';

const EMPTY = { number: '', text: '', said: '', also: '' } as const;

/** The terms of the glossary, the symbols of the notation and the works of the bibliography. */
export const placesOfReference = (): Place[] => [
  ...[...glossary().values()].map(({ id, term, definition, also }): Place => ({
    ...EMPTY,
    path: `/glossary/#${id}`,
    kind: 'term',
    title: term,
    chapter: 'Glossary',
    text: definition,
    also: also.join('; '),
  })),
  ...notation().map((symbol): Place => ({
    ...EMPTY,
    path: `/notation/#${symbolId(symbol)}`,
    kind: 'symbol',
    title: symbol.letter.startsWith('\\') ? symbol.spoken : symbol.letter.replace('^*', '*'),
    chapter: 'Notation',
    text: `${symbol.meaning.charAt(0).toUpperCase()}${symbol.meaning.slice(1)}.`,
    said: symbol.spoken,
    also: otherLetters(symbol),
  })),
  ...[...bibliography().values()].map(({ key, short, title }): Place => ({
    ...EMPTY,
    path: `/bibliography/#ref-${key}`,
    kind: 'work',
    title: short,
    chapter: 'Bibliography',
    text: title,
  })),
];

/** What other texts write for a symbol: W_ih and U for W_xh. */
const otherLetters = (symbol: NotationSymbol): string =>
  conventions()
    .filter((way) => symbol.only === undefined && names(way, symbol))
    .map((way) => labelIn(sentConvention(way), symbol.name))
    .join('; ');

/** A page beside the chapters, by its heading and by what it says of itself; undefined for one that has no heading. */
export function placeOfPage(path: string, html: string): Place | undefined {
  const page = readPage(html);
  const heading = find(page, ({ name }) => name === 'h1');
  const about = find(page, ({ attributes }) => attributes['name'] === 'description');
  if (heading === undefined) return undefined;
  return {
    ...EMPTY,
    path,
    kind: 'page',
    title: readText(heading).text,
    chapter: 'Other pages',
    text: decoded(about?.attributes['content'] ?? ''),
  };
}
