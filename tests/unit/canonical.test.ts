import { describe, expect, test } from 'vitest';
import { bptt, compile, encodeQuotes, gradcheck, neuronLamp, play } from '#engine/index.ts';

/** The book's example: a“b”c through one neuron; the numbers as printed in the book's plan, G.1. */
const machine = compile(neuronLamp);
const items = encodeQuotes('a“b”c');
const trace = play(machine, {
  params: { w: 2, u: 3, b: 0, a: 4, c: 0 },
  initial: { h: -1 },
  inputs: items.map(({ x }) => x),
  targets: items.map(({ inside }) => inside),
});
bptt(machine, trace);

const TABLE = [
  [1, '-0.964028', '0.020712', '0.020930', '-0.002586'],
  [2, '0.790193', '0.959331', '0.041519', '-0.059729'],
  [3, '0.918662', '0.975269', '0.025042', '0.001826'],
  [4, '-0.821910', '0.035998', '0.036662', '0.055311'],
  [5, '-0.928005', '0.023846', '0.024135', '0.013240'],
] as const;

describe('the canonical example', () => {
  test.each(TABLE)('step %i has the printed state, output, loss and delta', (t, h, y, L, delta) => {
    expect(trace.value('h', t)[0]?.toFixed(6)).toBe(h);
    expect(trace.value('y', t)[0]?.toFixed(6)).toBe(y);
    expect(trace.value('L', t)[0]?.toFixed(6)).toBe(L);
    expect(trace.grad('a_h', t)[0]?.toFixed(6)).toBe(delta);
  });

  test.each([
    ['w', '0.101539977949'],
    ['u', '-0.115040326772'],
    ['b', '0.008061474554'],
    ['a', '-0.126538602024'],
    ['c', '0.015155220096'],
  ] as const)('has the printed gradient for %s', (name, digits) => {
    expect(trace.grad(name)[0]?.toFixed(12)).toBe(digits);
  });

  test('has the printed loss', () => {
    expect(trace.loss().toFixed(12)).toBe('0.148286855060');
  });

  test('at t = 3 the local blame and the blame from the future nearly cancel', () => {
    const local = 4 * ((trace.value('y', 3)[0] ?? NaN) - 1);
    const future = 2 * (trace.grad('a_h', 4)[0] ?? NaN);
    expect(local.toFixed(6)).toBe('-0.098925');
    expect(future.toFixed(6)).toBe('0.110623');
    expect(local + future).toBeCloseTo(trace.grad('h', 3)[0] ?? NaN, 15);
  });

  test('agrees with extrapolated differences', () => {
    for (const { analytic, numeric } of gradcheck(machine, trace))
      expect(numeric).toBeCloseTo(analytic, 11);
  });
});
