import { describe, expect, test } from 'vitest';
import { rng } from '#engine/math/index.ts';
import { anbn, COUNT_ALPHABET, knows, legalNext } from '#engine/tasks/anbn.ts';
import { moduloThree, parity, toggle } from '#engine/tasks/bit-machines.ts';

const ones = (inputs: readonly (readonly number[])[], t: number): number =>
  inputs.slice(0, t + 1).reduce((sum, [bit = 0]) => sum + bit, 0);

describe('bit machines', () => {
  test('parity and toggle answer whether the ones so far are odd', () => {
    for (const task of [parity, toggle]) {
      const { inputs, targets } = task(200, rng(1).stream('bits'));
      targets.forEach((target, t) => expect(target).toEqual([ones(inputs, t) % 2]));
    }
  });

  test('moduloThree answers the ones so far modulo 3', () => {
    const { inputs, targets } = moduloThree(200, rng(1).stream('bits'));
    targets.forEach((target, t) => expect(target.indexOf(1)).toBe(ones(inputs, t) % 3));
  });

  test('toggle with a chance above 1 is an error', () => {
    expect(() => toggle(5, rng(1).stream('bits'), 2)).toThrow(
      'rate is 2; expected a number from 0 to 1',
    );
  });
});

describe('anbn', () => {
  test('a reader who answers legalNext knows every string, and one who counts to 3 knows 3', () => {
    const answersOf = (n: number, limit: number): number[][] => {
      const { symbols } = anbn(n);
      return symbols.map((_, t) => {
        const read = symbols.slice(0, t + 1);
        const counted = Math.min(limit, read.filter((symbol) => symbol === 'a').length);
        const back = read.filter((symbol) => symbol === 'b').length;
        const known = back === 0 ? legalNext(read) : back < counted ? ['b'] : ['E'];
        return COUNT_ALPHABET.map((symbol) => Number(known.includes(symbol)));
      });
    };
    for (let n = 1; n < 10; n++) {
      expect(knows(anbn(n), answersOf(n, Infinity))).toBe(true);
      expect(knows(anbn(n), answersOf(n, 3))).toBe(n <= 3);
    }
  });

  test('legalNext allows nothing after what begins no string', () => {
    for (const text of ['a', 'Sb', 'Sabb', 'Saba', 'SabE', 'SabEa'])
      expect(legalNext([...text])).toEqual([]);
  });
});
