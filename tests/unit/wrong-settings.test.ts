import { describe, expect, test } from 'vitest';
import { compile, join, linearHead, rnn } from '#engine/index.ts';
import { define } from '#engine/program/define.ts';
import { bigNumbers } from '#engine/symbolic/arithmetic.ts';
import { playExact } from '#engine/symbolic/exact.ts';
import { MISTAKES } from './setting-mistakes.ts';

describe('a wrong setting', () => {
  test.each(MISTAKES)('%s is told, with what was expected', (_, ask, message) => {
    expect(ask).toThrow(message);
  });

  test('heads of two fixed lengths for one quantity are told', () => {
    const reader = (size: number) =>
      define({ name: `reads-${size}`, source: [], sizes: { h: size }, equations: 'q[t] = W h[t]' });
    const cell = define({
      name: 'two',
      source: [],
      sizes: { x: 1, h: 2 },
      equations: 'h[t] = U x[t]',
    });
    expect(() => join(cell, reader(3))).toThrow('two has «h» of length 2, but reads-3 expects 3');
    expect(() => join(cell, reader(2))).not.toThrow();
  });

  test('a number that is not finite has no exact form, and neither has gelu', async () => {
    const exact = await bigNumbers();
    expect(() => exact.of(Infinity)).toThrow('found Infinity; expected a finite number');
    const program = define({ name: 'mine', source: [], equations: 'h[t] = gelu(W x[t])' });
    const machine = compile(program, { D: 1, H: 1 });
    expect(() => playExact(machine, { params: { W: 1 }, inputs: [1] }, exact)).toThrow(
      'mine: «gelu» has no exact form; use another function',
    );
  });

  test('a quantity that an exact run does not have is told', async () => {
    const machine = compile(join(rnn, linearHead), { D: 1, H: 1, K: 1 });
    const zero = { W_xh: 0, W_hh: 0, b_h: 0, W_hy: 0, b_y: 0 };
    const run = playExact(machine, { params: zero, inputs: [1], targets: [0] }, await bigNumbers());
    expect(() => run.value('h', 2)).toThrow('rnn-linear: «h» at t = 2 was not run');
  });
});
