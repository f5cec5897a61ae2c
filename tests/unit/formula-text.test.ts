import { describe, expect, test } from 'vitest';
import { keepPunctuation } from '#src/lib/keep-punctuation.ts';
import { linked, notation, unknownSymbols } from '#src/lib/notation.ts';
import { inNumbers } from '#src/lib/in-numbers.ts';

describe('linked', () => {
  test('tags a symbol with its name, its role and how many steps it lies back', () => {
    expect(linked('h_{t-1}')).toContain('q=h');
    expect(linked('h_{t-1}')).toContain('lag=1');
    expect(linked('h_t')).toContain('lag=0');
    expect(linked('W_{xh}\\,x_t')).toMatch(/q=W_xh.*q=x/);
  });

  test('leaves the words of commands alone', () => {
    expect(linked('\\operatorname{tanh}')).toBe('\\operatorname{tanh}');
    expect(linked('\\text{which } h_t')).toContain('\\text{which }');
  });

  test('knows every symbol of the notation by its own writing', () => {
    for (const { tex, timed } of notation()) {
      const [letter = '', subscript] = tex.replaceAll(/[{}]/g, '').split('_');
      const now = subscript === undefined ? `${letter}_t` : `${letter}_{${subscript},t}`;
      expect(unknownSymbols(timed ? now : tex), tex).toEqual([]);
    }
  });
});

describe('unknownSymbols', () => {
  test('names the letters that no page explains', () => {
    expect(unknownSymbols('h_t = \\Xi_t')).toEqual([]);
    expect(unknownSymbols('Q_t + h_t')).toHaveLength(1);
  });
});

describe('keepPunctuation', () => {
  test('keeps the comma at its formula', () => {
    expect(keepPunctuation('If $w = 2$, it holds.')).toBe(
      'If <span class="keep">$w = 2$,</span> it holds.',
    );
  });

  test('leaves front matter, displays, code, attributes and long formulas as they are', () => {
    const text =
      '---\ntitle: "$w$, and more"\n---\n$$w$$, `$w$,` <Predict question="$w$, or?" /> ' +
      '$h_t = \\tanh(w\\,h_{t-1} + u\\,x_t + b)$.';
    expect(keepPunctuation(text)).toBe(text);
  });

  test('does nothing the second time that it did not do the first', () => {
    const once = keepPunctuation('$a$, then $b$; and $c$');
    expect(once.match(/class="keep"/g)).toHaveLength(2);
  });
});

describe('inNumbers', () => {
  test('writes an equation with every symbol as its number', () => {
    const text = inNumbers('canonical', 'h', 2).replaceAll(/<[^>]+>/g, '');
    expect(text).toBe('0.790 = tanh(2 × −0.964 + 3 × 1 + 0)');
  });

  test('says which equations there are when one is asked for that is not', () => {
    expect(() => inNumbers('canonical', 'z', 2)).toThrow('has no equation for «z»; it has h, o, y');
  });
});
