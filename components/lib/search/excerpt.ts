import { stem } from './words.ts';

/** A piece of an excerpt: text, a hit, or what stands below or above a letter of a formula. */
export interface Piece {
  readonly text: string;
  readonly isHit: boolean;
  readonly script?: 'sub' | 'sup';
}

const LENGTH = 150;

/** Returns the part of a text that has most of the words, about two lines long, in pieces. */
export function excerpt(text: string, words: readonly string[], length = LENGTH): Piece[] {
  const wanted = new Set(words);
  const hits = [...text.matchAll(/[\p{Letter}\p{Number}]+/gu)]
    .filter(([word]) => wanted.has(stem(word.toLowerCase())))
    .map(({ index }) => index);
  const start = startOf(text, best(hits, length));
  const end = text.length - start <= length ? text.length : cutAt(text, start + length);
  const cut = text.slice(start, end).replaceAll('\n', ' ').trim();
  const pieces = piecesOf(cut, wanted);
  return [
    ...(start > 0 ? [{ text: '… ', isHit: false }] : []),
    ...pieces,
    ...(end < text.length ? [{ text: ' …', isHit: false }] : []),
  ];
}

/** The hit from which a window of this length holds most of them. */
function best(hits: readonly number[], length: number): number {
  let found = hits[0] ?? 0;
  let most = 0;
  for (const hit of hits) {
    const count = hits.filter((other) => other >= hit && other < hit + length * 0.8).length;
    if (count > most) [found, most] = [hit, count];
  }
  return found;
}

/** The beginning of the sentence or of a word shortly before a place. */
function startOf(text: string, place: number): number {
  const before = text.slice(Math.max(0, place - 70), place);
  const sentence = Math.max(
    before.lastIndexOf('. '),
    before.lastIndexOf('? '),
    before.lastIndexOf('\n'),
  );
  const offset = Math.max(0, place - 70);
  if (sentence >= 0) return offset + sentence + (before[sentence] === '\n' ? 1 : 2);
  if (offset === 0) return 0;
  return offset + before.indexOf(' ') + 1;
}

/** The end of a word, outside the brackets of a formula's index. */
function cutAt(text: string, place: number): number {
  const space = text.lastIndexOf(' ', place);
  return space < 0 ? place : space;
}

const PIECE = /([_^])\{([^{}]*)\}|([\p{Letter}\p{Number}]+)|([^_^\p{Letter}\p{Number}]+|[_^])/gu;

function piecesOf(text: string, wanted: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  for (const [, mark, script, word, rest] of text.matchAll(PIECE)) {
    if (script !== undefined)
      pieces.push({ text: script, isHit: false, script: mark === '_' ? 'sub' : 'sup' });
    else if (word !== undefined && wanted.has(stem(word.toLowerCase()))) addHit(pieces, word);
    else {
      const last = pieces.at(-1);
      const added = word ?? rest ?? '';
      if (last !== undefined && !last.isHit && last.script === undefined)
        pieces[pieces.length - 1] = { text: last.text + added, isHit: false };
      else pieces.push({ text: added, isHit: false });
    }
  }
  return pieces;
}

/** Words found side by side are one hit: two marks with nothing but a space between are read out as one word. */
function addHit(pieces: Piece[], word: string): void {
  const [before, between] = pieces.slice(-2);
  if (before?.isHit === true && between?.text === ' ')
    pieces.splice(-2, 2, { text: `${before.text} ${word}`, isHit: true });
  else pieces.push({ text: word, isHit: true });
}
