import { describe, expect, test } from 'vitest';
import { hoisted, inline, mark, readPieces } from '#components/figures/predict-marks.ts';
import { readCommitment } from '#components/lib/predict.ts';

describe('readPieces', () => {
  test('options and reveal come back with their fields and HTML', () => {
    const say = 'A dash -- and an end --> and «quotes» "too".';
    const children = `${mark('option', { correct: 'true', say })} <p>For <b>ever</b></p> ${mark('end')}
      ${mark('reveal')}<p>Here.</p>${mark('end')}`;
    expect(readPieces(children)).toEqual([
      { kind: 'option', fields: { correct: 'true', say }, html: '<p>For <b>ever</b></p>' },
      { kind: 'reveal', fields: {}, html: '<p>Here.</p>' },
    ]);
  });
});

describe('hoisted', () => {
  test('loaders of islands come out, and a noscript inside cannot end the outer one', () => {
    const html =
      '<script>load()</script><p>a</p><noscript><p>none</p></noscript><style>b{}</style>';
    expect(hoisted(html)).toEqual({
      loaders: '<script>load()</script><style>b{}</style>',
      rest: '<p>a</p>',
    });
  });
});

describe('inline', () => {
  test('one paragraph loses its tags', () => {
    expect(inline('<p>For ever</p>')).toBe('For ever');
  });
});

describe('readCommitment', () => {
  test.each([
    ['0', 0],
    ['2', 2],
    ['skipped', 'skipped'],
    ['3', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['<b>', undefined],
    [null, undefined],
  ])('of three options, «%s» is %s', (kept, commitment) => {
    expect(readCommitment(kept, 3)).toBe(commitment);
  });
});
