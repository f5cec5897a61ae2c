import { describe, expect, test } from 'vitest';
import { formula } from '#src/lib/formula.ts';
import { typeset } from '#src/lib/typeset.ts';
import { linked, notation, unknownSymbols } from '#src/lib/notation.ts';

/** TeX without the marks that link it. */
const unlinked = (tex: string): string =>
  tex.replaceAll(/\\htmlData\{q=[^{}]*\}\{((?:[^{}]|\{[^{}]*\})*)\}/g, '$1');

/** The marks in TeX, in order: «h,lag=1,role=state». */
const marks = (tex: string): string[] =>
  [...tex.matchAll(/\\htmlData\{q=([^{}]*)\}/g)].map(([, mark = '']) => mark);

/** A symbol as a formula writes it at step t, or without time where it has none. */
function written({ tex, timed }: { tex: string; timed: boolean }): string {
  if (!timed) return tex;
  return tex.endsWith('}') ? `${tex.slice(0, -1)},t}` : `${tex}_t`;
}

/** Formulas as the chapters write them. */
const FORMULAS = [
  'h_t = \\tanh(w\\,h_{t-1} + u\\,x_t + b)',
  'y_t = \\sigma(a\\,h_t + c)',
  'h_t = \\tanh(W_{xh}\\,x_t + W_{hh}\\,h_{t-1} + b_h)',
  '\\frac{\\partial L_t}{\\partial h_{t-1}} = {\\bar{h}_t}^{2}',
  '\\text{where } t = 1, \\dots, T \\text{ and } \\operatorname{diag}(h_t)',
];

describe('notation', () => {
  test('has no two symbols of one name or one writing', () => {
    // a letter may mean one thing alone, another with a time index, and a third in one chapter
    for (const field of ['name', 'tex'] as const) {
      const all = notation().map((symbol) => `${symbol[field]} ${symbol.timed} ${symbol.only}`);
      expect(all.toSorted()).toEqual([...new Set(all)].toSorted());
    }
  });

  test('has no role for letters that nobody can point at, and a meaning for all', () => {
    for (const { name, meaning, spoken, role, timed } of notation()) {
      expect(meaning, name).not.toBe('');
      expect(spoken, name).not.toBe('');
      // a plain letter is not linked, so a time index could not be shown
      if (role === 'plain') expect(timed, name).toBe(false);
    }
  });
});

describe('linked', () => {
  test.each(FORMULAS)('adds marks to %s and changes nothing else', (tex) => {
    expect(unlinked(linked(tex))).toBe(tex);
  });

  test('marks every symbol of the notation with its own name and role, and a plain one with none', () => {
    // a star above a letter is read as the letter with a power
    for (const symbol of notation().filter(({ tex }) => !tex.includes('^'))) {
      const { name, role, timed } = symbol;
      const expected = role === 'plain' ? [] : [`${name},lag=0,role=${role}`];
      expect(marks(linked(written(symbol))), `${name}, timed: ${timed}`).toEqual(expected);
    }
  });

  test.each([
    ['h_t', ['h,lag=0,role=state']],
    ['h_{t-1}', ['h,lag=1,role=state']],
    ['h_{ t - 1 }', ['h,lag=1,role=state']],
    ['a_{h,t-1}', ['a_h,lag=1,role=value']],
    ['W_{xh}\\,x_t', ['W_xh,lag=0,role=param', 'x,lag=0,role=input']],
    ['b_h', ['b_h,lag=0,role=param']],
  ])('reads the time index of %s as steps back', (tex, expected) => {
    expect(marks(linked(tex))).toEqual(expected);
  });

  test.each(['h', 'h_0', 'h_3', 'h_T', 'h_{t+1}', 'h_{t-2}'])(
    'lights no step for %s, which is neither this one nor the one before',
    (tex) => {
      expect(marks(linked(tex))).toEqual(['h,role=state']);
    },
  );

  test.each(['W_{hh,t}', 'R_t', 'Q', 'h_{q}', 'x_i'])('leaves %s as it is', (tex) => {
    expect(linked(tex)).toBe(tex);
  });

  test.each(['\\text{the bch}', '\\operatorname{bch}', '\\tanh', '\\begin{aligned}', '\\beta\\,'])(
    'takes no letter of %s for a symbol',
    (tex) => {
      expect(linked(tex)).toBe(tex);
      expect(unknownSymbols(tex)).toEqual([]);
    },
  );
});

describe('unknownSymbols', () => {
  test.each(FORMULAS)('finds none in %s', (tex) => {
    expect(unknownSymbols(tex)).toEqual([]);
  });

  test('names each as it is written, in order, as often as it stands there', () => {
    expect(unknownSymbols('R_t = Q\\,h_t + W_{hh,t} + m_{x} + Q')).toEqual([
      'R_t',
      'Q',
      'W_{hh,t}',
      'm_{x}',
      'Q',
    ]);
  });
});

describe('formula', () => {
  test('carries the marks of linked TeX into the page', () => {
    const html = formula('h_t = \\tanh(w\\,h_{t-1})');
    const found = [...html.matchAll(/<span[^>]*data-q="(\w+)"[^>]*>/g)];
    expect(found.map(([, q]) => q)).toEqual(['h', 'w', 'h']);
    expect(found.map(([tag]) => /data-lag="(\d)"/.exec(tag)?.[1])).toEqual(['0', '0', '1']);
  });

  test.each(FORMULAS)('sets %s in a line and as a display, without its source', (tex) => {
    expect(formula(tex)).not.toContain('annotation');
    expect(formula(tex)).not.toContain('katex-display');
    expect(formula(tex, true)).toContain('katex-display');
  });

  test('sets every symbol of the notation', () => {
    for (const { tex, name } of notation()) expect(formula(tex), name).toContain('katex-html');
  });

  test.each(['\\nosuchcommand', 'h_', 'h_t = {', 'é'])('refuses «%s»', (tex) => {
    expect(() => formula(tex)).toThrow('KaTeX');
  });

  test.each(['\\href{https://example.org}{h}', '\\includegraphics{a.png}'])(
    'lets TeX make no link and load no picture: %s',
    (tex) => {
      expect(() => formula(tex)).toThrow('is not allowed in formulas');
    },
  );

  test.each(['\\bar h_t', '\\hat y_t', '\\sqrt h', '2^h', 'x^w', 'h^*', '{h^*}^2'])(
    'sets a symbol where TeX takes one thing: %s',
    (tex) => {
      expect(formula(tex)).toContain('data-q');
    },
  );

  test.each([
    ['\\bar h_t', '\\htmlData{q=h,lag=0,role=gradient}{\\bar{h}_t}'],
    ['\\bar a_{h,t}', '\\htmlData{q=a_h,lag=0,role=gradient}{\\bar{a}_{h,t}}'],
    ['\\bar W_{hh}', '\\htmlData{q=W_hh,lag=0,role=gradient}{\\bar{W}_{hh}}'],
  ])('sets the bar of %s over the letter, and links it as a gradient', (tex, wanted) => {
    expect(linked(tex).trim()).toBe(wanted);
  });

  test('tells a fixed point from a state', () => {
    expect(linked('h^*')).toContain('q=h_star');
  });
});

describe('typeset', () => {
  test('adds no marks of its own', () => {
    expect(typeset('h_t')).not.toContain('data-q');
  });
});
