import { describe, expect, test } from 'vitest';
import {
  compile,
  gru,
  indrnn,
  join,
  lstm,
  minGru,
  minLstm,
  play,
  softmaxHead,
  withFunctions,
} from '#engine/index.ts';
import { rng } from '#engine/math/index.ts';
import { identity } from '#engine/program/ops-elementwise.ts';
import { afterwards, associativeScan, playByScan } from '#engine/models/linear-scan.ts';
import { randomSetting } from '../laws/random-setting.ts';

const indrnnLinear = withFunctions(indrnn, { relu: identity });

describe('associativeScan', () => {
  test.each([0, 1, 2, 3, 4, 5, 7, 8, 13])(
    'of %d texts gives all beginnings, in order',
    (length) => {
      const letters = Array.from({ length }, (_, n) => String.fromCharCode(97 + n));
      expect(associativeScan(letters, (a, b) => a + b)).toEqual(
        letters.map((_, n) => letters.slice(0, n + 1).join('')),
      );
    },
  );

  test('combines fewer than twice as often as there are items', () => {
    let count = 0;
    associativeScan(Array<number>(64).fill(1), (a, b) => {
      count += 1;
      return a + b;
    });
    expect(count).toBeLessThan(128);
  });

  test('may join linear steps in any grouping', () => {
    const random = rng(1).stream('steps');
    const step = () => ({ factor: [random.normal()], term: [random.normal()] });
    const [a, b, c] = [step(), step(), step()];
    const left = afterwards(afterwards(a, b), c);
    const right = afterwards(a, afterwards(b, c));
    expect(left.factor[0]).toBeCloseTo(right.factor[0] ?? NaN, 14);
    expect(left.term[0]).toBeCloseTo(right.term[0] ?? NaN, 14);
  });
});

describe('playByScan', () => {
  for (const cell of [minGru, minLstm, indrnnLinear])
    for (const T of [1, 2, 7, 32])
      test(`${cell.name}: over ${T} steps it leaves the trace that play leaves`, () => {
        const machine = compile(join(cell, softmaxHead), { D: 2, H: 3, K: 2 });
        const setting = randomSetting(machine, T, 5);
        const [scanned, played] = [playByScan(machine, setting), play(machine, setting)];
        for (let n = 0; n < played.values.length; n++)
          // products and sums in another order
          expect(scanned.values[n]).toBeCloseTo(played.values[n] ?? NaN, 11);
      });

  test('bears the rounding of large states, and no more than that', () => {
    const machine = compile(indrnnLinear, { D: 1, H: 1 });
    const inputs = Array.from({ length: 60 }, (_, n) => [n % 7]);
    const names = [...machine.program.quantities.values()].filter(({ timed }) => !timed);
    const params = Object.fromEntries(names.map(({ name }) => [name, 1.7]));
    const [scanned, played] = [playByScan, play].map(
      (run) => run(machine, { params, inputs }).value('h', 60)[0]!,
    );
    expect(played).toBeGreaterThan(1e12);
    expect(scanned! / played!).toBeCloseTo(1, 12);
  });

  test('refuses cells whose state is not linear in the old one', () => {
    const machine = compile(gru, { D: 2, H: 3 });
    expect(() => playByScan(machine, randomSetting(machine, 5, 1))).toThrow('not linear in h[t-1]');
    const two = compile(lstm, { D: 2, H: 3 });
    expect(() => playByScan(two, randomSetting(two, 5, 1))).toThrow('a scan needs h alone');
  });
});
