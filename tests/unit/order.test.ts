import { describe, expect, test } from 'vitest';
import type { OrderExercise, Sentence } from '#components/lib/exercise.ts';
import { judge } from '#components/lib/judge.ts';
import { moved, orderOf } from '#components/lib/order.ts';
import { shuffled } from '#src/lib/exercise-model.ts';
import { plainText } from '#src/lib/sentence.ts';

const words = (html: string): Sentence => [{ html }];
const item = (id: string): OrderExercise['items'][number] => ({ id, text: words(id), name: id });
const exercise: OrderExercise = {
  kind: 'order',
  id: 'tick',
  ask: words('First things first'),
  hints: [],
  areHintsOpen: false,
  isJudged: true,
  right: words('In order.'),
  values: {},
  items: ['read', 'sum', 'squeeze', 'answer'].map(item),
  start: ['answer', 'read', 'squeeze', 'sum'],
  mistakes: [
    { before: ['squeeze', 'sum'], say: words('What is squeezed?') },
    { before: ['answer', 'read'], say: words('Answered before anything was read?') },
  ],
};

describe('judge of an order', () => {
  test('says nothing of a list that was not touched', () => {
    expect(judge(exercise, '')).toEqual({
      outcome: 'unreadable',
      say: 'Nothing has been moved yet.',
    });
  });

  test('counts what is in place, and says the first mistake that is made', () => {
    expect(judge(exercise, 'read squeeze sum answer')).toEqual({
      outcome: 'not-yet',
      say: '2 of 4 stand where they belong. What is squeezed?',
    });
    expect(judge(exercise, 'answer read sum squeeze').say).toBe(
      'None stands where it belongs. Answered before anything was read?',
    );
    expect(judge(exercise, 'read answer sum squeeze').say).toBe('1 of 4 stands where it belongs.');
  });

  test('praises the right order, and no other', () => {
    expect(judge(exercise, 'read sum squeeze answer')).toEqual({
      outcome: 'right',
      say: 'In order.',
    });
  });

  test.each(['read sum squeeze', 'read sum squeeze squeeze', 'read sum squeeze answer more'])(
    'cannot read «%s», which is not the list',
    (given) => {
      expect(judge(exercise, given).outcome).toBe('unreadable');
    },
  );
});

describe('moved', () => {
  test('moves an item by one place, and back', () => {
    const once = moved(exercise, '', 'read', -1);
    expect(once).toBe('read answer squeeze sum');
    expect(orderOf(exercise, moved(exercise, once, 'read', 1))).toEqual(exercise.start);
  });

  test('leaves the first where it is, and the last', () => {
    expect(moved(exercise, '', 'answer', -1)).toBe('answer read squeeze sum');
    expect(moved(exercise, '', 'sum', 1)).toBe('answer read squeeze sum');
  });
});

describe('shuffled', () => {
  test('has nothing in its place nor behind what it follows, at every length and seed', () => {
    for (let length = 3; length <= 7; length++)
      for (let seed = 0; seed < 40; seed++) {
        const ids = Array.from({ length }, (_, n) => `item-${n}`);
        const order = shuffled(`seed-${seed}`, ids);
        expect(order.toSorted()).toEqual(ids);
        expect(order.filter((id, place) => id === ids[place])).toEqual([]);
        const followers = order.filter(
          (id, place) => place > 0 && ids.indexOf(id) === ids.indexOf(order[place - 1] ?? '') + 1,
        );
        if (length > 3) expect(followers).toEqual([]);
        expect(shuffled(`seed-${seed}`, ids)).toEqual(order);
      }
  });
});

describe('plainText', () => {
  test.each([
    ['read $x_t$', 'read x_t'],
    ['$\\bar a_{h,T}$, through *the* squeeze', 'bar a_h,T, through the squeeze'],
    ['$i_t \\odot g_t$ is added.', 'i_t · g_t is added.'],
    ['$w \\leftarrow w - \\eta\\,\\bar w$', 'w ← w - η bar w'],
  ])('says %s as «%s»', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });
});
