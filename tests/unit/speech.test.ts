import { describe, expect, test } from 'vitest';
import { labelIn } from '#components/lib/convention.ts';
import { spokenLabel } from '#components/lib/speech/label.ts';
import { spoken, typeset } from '#components/lib/typeset.ts';
import { adjointTex, tex } from '#engine/index.ts';
import { closedFormsOf } from '#src/lib/closed-forms.ts';
import { conventions, names, sentConvention } from '#src/lib/conventions.ts';
import { inConvention } from '#src/lib/in-convention.ts';
import { atStep, linked, notation } from '#src/lib/notation.ts';
import { everyProgram } from '#tests/laws/every-program.ts';

/** What no reader should hear: TeX, holes, the names of brackets without a bracket. */
const UNSPEAKABLE = /[\\{}^_$]|undefined|null|\bleft\b|\bright\b|,,|, ,| {2}/;

/** Speaks what a chapter writes. */
const say = (text: string): string => spoken(linked(text));

describe('spoken', () => {
  test.each([
    ['h_{t-1}', 'h sub t minus 1'],
    ['W_{hh}', 'W h h'],
    ['a_{h,t}', 'a h sub t'],
    [
      'h_t = \\tanh(W_{xh}\\,x_t + W_{hh}\\,h_{t-1} + b_h)',
      'h sub t equals hyperbolic tangent of W x h times x sub t plus W h h times h sub t minus 1, plus b h',
    ],
    ['y_t = \\sigma(o_t)', 'y sub t equals sigma of o sub t'],
    [
      '\\frac{\\partial h_t}{\\partial h_{t-1}} = w\\,(1 - h_t^2)',
      'partial h sub t over partial h sub t minus 1, equals w times open paren 1 minus h sub t squared close paren',
    ],
    ['\\bar{h}_t', 'h bar sub t'],
    [
      '\\bar W_{hh} = \\sum_{t=1}^{T} \\bar a_{h,t}\\; h_{t-1}^{\\top}',
      'W h h bar equals the sum over t from 1 to T of a h bar sub t times h sub t minus 1, transpose',
    ],
    [
      '\\frac{\\partial h_t}{\\partial h_1} = \\prod_{k=2}^{t} w\\,(1 - h_k^2)',
      'partial h sub t over partial h sub 1, equals the product over k from 2 to t of w times open paren 1 minus h sub k squared close paren',
    ],
    ['\\|W_{hh}\\|^n', 'the norm of W h h, to the power n'],
    ['|w| < 1', 'the absolute value of w is less than 1'],
    ['10^{-13}', '10 to the power minus 13'],
    ['w = 0.9', 'w equals 0.9'],
    ['\\tfrac23', 'two thirds'],
    ['\\tanh(w\\,h^*) = h^*', 'hyperbolic tangent of w times h star, end, equals h star'],
    [
      'h_t \\approx \\sqrt{3 / (2t)}',
      'h sub t is about the square root of 3 over open paren 2 times t close paren, end root',
    ],
    [
      '\\bar w \\approx \\frac{L(w + \\varepsilon) - L(w - \\varepsilon)}{2\\,\\varepsilon}',
      'w bar is about the fraction L of w plus epsilon, end, minus L of w minus epsilon, over 2 times epsilon, end of fraction',
    ],
    [
      'c_t = f_t \\odot c_{t-1} + i_t \\odot g_t',
      'c sub t equals f sub t elementwise times c sub t minus 1, plus i sub t elementwise times g sub t',
    ],
    [
      '\\overline{W_{xn}\\,x_t} \\mathrel{+}= \\bar n_t',
      'the bar of W x n times x sub t, end bar, increases by n bar sub t',
    ],
    [
      '\\begin{pmatrix} 0.6 & ? \\\\ 0.8 & 0.6 \\end{pmatrix}',
      'the matrix with row 1: 0.6, question mark; row 2: 0.8, 0.6',
    ],
    ['\\max(0, \\cdot)', 'maximum of 0, dot'],
    [
      '\\Delta\\theta = -\\eta\\,\\partial L/\\partial\\theta',
      'the change of theta equals minus eta times partial L over partial theta',
    ],
  ])('says %s', (text, words) => {
    expect(say(text)).toBe(words);
  });

  test.each(notation())('calls $name as the notation does', (symbol) => {
    const isTimed = symbol.timed && symbol.tex !== atStep(symbol);
    const mark = `\\htmlData{q=${symbol.name},lag=0,role=${symbol.role}}`;
    expect(spoken(`${mark}{${symbol.tex}}`)).toBe(symbol.spoken);
    if (isTimed) expect(spoken(`${mark}{${atStep(symbol)}}`)).toBe(`${symbol.spoken} sub t`);
  });

  test('has words for both ways of every program, in every notation', () => {
    const ways = [null, ...conventions().map((way) => sentConvention(way, '05-gated-cells'))];
    for (const program of everyProgram)
      for (const line of [...tex(program), ...adjointTex(program)])
        for (const way of ways) {
          const words = spoken(way === null ? line : inConvention(line, way));
          expect(words).not.toBe('');
          expect(words).not.toMatch(UNSPEAKABLE);
        }
  });

  test('has words for the formulas that are written by machine', async () => {
    for (const line of await closedFormsOf('w'))
      expect(/aria-label="([^"]+)"/.exec(line)?.[1]).not.toMatch(UNSPEAKABLE);
  });

  test('speaks the letters of another text once the page is written in them', () => {
    const goodfellow = conventions()[0];
    if (goodfellow === undefined) throw new Error('no conventions');
    const written = inConvention(linked('W_{hh}\\,h_{t-1}'), sentConvention(goodfellow));
    expect(spoken(written)).toBe('W times h at step t minus 1');
  });

  test('refuses TeX that it has no words for, and names it', () => {
    expect(() => spoken('\\vcenter{x}')).toThrow('vcenter');
  });
});

describe('spokenLabel', () => {
  const ways = [undefined, ...conventions()];
  const labels = ways.flatMap((way) =>
    notation()
      .filter(({ only, timed }) => only === undefined && !timed)
      .filter((symbol) => way === undefined || names(way, symbol))
      .map((symbol) => ({ way, symbol, id: way?.id ?? 'this book' })),
  );

  test.each(labels)('says $symbol.name as the formulas of $id do', ({ way, symbol }) => {
    const written = way === undefined ? null : sentConvention(way);
    const label = labelIn(written, symbol.name);
    const mark = `\\htmlData{q=${symbol.name},lag=0,role=plain}{${symbol.tex}}`;
    const words = written === null ? symbol.spoken : spoken(inConvention(mark, written));
    expect(spokenLabel(label)).toBe(words);
  });

  test('keeps the words around a label', () => {
    expect(spokenLabel('W_hh, row 1')).toBe('W h h, row 1');
  });
});

describe('typeset', () => {
  test('gives a formula its words as the name of a picture, which touch finds', () => {
    const html = typeset(linked('h_t'));
    expect(html).toContain('role="img" aria-roledescription="formula" aria-label="h sub t"');
    expect(html).not.toContain('<math');
  });
});
