import { describe, expect, test } from 'vitest';
import { compile, join, lstm, play, rnn, sigmoidHead, type Machine } from '#engine/index.ts';
import { playHolding } from '#engine/machine/hold.ts';
import { randomSetting } from '../laws/random-setting.ts';

const machine: Machine = compile(join(lstm, sigmoidHead), { D: 2, H: 3, K: 1 });
const setting = randomSetting(machine, 5, 1);

describe('playHolding', () => {
  test('playHolding without holds leaves the bits of play', () => {
    expect([...playHolding(machine, setting, []).values]).toEqual([
      ...play(machine, setting).values,
    ]);
  });

  test('playHolding keeps the unit at its value in every step, and nothing else', () => {
    const trace = playHolding(machine, setting, [{ name: 'h', unit: 1, value: 0.25 }]);
    const free = play(machine, setting);
    for (let t = 1; t <= 5; t++) expect(trace.value('h', t)[1]).toBe(0.25);
    expect(trace.value('h', 1)[0]).toBe(free.value('h', 1)[0]);
    expect(trace.value('h', 2)[0]).not.toBe(free.value('h', 2)[0]);
  });

  test('playHolding a unit at 0 equals cutting every weight that leaves it', () => {
    const small: Machine = compile(join(rnn, sigmoidHead), { D: 2, H: 3, K: 1 });
    const whole = randomSetting(small, 6, 2);
    const without = (numbers: readonly number[]): number[] =>
      numbers.map((value, n) => (n % 3 === 2 ? 0 : value));
    const params = whole.params as Record<string, number[]>;
    const cut = play(small, {
      ...whole,
      params: {
        ...params,
        W_hh: without(params['W_hh'] ?? []),
        W_hy: without(params['W_hy'] ?? []),
      },
    });
    const initial = { h: [...((whole.initial?.['h'] as number[] | undefined) ?? [])] };
    initial.h[2] = 0;
    const held = playHolding(small, { ...whole, initial }, [{ name: 'h', unit: 2, value: 0 }]);
    for (let t = 1; t <= 6; t++) expect([...held.value('y', t)]).toEqual([...cut.value('y', t)]);
  });

  test('playHolding names what cannot be held', () => {
    expect(() => playHolding(machine, setting, [{ name: 'x', unit: 0, value: 0 }])).toThrow(
      'computes no «x», so nothing of it can be held',
    );
    expect(() => playHolding(machine, setting, [{ name: 'h', unit: 3, value: 0 }])).toThrow(
      '«h» has no unit 3; expected a whole number below 3',
    );
    for (const unit of [-1, 0.5])
      expect(() => playHolding(machine, setting, [{ name: 'h', unit, value: 0 }])).toThrow(
        `«h» has no unit ${unit}`,
      );
  });
});
