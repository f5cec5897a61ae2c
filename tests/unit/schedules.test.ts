import { describe, expect, test } from 'vitest';
import { adam, rmsprop, sgd } from '#engine/index.ts';
import {
  exponential,
  hyperbolic,
  linear,
  scheduled,
  stepwise,
  warmedUp,
} from '#engine/learn/schedules.ts';

describe('schedules', () => {
  const first = (schedule: (t: number) => number, count: number): number[] =>
    Array.from({ length: count }, (_, index) => schedule(index + 1));

  test('every schedule but a warming one begins with a whole step', () => {
    for (const schedule of [stepwise(3, 0.5), exponential(0.9), hyperbolic(10), linear(5)])
      expect(schedule(1)).toBe(1);
  });

  test('schedules follow their rule', () => {
    expect(first(stepwise(2, 0.5), 5)).toEqual([1, 1, 0.5, 0.5, 0.25]);
    expect(first(exponential(0.5), 4)).toEqual([1, 0.5, 0.25, 0.125]);
    expect(hyperbolic(10)(11)).toBe(0.5);
    expect(first(linear(4), 6)).toEqual([1, 0.75, 0.5, 0.25, 0, 0]);
    expect(first(warmedUp(4, linear(2)), 7)).toEqual([0.25, 0.5, 0.75, 1, 1, 0.5, 0]);
  });
});

describe('scheduled', () => {
  const gradients = [
    [1, -2],
    [0.5, 1],
    [-3, 0.25],
  ];
  const run = (optimizer: ReturnType<typeof sgd>): number[] => {
    const theta = new Float64Array([1, 1]);
    for (const gradient of gradients) optimizer.update(theta, new Float64Array(gradient));
    return [...theta];
  };

  test('scheduled with the share 1 leaves the bits of the optimizer', () => {
    for (const create of [() => sgd(0.1, { momentum: 0.9 }), () => adam(0.1), () => rmsprop(0.1)])
      expect(run(scheduled(create(), () => 1))).toEqual(run(create()));
  });

  test('scheduled with a constant share is the optimizer with that share of its rate', () => {
    const pairs = [
      [sgd(0.1, { momentum: 0.9 }), sgd(0.05, { momentum: 0.9 })],
      [adam(0.1), adam(0.05)],
      [rmsprop(0.1), rmsprop(0.05)],
    ] as const;
    for (const [whole, half] of pairs) {
      const found = run(scheduled(whole, () => 0.5));
      // p − (p − step) loses the last digits of a step
      run(half).forEach((value, i) => expect(found[i]).toBeCloseTo(value, 14));
    }
  });
});
