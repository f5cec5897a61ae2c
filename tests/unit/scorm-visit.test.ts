import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeVisit, encodeVisit, MOST } from '#src/tools/pack/scorm-visit.ts';

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z-]{1,24}$/), { maxLength: 20 });
const store = (longest: number): fc.Arbitrary<Map<string, string>> =>
  fc
    .uniqueArray(
      fc.tuple(
        fc.stringMatching(/^(exercise|predict|bet):[a-z-]{1,20}$/),
        fc.string({ maxLength: longest }),
      ),
      { maxLength: 30, selector: ([key]) => key },
    )
    .map((entries) => new Map(entries));

describe('encodeVisit', () => {
  test('says a short visit so that decodeVisit finds all of it again', () => {
    fc.assert(
      fc.property(ids, store(20), (solved, kept) => {
        const { solved: found, kept: left } = decodeVisit(encodeVisit({ solved, kept }));
        expect(found).toEqual(solved);
        expect(new Map([...left].toSorted())).toEqual(new Map([...kept].toSorted()));
      }),
    );
  });

  test('never says more than the standard keeps, and never forgets an exercise that was solved', () => {
    fc.assert(
      fc.property(ids, store(2000), (solved, kept) => {
        const text = encodeVisit({ solved, kept });
        expect(text.length).toBeLessThanOrEqual(MOST);
        expect(decodeVisit(text).solved).toEqual(solved);
      }),
    );
  });

  test('lets a bet go before an answer that was right', () => {
    const kept = new Map([
      ['bet:race', 'x'.repeat(3000)],
      ['exercise:hand-step', 'y'.repeat(3000)],
    ]);
    expect([...decodeVisit(encodeVisit({ solved: [], kept })).kept.keys()]).toEqual([
      'exercise:hand-step',
    ]);
  });
});

describe('decodeVisit', () => {
  test('takes any text for an empty visit that is not one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(decodeVisit(text).solved).toEqual([]);
      }),
    );
  });
});
