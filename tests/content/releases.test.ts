import { describe, expect, test } from 'vitest';
import { assemble } from '#src/lib/book.ts';
import { describeProblem } from '#src/lib/content-problem.ts';
import { exists, placesOf, type Places } from '#src/lib/places.ts';
import { idsText, leadsTo, releaseProblems, withRelease } from '#src/lib/releases.ts';

const places = placesOf(assemble());
const NONE = 'aliases: {}\nreleases: {}\n';
const recorded = withRelease(NONE, '1.0.0', places);
const problemsOf = (text: string, now: Places): string[] =>
  releaseProblems(text, now).map(describeProblem);

/** The places without one id, or with another in its stead. */
const without = (page: string, id: string, instead: readonly string[] = []): Places =>
  new Map(places).set(page, [...(places.get(page) ?? []).filter((one) => one !== id), ...instead]);

const aliased = (text: string, from: string, to: string): string =>
  text.replace('aliases: {}', `aliases:\n  ${from}: ${to}`);

describe('releaseProblems', () => {
  test('finds nothing in a book that kept every address', () => {
    expect(problemsOf(recorded, places)).toEqual([]);
  });

  test('tells of any one id that is taken away, and of no other', () => {
    for (const [page, ids] of places)
      for (const id of ids.filter((_, n) => n % 9 === 0)) {
        const problems = problemsOf(recorded, without(page, id));
        expect(problems).toHaveLength(1);
        expect(problems[0]).toContain(`«${page}#${id}» of release 1.0.0`);
      }
  });

  test('names line and column, and the line to write for an id with a new name', () => {
    const line = recorded.split('\n').findIndex((text) => text.trim() === '- lamp') + 1;
    expect(problemsOf(recorded, without('/recurrence/', 'lamp', ['lamps']))).toEqual([
      `content/ids.yaml:${line}:9: found «/recurrence/#lamp» of release 1.0.0, an address that leads nowhere now; ` +
        'expected this id in the book, or an alias that says where it lives; give the id back, or write under ' +
        '«aliases» of content/ids.yaml: /recurrence/#lamp: /recurrence/#lamps',
    ]);
  });

  test('offers the page to which an id moved', () => {
    const moved = new Map(without('/recurrence/', 'lamp')).set('/unrolling/', ['lamp']);
    expect(problemsOf(recorded, moved).join('\n')).toContain('/recurrence/#lamp: /unrolling/#lamp');
  });

  test('is content with an alias, also for a whole page', () => {
    const now = without('/recurrence/', 'lamp', ['lamps']);
    const text = aliased(recorded, '/recurrence/#lamp', '/recurrence/#lamps');
    expect(problemsOf(text, now)).toEqual([]);
    const renamed = new Map(
      [...places].map(([page, ids]) => [page === '/bptt/' ? '/blame/' : page, ids]),
    );
    expect(problemsOf(recorded, renamed).length).toBeGreaterThan(50);
    expect(problemsOf(aliased(recorded, '/bptt/', '/blame/'), renamed)).toEqual([]);
  });

  test('refuses an alias that leads nowhere, and one for what is there', () => {
    expect(problemsOf(aliased(NONE, '/old/', '/recurrance/'), places)[0]).toContain(
      'write /old/: /recurrence/',
    );
    expect(problemsOf(aliased(NONE, '/recurrence/#lamp', '/bptt/'), places)[0]).toContain(
      'an alias for «/recurrence/#lamp», which is in the book',
    );
  });
});

describe('withRelease', () => {
  test('adds to a release and takes nothing from it, nor from the others', () => {
    const fewer = without('/recurrence/', 'lamp');
    const again = withRelease(withRelease(recorded, '1.1.0', fewer), '1.0.0', fewer);
    expect(problemsOf(again, fewer)).toHaveLength(1);
    expect(again.match(/- lamp$/gm)).toHaveLength(1);
  });

  test('keeps aliases and comments', () => {
    const text = withRelease(idsText(), '9.9.9', places);
    expect(text).toContain(idsText().split('releases:')[0]);
  });
});

test('leadsTo follows an address to its page, its alias or the page that stands in', () => {
  const moved = { '/a/': '/bptt/', '/a/#x': '/recurrence/#lamp' };
  expect(leadsTo('/recurrence/#lamp', places, moved)).toBe('/recurrence/#lamp');
  expect(leadsTo('/a/#x', places, moved)).toBe('/recurrence/#lamp');
  expect(leadsTo('/a/#check-it', places, moved)).toBe('/bptt/#check-it');
  expect(leadsTo('/a/#nothing', places, moved)).toBeUndefined();
  expect(exists(places, '/a/')).toBe(false);
});
