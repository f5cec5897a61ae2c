import { describe, expect, test } from 'vitest';
import { labelIn } from '#components/lib/convention.ts';
import { conventions, letterIn, names, sentConvention } from '#src/lib/conventions.ts';
import { inConvention } from '#src/lib/in-convention.ts';
import { linked, notation } from '#src/lib/notation.ts';
import { typeset } from '#src/lib/typeset.ts';
import { adjointTex, tex } from '#engine/index.ts';
import { everyProgram } from '#tests/laws/every-program.ts';

const ways = conventions();
const way = (id: string, chapter?: string) => {
  const found = ways.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no convention ${id}`);
  return sentConvention(found, chapter);
};
/** The TeX without the marks that link it to pages. */
const bare = (text: string): string => {
  const next = text.replace(/\\htmlData\{[^{}]*\}\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/, '$1');
  return next === text ? text : bare(next);
};

describe('inConvention', () => {
  test.each([
    [
      'goodfellow',
      'h_t = \\tanh(W_{xh}\\,x_t + W_{hh}\\,h_{t-1} + b_h)',
      '\\boldsymbol{h}^{(t)} = \\tanh(\\boldsymbol{U}\\,\\boldsymbol{x}^{(t)} + \\boldsymbol{W}\\,\\boldsymbol{h}^{(t-1)} + \\boldsymbol{b})',
    ],
    [
      'd2l',
      'h_t = \\tanh(W_{xh}\\,x_t + b_h)',
      '\\mathbf{H}_{t} = \\tanh(\\mathbf{W}_{xh}\\,\\mathbf{X}_{t} + \\mathbf{b}_{h})',
    ],
    ['pytorch', 'W_{xh}\\,x_t + b_h', 'W_{ih}\\,x_t + b_{ih} + b_{hh}'],
    ['goodfellow', 'a_{h,t} + y_3', '\\boldsymbol{a}^{(t)} + \\hat{\\boldsymbol{y}}^{(3)}'],
  ])('writes as %s does: %s', (id, ours, theirs) => {
    expect(bare(inConvention(linked(ours), way(id)))).toBe(theirs);
  });

  test.each([
    [
      'goodfellow',
      'c_t = f_t \\odot c_{t-1} + i_t \\odot g_t',
      '\\boldsymbol{s}^{(t)} = \\boldsymbol{f}^{(t)} \\odot \\boldsymbol{s}^{(t-1)} + \\boldsymbol{g}^{(t)} \\odot \\tilde{\\boldsymbol{s}}^{(t)}',
    ],
    ['d2l', 'n_t', '\\tilde{\\mathbf{H}}_{t}'],
    ['pytorch', 'W_{xf}\\,x_t + b_f', 'W_{if}\\,x_t + b_{if} + b_{hf}'],
    ['keras', 'W_{xg}\\,x_t', '\\mathtt{kernel}_{c}^{\\top}\\,x_t'],
  ])('writes gates as %s does, in the chapter on gated cells: %s', (id, ours, theirs) => {
    expect(bare(inConvention(linked(ours), way(id, '05-gated-cells')))).toBe(theirs);
  });

  test('keeps every link, so that symbols light as before', () => {
    const marks = (text: string): string[] =>
      [...text.matchAll(/\\htmlData\{[^}]*\}/g)].map(String);
    const ours = linked('h_t = \\tanh(w\\,h_{t-1} + u\\,x_t + b)');
    for (const { id } of ways) expect(marks(inConvention(ours, way(id)))).toEqual(marks(ours));
  });

  test.each(ways.map(({ id }) => id))('in %s, every program can still be set, both ways', (id) => {
    for (const program of everyProgram.slice(0, 24))
      for (const line of [...tex(program), ...adjointTex(program)])
        expect(typeset(inConvention(line, way(id)))).toContain('katex-html');
  });

  test('puts the bar of a gradient over the other letter', () => {
    const line = inConvention('\\htmlData{q=h,lag=0,role=gradient}{\\bar{h}_{t}}', way('d2l'));
    expect(bare(line)).toBe('\\bar{\\mathbf{H}}_{t}');
  });
});

describe('the conventions', () => {
  test('have a letter for every symbol that they name', () => {
    for (const convention of ways)
      for (const symbol of notation())
        if (names(convention, symbol)) expect(bare(letterIn(convention, symbol))).not.toBe('');
  });

  test('have labels without TeX for figures', () => {
    for (const { id } of ways) {
      const convention = way(id, '05-gated-cells');
      for (const name of Object.keys(convention.symbols))
        expect(labelIn(convention, name)).not.toMatch(/[\\{}]/);
    }
    expect(labelIn(way('goodfellow'), 'W_xh')).toBe('U');
    expect(labelIn(way('pytorch'), 'b_h')).toBe('b_ih + b_hh');
    expect(labelIn(null, 'W_xh')).toBe('W_xh');
  });
});
