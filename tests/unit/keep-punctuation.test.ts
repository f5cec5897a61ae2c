import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepPunctuation, punctuationPlugin } from '#src/lib/keep-punctuation.ts';

const KEPT = /<span class="keep">([\s\S]*?)<\/span>/g;

/** The formulas that were wrapped, with what follows them. */
const kept = (source: string): string[] =>
  [...keepPunctuation(source).matchAll(KEPT)].map(([, inside = '']) => inside);

/** Text that is made of the pieces that matter, in any order. */
const sources = fc
  .array(
    fc.constantFrom(
      ...[
        '$h_t$',
        '$w$',
        '$h_t = \\tanh(w\\,h_{t-1} + u\\,x_t + b)$',
        '$$',
        '`',
        '```',
        '\\$',
        '$',
      ],
      ...['="', '"', ',', '.', ';', ')', ' and ', '\n', '---\n', 'word'],
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

describe('keepPunctuation', () => {
  test('adds spans and changes nothing else, whatever the text', () => {
    fc.assert(
      fc.property(sources, (source) => {
        expect(keepPunctuation(source).replaceAll(KEPT, '$1')).toBe(source);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  test('keeps a formula with its punctuation and nothing more', () => {
    fc.assert(
      fc.property(sources, (source) => {
        for (const piece of kept(source)) expect(piece).toMatch(/^\$[^$]+\$[,.;:!?)]+$/);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  test.each([',', '.', ';', ':', '!', '?', ')', '),', ')…'])(
    'keeps «%s» at its formula',
    (mark) => {
      expect(kept(`as $w$${mark} then`)).toEqual([`$w$${mark.replace('…', '')}`]);
    },
  );

  test.each(['$w$ and', '$w$-fold', '$w$ , and', '$w$'])(
    'has nothing to keep in «%s»',
    (source) => {
      expect(keepPunctuation(source)).toBe(source);
    },
  );

  test('keeps each of several formulas for itself', () => {
    expect(kept('With $w$, $u$ and $b$; then $h_t$.')).toEqual(['$w$,', '$b$;', '$h_t$.']);
  });

  test('lets a formula of more than 24 characters break', () => {
    const short = `$${'a'.repeat(22)}$`;
    const long = `$${'a'.repeat(23)}$`;
    expect(kept(`${short}, ${long},`)).toEqual([`${short},`]);
  });

  test.each([
    ['a display', '$$\nh_t = w,\n$$, so'],
    ['a listing', '```ts\nconst price = `$w$,`;\n```'],
    ['code in a line', 'the text `$w$,` is'],
    ['an attribute', '<Predict question="is $w$, or" />'],
    ['front matter', '---\ntitle: $w$, and\n---\n'],
    ['an amount of money', 'it costs \\$5, not \\$6, today'],
  ])('leaves %s as it is', (_, source) => {
    expect(keepPunctuation(source)).toBe(source);
  });

  test('goes on behind what it leaves as it is', () => {
    expect(kept('---\nid: a\n---\n`code`, $$w$$ and \\$5, but $w$,')).toEqual(['$w$,']);
  });

  test('takes a rule in the middle of the text for no front matter', () => {
    expect(kept('One.\n\n---\n\n$w$, and\n\n---\n')).toEqual(['$w$,']);
  });
});

describe('punctuationPlugin', () => {
  test('reads MDX and nothing else', () => {
    const { transform } = punctuationPlugin;
    expect(transform('$w$, and', 'content/chapters/a.mdx')).toContain('class="keep"');
    expect(transform('$w$, and', 'engine/program/tex.ts')).toBeUndefined();
  });
});
