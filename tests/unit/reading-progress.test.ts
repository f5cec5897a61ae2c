import { describe, expect, test } from 'vitest';
import { parseProgress, placeToGoOn, shareRead, withSection } from '#src/lib/reading-progress.ts';

describe('parseProgress', () => {
  test('reads back what was written', () => {
    const progress = withSection({}, 'recurrence', 'latch', 6);
    expect(parseProgress(JSON.stringify(progress))).toEqual(progress);
  });

  test('is empty where nothing, or nothing legible, is kept', () => {
    for (const kept of [null, '', '{', '7', 'null', '[]']) expect(parseProgress(kept)).toEqual({});
  });

  test('leaves out a chapter that does not have the form of progress', () => {
    const kept =
      '{"a":{"read":["x"],"of":2},"b":{"read":"x","of":2},"c":null,"d":{"read":[1],"of":2}}';
    expect(parseProgress(kept)).toEqual({ a: { read: ['x'], of: 2 } });
  });
});

describe('withSection', () => {
  test('counts a section once, however often it is read', () => {
    const once = withSection({}, 'recurrence', 'latch', 6);
    expect(withSection(once, 'recurrence', 'latch', 6)).toEqual(once);
  });

  test('keeps the progress of other chapters', () => {
    const first = withSection({}, 'recurrence', 'latch', 6);
    expect(withSection(first, 'unrolling', 'loop', 4)['recurrence']).toEqual(first['recurrence']);
  });
});

describe('placeToGoOn', () => {
  const chain = [
    { chapter: 'a', section: 'a1' },
    { chapter: 'a', section: 'a2' },
    { chapter: 'b', section: 'b1' },
  ];
  const after = (...read: readonly (readonly [string, string])[]): string | undefined => {
    const progress = read.reduce(
      (known, [chapter, section]) => withSection(known, chapter, section, 2),
      {},
    );
    return placeToGoOn(parseProgress(JSON.stringify(progress)), chain)?.section;
  };

  test('is the section after the one that was read last, also in the next chapter', () => {
    expect(after(['a', 'a1'])).toBe('a2');
    expect(after(['a', 'a1'], ['a', 'a2'])).toBe('b1');
  });

  test('follows a reader who goes back', () => {
    expect(after(['a', 'a2'], ['a', 'a1'])).toBe('a2');
    expect(after(['a', 'a1'], ['b', 'b1'], ['a', 'a1'])).toBe('a2');
  });

  test('is nothing where nothing was read, or where the book ends', () => {
    expect(after()).toBeUndefined();
    expect(after(['b', 'b1'])).toBeUndefined();
  });

  test('passes over sections that are no longer in the book', () => {
    expect(after(['a', 'a1'], ['a', 'gone'], ['gone', 'g1'])).toBe('a2');
  });
});

describe('shareRead', () => {
  test('is 0 for a chapter that was never opened', () => {
    expect(shareRead(undefined)).toBe(0);
  });

  test('never exceeds 1, also when sections were removed from a chapter since', () => {
    expect(shareRead({ read: ['a', 'b', 'c'], of: 2 })).toBe(1);
  });
});
