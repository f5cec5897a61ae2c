import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { book } from '#src/lib/book.ts';
import { settableTags, stateProblems } from '#src/lib/figure-settings.ts';
import { lessonProblems, plansOf } from '#src/lib/lessons.ts';
import { TAGS } from '#src/lib/tag-table.ts';

describe('lesson plans', () => {
  test.each(book().assembled)(
    '$title: there is one for 50 and one for 90 minutes',
    ({ folder }) => {
      expect(plansOf(folder).map(({ minutes }) => minutes)).toEqual([50, 90]);
    },
  );

  test.each(book().assembled)('$title: name what is there, in states that exist', ({ folder }) => {
    expect(lessonProblems(folder, book())).toEqual([]);
  });

  test.each(book().assembled)(
    '$title: show figures of the chapter alone, most of them',
    (chapter) => {
      const { folder, slug } = chapter;
      const shown = new Set(
        plansOf(folder).flatMap(({ steps }) =>
          steps.flatMap(({ show }) => show.map((s) => s.figure)),
        ),
      );
      const own = [...book().targets.values()].filter(
        ({ kind, path }) => kind === 'figure' && path.startsWith(`/${slug}/`),
      );
      for (const id of shown) expect(own.map((target) => target.id)).toContain(id);
      expect(shown.size / own.length).toBeGreaterThanOrEqual(0.8);
    },
  );
});

describe('stateProblems', () => {
  test('knows the settings of every figure', () => {
    const figures = Object.keys(TAGS).filter((tag) => TAGS[tag]?.isFigure === true);
    expect(settableTags().toSorted()).toEqual(figures.toSorted());
  });

  test('knows those that the widget has', () => {
    for (const tag of settableTags()) {
      const widget = readFileSync(`components/widgets/${tag}.svelte`, 'utf8');
      const table = /usePermalink\(\s*untrack\(\(\) => id\),\s*(\w+)/.exec(widget)?.[1];
      const settings = readFileSync('src/lib/figure-settings.ts', 'utf8');
      expect(settings).toContain(`${tag}: ${table ?? 'unknown'},`);
    }
  });

  test('tells a setting that is not there and a value that is out of range', () => {
    expect(stateProblems('Lamp', 'w=2&step=3')).toEqual([]);
    expect(stateProblems('Lamp', 'w=200')[0]).toContain('«w» is «200»');
    expect(stateProblems('Lamp', 'weight=2')[0]).toContain('no setting «weight»');
  });
});
