import { describe, expect, test } from 'vitest';
import { filmFrame } from '#src/lib/film-frame.ts';

describe('filmFrame', () => {
  test('cuts out the marked part, with all that is in it and nothing that follows', () => {
    const part = '<div class="across" data-film="step 2 of 5"><div><svg></svg></div><p>a</p></div>';
    expect(filmFrame(`<div role="alert"></div><div>${part}</div><div>after</div>`)).toEqual({
      says: 'step 2 of 5',
      html: part,
    });
  });

  test('refuses a widget that could not read its link, and one without a marked part', () => {
    const notice = '<div role="alert"><p class="notice svelte-1">Expected a number.</p></div>';
    expect(() => filmFrame(`${notice}<div data-film="step 1">a</div>`)).toThrow(/cannot be read/);
    expect(() => filmFrame('<div>a</div>')).toThrow(/data-film/);
  });
});
