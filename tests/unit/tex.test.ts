import { describe, expect, test } from 'vitest';
import { adjointTex, define, tex } from '#engine/index.ts';
import { symbol } from '#engine/program/tex.ts';

/** Formulas without the marks that link their symbols. */
const plain = (line: string): string =>
  line.replaceAll(/\\htmlData\{[^}]*\}\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/g, '$1');

const of = (equations: string, sizes: Record<string, string | number> = { x: 'D' }) =>
  define({ name: 'mine', source: [], equations, sizes });

describe('symbol', () => {
  test.each([
    ['h', 'h'],
    ['W_xh', 'W_{xh}'],
    ['W_h_1', 'W_{h,1}'],
    ['alpha', '\\alpha'],
    ['tau_c', '\\tau_{c}'],
    ['lamp', '\\mathit{lamp}'],
    ['lamp_2', '\\mathit{lamp}_{2}'],
  ])('of %s is %s', (name, wanted) => {
    expect(symbol(name)).toBe(wanted);
  });
});

describe('tex', () => {
  test.each([
    ['h[t] = 2.5e-7 * x[t]', 'h_{t} = 2.5 \\cdot 10^{-7}\\,x_{t}'],
    ['h[t] = 1e21 * x[t]', 'h_{t} = 10^{21}\\,x_{t}'],
    ['h[t] = 12 * x[t]', 'h_{t} = 12\\,x_{t}'],
    ['h[t] = -x[t] - lamp + alpha', 'h_{t} = -x_{t} - \\mathit{lamp} + \\alpha'],
    ['h[t] = W (x[t] * x[t])', 'h_{t} = W\\,(x_{t} \\odot x_{t})'],
    ['h[t] = x[t] * (x[t] - x[t])', 'h_{t} = x_{t} \\odot (x_{t} - x_{t})'],
    ['h[t] = x[t] - (x[t] + x[t])', 'h_{t} = x_{t} - (x_{t} + x_{t})'],
    ['h[t] = W identity(x[t] + x[t])', 'h_{t} = W\\,(x_{t} + x_{t})'],
    ['h[t] = x[t] * (-2)', 'h_{t} = x_{t}\\,(-2)'],
  ])('of %s is %s', (text, wanted) => {
    const sizes = { x: 'H' };
    expect(tex(of(text, sizes)).map(plain)).toEqual([wanted]);
  });

  test('single numbers are written side by side, vectors with ⊙', () => {
    const one = { x: 1, h: 1, g: 1 };
    expect(tex(of('h[t] = tanh(x[t]) * (x[t] + 2) * x[t]', one)).map(plain)).toEqual([
      'h_{t} = \\tanh(x_{t})\\,(x_{t} + 2)\\,x_{t}',
    ]);
    expect(tex(of('h[t] = x[t] * (w x[t])', one)).map(plain)).toEqual([
      'h_{t} = x_{t}\\,w\\,x_{t}',
    ]);
    expect(tex(of('h[t] = x[t] * x[t] * x[t]', { x: 'H' })).map(plain)).toEqual([
      'h_{t} = x_{t} \\odot x_{t} \\odot x_{t}',
    ]);
  });

  test('every symbol carries its name, its lag and its role', () => {
    expect(tex(of('h[t] = W x[t] + h[t-1]'))[0]).toBe(
      '\\htmlData{q=h,lag=0,role=state}{h_{t}} = \\htmlData{q=W,lag=0,role=param}{W}\\,' +
        '\\htmlData{q=x,lag=0,role=input}{x_{t}} + \\htmlData{q=h,lag=1,role=state}{h_{t-1}}',
    );
  });
});

describe('adjointTex', () => {
  test('a gradient has a bar, over the letter, the word or the formula', () => {
    const program = of('lamp[t] = tanh(x[t]) * alpha * b_1\nh[t] = lamp[t] * h[t-1]', { x: 'H' });
    expect(adjointTex(program).map(plain)).toEqual([
      '\\overline{\\mathit{lamp}}_{t} \\mathrel{+}= \\bar{h}_{t} \\odot h_{t-1}',
      '\\bar{h}_{t-1} \\mathrel{+}= \\bar{h}_{t} \\odot \\mathit{lamp}_{t}',
      '\\overline{\\tanh(x_{t})} \\mathrel{+}= \\overline{\\mathit{lamp}}_{t} \\odot \\alpha \\odot b_{1}',
      '\\bar{\\alpha} \\mathrel{+}= \\overline{\\mathit{lamp}}_{t} \\odot \\tanh(x_{t}) \\odot b_{1}',
      '\\bar{b}_{1} \\mathrel{+}= \\overline{\\mathit{lamp}}_{t} \\odot \\tanh(x_{t}) \\odot \\alpha',
      '\\bar{x}_{t} \\mathrel{+}= \\overline{\\tanh(x_{t})} \\odot (1 - {\\tanh(x_{t})}^{2})',
    ]);
  });

  test('nothing flows back to a target', () => {
    const program = of('h[t] = W x[t]\nL[t] = squared_error(h[t], d[t])', { x: 'D', d: 'H' });
    expect(adjointTex(program).map(plain)).toEqual([
      '\\bar{h}_{t} \\mathrel{+}= \\bar{L}_{t}\\,(h_{t} - d_{t})',
      '\\bar{W} \\mathrel{+}= \\bar{h}_{t}\\,x_{t}^{\\top}',
      '\\bar{x}_{t} \\mathrel{+}= W^{\\top}\\bar{h}_{t}',
    ]);
  });
});
