import { describe, expect, test } from 'vitest';
import { book } from '#src/lib/book.ts';
import { slidesOf } from '#src/lib/slides.ts';
import { turned } from '#src/lib/turn-slides.ts';

describe('turned', () => {
  test('goes back to where it came from, and never beyond the ends', () => {
    for (let at = 0; at < 5; at += 1) {
      const next = turned('ArrowRight', at, 5) ?? -1;
      expect(next).toBe(Math.min(4, at + 1));
      if (next !== at) expect(turned('ArrowLeft', next, 5)).toBe(at);
      expect(turned('Home', at, 5)).toBe(0);
      expect(turned('End', at, 5)).toBe(4);
    }
    expect(turned('ArrowLeft', 0, 5)).toBe(0);
  });

  test('leaves other keys alone', () => {
    for (const key of ['a', 'Tab', 'Enter', 'ArrowUp', ' '])
      expect(turned(key, 1, 5)).toBeUndefined();
  });
});

describe('slidesOf', () => {
  test.each(book().assembled)(
    '$title: has every figure, prediction and exercise, in order',
    (chapter) => {
      const tags = chapter.sections.flatMap(({ source }) => source.tags);
      const slides = slidesOf(chapter);
      const wanted = ['figure', 'exercise', 'prediction'];
      const ids = tags
        .map(({ attributes }) => String(attributes['id'] ?? ''))
        .filter((id) => wanted.includes(book().targets.get(id)?.kind ?? ''))
        // a figure that stands in the answer to a prediction comes with it
        .filter((id) => slides.some((slide) => slide.id === id));
      expect(slides.map(({ id }) => id)).toEqual(ids);
      expect(slides.length).toBeGreaterThan(15);
    },
  );

  test.each(book().assembled)(
    '$title: tells the right option of a prediction in the notes alone',
    (chapter) => {
      for (const { kind, options, notes } of slidesOf(chapter)) {
        if (kind !== 'prediction') continue;
        expect(options.length).toBeGreaterThan(1);
        expect(notes.filter((note) => note.includes(', right.</b>'))).toHaveLength(1);
        expect(notes).toHaveLength(options.length);
      }
    },
  );
});
