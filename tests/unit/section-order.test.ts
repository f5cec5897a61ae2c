import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hideAll, insertAll, moveAll, START, type Row } from '#src/lib/section-order.ts';

const rows = (): Row[] => [
  { slug: 'one', ids: ['a', 'b', 'c'] },
  { slug: 'two', ids: ['d', 'e'] },
];
const all = (list: readonly Row[]): string[] => list.flatMap(({ ids }) => ids).toSorted();
const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', START);

describe('the order of sections', () => {
  test('loses and doubles nothing, whatever is moved where', () => {
    fc.assert(
      fc.property(fc.dictionary(name, name), (moves) => {
        const list = rows();
        moveAll(list, moves);
        expect(all(list)).toEqual(['a', 'b', 'c', 'd', 'e']);
      }),
    );
  });

  test('has a moved section right behind the one that it comes after', () => {
    fc.assert(
      fc.property(name, name, (id, after) => {
        const list = rows();
        const lost = moveAll(list, { [id]: after });
        if (lost.length > 0) {
          expect(list).toEqual(rows());
          return;
        }
        const row = list.find(({ ids }) => ids.includes(id))?.ids ?? [];
        expect(row[row.indexOf(id) - 1]).toBe(after === START ? undefined : after);
      }),
    );
  });

  test('finds places for new sections that name each other, in any order', () => {
    const chain = [
      { id: 'x', after: 'b', slug: 'one' },
      { id: 'y', after: 'x', slug: 'one' },
      { id: 'z', after: 'y', slug: 'two' },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(chain, { minLength: 3 }), (inserts) => {
        const list = rows();
        expect(insertAll(list, inserts)).toEqual([]);
        expect(list[0]?.ids).toEqual(['a', 'b', 'x', 'y', 'z', 'c']);
      }),
    );
  });

  test('names what has no place and what is not there', () => {
    const list = rows();
    expect(insertAll(list, [{ id: 'x', after: 'nothing', slug: 'one' }])).toMatchObject([
      { id: 'x', after: 'nothing' },
    ]);
    expect(moveAll(list, { nothing: 'a' })).toEqual([{ id: 'nothing', after: 'a' }]);
    expect(hideAll(list, ['b', 'nothing'])).toEqual(['nothing']);
    expect(all(list)).toEqual(['a', 'c', 'd', 'e']);
  });
});
