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
  /** The table of settings that a widget reads from a link; undefined where a link can set nothing. */
  const tableOf = (tag: string): string | undefined =>
    /usePermalink\(\s*untrack\(\(\) => id\),\s*(\w+)/.exec(
      readFileSync(`components/widgets/${tag}.svelte`, 'utf8'),
    )?.[1];
  const figures = Object.keys(TAGS).filter((tag) => TAGS[tag]?.isFigure === true);

  test('knows the settings of every figure that a link can set', () => {
    const settable = figures.filter((tag) => tableOf(tag) !== undefined);
    expect(settable.length).toBeGreaterThan(30);
    expect(settableTags().toSorted()).toEqual(settable.toSorted());
  });

  test('knows those that the widget has', () => {
    const settings = readFileSync('src/lib/figure-settings.ts', 'utf8');
    for (const tag of settableTags()) expect(settings).toContain(`${tag}: ${tableOf(tag)},`);
  });

  test('tells a setting that is not there and a value that is out of range', () => {
    expect(stateProblems('Lamp', 'w=2&step=3')).toEqual([]);
    expect(stateProblems('Lamp', 'w=200')[0]).toContain('«w» is «200»');
    expect(stateProblems('Lamp', 'weight=2')[0]).toContain('no setting «weight»');
  });
});
