import { describe, expect, test } from 'vitest';
import { bptt, compile, neuronLamp, play } from '#engine/index.ts';
import { factValue } from '#src/lib/facts.ts';

describe('a latch at rest', () => {
  test('with w = 2 lets nothing through after ten steps, and less after twenty', () => {
    expect(factValue('slope-power', { w: 2, steps: 10 })).toBeCloseTo(1.6e-8, 9);
    expect(factValue('slope-power', { w: 2, steps: 20 })).toBeCloseTo(2.6e-16, 17);
  });
});

describe('a state that fades', () => {
  test('with w = 0.9, from an opening mark of 2, is 0.0612 after twenty letters, its gradient 0.0165', () => {
    const mark = { w: 0.9, u: 2, steps: 20 };
    expect(factValue('mark-state', mark)).toBeCloseTo(0.0612, 4);
    expect(factValue('mark-gradient', mark)).toBeCloseTo(0.0165, 4);
  });
});

describe('a latch that flips', () => {
  const rest = factValue('fixed-point', { w: 2 });

  /** ∂h_t/∂h_0 for t = 1, 2, …: a mark of weight 2 is read from the lower resting state, then letters. */
  const products = Array.from({ length: 12 }, (_, index) => {
    const setting = { params: { w: 2, u: 2, b: 0, a: 1, c: 0 }, initial: { h: -rest } };
    const inputs = Array.from({ length: index + 1 }, (_, n) => (n === 0 ? 1 : 0));
    const machine = compile(neuronLamp);
    const trace = play(machine, { ...setting, inputs, targets: inputs });
    trace.lossWeights.fill(0);
    bptt(machine, trace);
    trace.grads.fill(0);
    trace.grad('h', trace.length)[0] = 1;
    for (let t = trace.length; t >= 1; t--) machine.pullback(trace, t);
    return trace.grad('h', 0)[0] ?? NaN;
  });

  test('multiplies a gradient by factors above one for four steps, then by ever smaller ones', () => {
    const factors = products.map((product, n) => product / (products[n - 1] ?? 1));
    [1.99, 1.94, 1.79, 1.35, 0.67].forEach((factor, n) =>
      expect(factors[n]).toBeCloseTo(factor, 2),
    );
    expect(factors.at(-1)).toBeCloseTo(0.17, 2);
  });

  test('has its largest product, 9.3, after the fourth step', () => {
    expect(products.indexOf(Math.max(...products))).toBe(3);
    expect(products[3]).toBeCloseTo(9.3, 1);
  });
});

describe('a forget gate', () => {
  test.each([
    [0, 0.5, 8.9e-16],
    [1, 0.731, 1.6e-7],
    [2, 0.881, 1.7e-3],
    [4, 0.982, 0.4],
    [6, 0.9975, 0.88],
  ])('with bias %s stands at %s and leaves %s after fifty steps', (b, gate, left) => {
    expect(factValue('sigmoid', { x: b }) / gate).toBeCloseTo(1, 3);
    // two digits are named
    expect(factValue('forget-power', { b, steps: 50 }) / left).toBeCloseTo(1, 1);
  });
});

describe('the perplexity that divides n + 1 surprises by n − 1', () => {
  test.each([
    [5, 164.3],
    [10, 63.9],
    [30, 37.9],
    [80, 32.7],
  ])('gives an even guess among thirty symbols, in a text of %i, the value %d', (n, shown) => {
    expect(factValue('miscounted-perplexity', { K: 30, n })).toBeCloseTo(shown, 1);
  });
});
