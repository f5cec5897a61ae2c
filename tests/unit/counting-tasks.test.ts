import { describe, expect, test } from 'vitest';
import { rng } from '#engine/math/index.ts';
import { anbn, COUNT_ALPHABET, knows, legalNext } from '#engine/tasks/anbn.ts';
import { moduloThree, parity, toggle } from '#engine/tasks/bit-machines.ts';

const ones = (inputs: readonly (readonly number[])[], t: number): number =>
  inputs.slice(0, t + 1).reduce((sum, [bit = 0]) => sum + bit, 0);

describe('bit machines', () => {
  test('parity and toggle answer whether the ones so far are odd', () => {
    for (const task of [parity, toggle]) {
      const { inputs, targets, lossWeights, symbols } = task(200, rng(1).stream('bits'));
      expect(symbols).toEqual(inputs.map(String));
      expect(lossWeights).toEqual(inputs.map(() => 1));
      targets.forEach((target, t) => expect(target).toEqual([ones(inputs, t) % 2]));
    }
  });

  test('moduloThree answers the ones so far modulo 3', () => {
    const { inputs, targets } = moduloThree(200, rng(1).stream('bits'));
    targets.forEach((target, t) => expect(target.indexOf(1)).toBe(ones(inputs, t) % 3));
  });

  test('ones are as rare as they are said to be', () => {
    const rate = (task: typeof toggle, ...chance: number[]): number =>
      ones(task(5000, rng(2).stream('bits'), ...chance).inputs, 5000) / 5000;
    // 5,000 draws: off by 0.007 at most, one time in three
    expect(Math.abs(rate(parity) - 0.5)).toBeLessThan(0.03);
    expect(Math.abs(rate(toggle) - 0.2)).toBeLessThan(0.03);
    expect([rate(toggle, 0), rate(toggle, 1)]).toEqual([0, 1]);
  });

  test('a task without steps is an error that names it', () => {
    for (const [task, name] of [
      [parity, 'parity'],
      [toggle, 'toggle'],
      [moduloThree, 'modulo three'],
    ] as const)
      expect(() => task(0, rng(1).stream('bits'))).toThrow(
        `${name}: length is 0; expected a whole number from 1 on`,
      );
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

  test('legalNext allows what a beginning leaves open', () => {
    const legal = { S: ['a'], Sa: ['a', 'b'], Saab: ['b'], Saabb: ['E'] };
    for (const [text, next] of Object.entries(legal)) expect(legalNext([...text])).toEqual(next);
    expect(() => anbn(0)).toThrow('anbn: n is 0; expected a whole number from 1 on');
  });

  test('legalNext allows nothing after what begins no string', () => {
    for (const text of ['a', 'Sb', 'Sabb', 'Saba', 'SabE', 'SabEa'])
      expect(legalNext([...text])).toEqual([]);
  });
});
