import { describe, expect, test } from 'vitest';
import { excerpt } from '#components/lib/search/excerpt.ts';
import type { Place } from '#components/lib/search/place.ts';
import { searchIn } from '#components/lib/search/search.ts';
import { stem, tellingWords, wordsOf } from '#components/lib/search/words.ts';
import { inOneLine } from '#components/lib/typeset.ts';
import { readPage, readText } from '#src/lib/search/page-tree.ts';

const place = (path: string, about: Partial<Place>): Place => ({
  path,
  kind: 'section',
  number: '',
  title: '',
  chapter: '',
  text: '',
  said: '',
  also: '',
  ...about,
});

describe('wordsOf', () => {
  test.each([
    ['W_{hh} h_{t-1}', ['w_hh', 'h_t']],
    ['h̄ and ∂L', ['h', 'bar', 'and', 'partial', 'l']],
    ['the network’s σ(o)', ['the', 'network', 'sigma', 'o']],
  ])('cuts %s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('stem', () => {
  test.each([
    ['vanish', 'vanishes', 'vanishing', 'vanished'],
    ['clip', 'clips', 'clipping', 'clipped'],
    ['truncate', 'truncated', 'truncation', 'truncating'],
    ['initialise', 'initialize', 'initialisation', 'initialization'],
    ['gate', 'gates', 'gated'],
  ])('makes one of %s and its forms', (...forms) => {
    expect(new Set(forms.map(stem)).size).toBe(1);
  });
});

describe('tellingWords', () => {
  test('leaves little words out, unless there are no others', () => {
    expect(tellingWords('why does the gradient vanish')).toEqual(['gradient', 'vanish']);
    expect(tellingWords('many to one')).toEqual(['many', 'to', 'one']);
  });
});

describe('searchIn', () => {
  const search = searchIn([
    place('/a', { title: 'Forget gate', kind: 'term', text: 'How much is kept.' }),
    place('/b', { title: 'Something else', text: 'A forget gate and its gate, and a gate.' }),
    place('/c', { title: 'The lamp', kind: 'figure', number: '1.4' }),
  ]);
  const paths = (query: string): string[] => search(query).map((found) => found.place.path);

  test('puts what is called by the question before what speaks of it', () => {
    expect(paths('forget gate')).toEqual(['/a', '/b']);
  });

  test('finds misspelt, joined and unfinished words', () => {
    expect(paths('forgte')[0]).toBe('/a');
    expect(paths('forgetgate')[0]).toBe('/a');
    expect(paths('somet')).toEqual(['/b']);
  });

  test('finds by number', () => {
    expect(paths('figure 1.4')).toEqual(['/c']);
    expect(paths('1.4')).toEqual(['/c']);
    expect(paths('equation 1.4')).toEqual([]);
  });

  test('answers nothing to nothing', () => {
    expect(paths('  ')).toEqual([]);
  });
});

describe('excerpt', () => {
  test('shows the part with the words, marks them and lowers scripts', () => {
    const text = `${'Far away. '.repeat(40)}The gate f_{t} keeps it. ${'More. '.repeat(60)}`;
    const pieces = excerpt(text, [stem('gates')]);
    expect(pieces.find(({ isHit }) => isHit)?.text).toBe('gate');
    expect(pieces.find(({ script }) => script === 'sub')?.text).toBe('t');
    expect(pieces[0]?.text).toBe('… ');
    expect(pieces.at(-1)?.text).toBe(' …');
  });

  test('marks words that stand side by side as one, and others one by one', () => {
    const hits = (text: string): string[] =>
      excerpt(text, ['forget', 'gate', 'bias'].map(stem))
        .filter(({ isHit }) => isHit)
        .map((piece) => piece.text);
    expect(hits('Its forget gate bias is 1.')).toEqual(['forget gate bias']);
    expect(hits('Forget, gate')).toEqual(['Forget', 'gate']);
  });
});

describe('readText', () => {
  test('keeps what is told and leaves out what waits', () => {
    const page = readPage(
      '<div><p>Told &amp; seen.</p><noscript><p>Answer</p></noscript><details><p>Solution</p></details><astro-island><p>State</p></astro-island></div>',
    );
    expect(readText(page)).toEqual({ text: 'Told & seen.', said: '' });
  });
});

describe('inOneLine', () => {
  test.each([
    ['h_t = \\tanh(W_{xh}\\,x_t)', 'h_{t} = tanh(W_{xh} x_{t})'],
    ['\\frac{\\partial h_t}{\\partial h_1}', '∂h_{t}/∂h_{1}'],
    ['\\bar w = \\sum_{t=1}^{T} a\\,v_t', 'w̄ = ∑_{t=1}^{T} a v_{t}'],
  ])('writes %s as a reader would type it', (tex, line) => {
    expect(inOneLine(tex)).toBe(line);
  });
});
