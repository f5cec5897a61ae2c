import { beforeAll, describe, expect, test } from 'vitest';
import {
  bptt,
  cells,
  compile,
  heads,
  join,
  linearHead,
  losses,
  play,
  rnnLinear,
  rnnRelu,
  type Program,
} from '#engine/index.ts';
import { everyOp } from '#engine/program/every-op.ts';
import { bigNumbers, fractions, type Arithmetic } from '#engine/symbolic/arithmetic.ts';
import { rightDigits } from '#engine/symbolic/digits.ts';
import { playExact } from '#engine/symbolic/exact.ts';
import { EXACT } from '#engine/symbolic/operations.ts';
import { compileSmall, randomSetting } from '../laws/random-setting.ts';

let big: Arithmetic<unknown>;
let exact: Arithmetic<unknown>;
beforeAll(async () => {
  big = (await bigNumbers()) as Arithmetic<unknown>;
  exact = (await fractions()) as Arithmetic<unknown>;
});

const headOf = (cell: Program): Program =>
  cell.quantities.has('y') ? (losses[0] ?? linearHead) : (heads[2] ?? linearHead);

describe('playExact', () => {
  test('playExact has every operation of the table but gelu', () => {
    expect(everyOp.map(({ name }) => name).filter((name) => !EXACT.has(name))).toEqual(['gelu']);
  });

  test.each(cells.map((cell) => join(cell, headOf(cell))))(
    '$name: values and gradients of a trace have 12 right digits of 64',
    (program) => {
      const machine = compileSmall(program);
      const setting = randomSetting(machine, 3, 1);
      const trace = play(machine, setting);
      bptt(machine, trace);
      const run = playExact(machine, setting, big);
      // absolute, because a gradient may be the small rest of large terms: 1e-16 times some 30 operations
      const near = (found: number, wanted: unknown): void =>
        expect(Math.abs(found - big.toNumber(wanted))).toBeLessThan(1e-13 * (1 + Math.abs(found)));
      near(trace.loss(), run.loss);
      for (const { name, role, timed } of program.quantities.values()) {
        const t = timed ? 2 : undefined;
        trace.value(name, t).forEach((value, i) => near(value, run.value(name, t)[i]));
        if (role === 'param')
          trace.grad(name).forEach((value, i) => near(value, run.grad(name)[i]));
      }
    },
  );

  test('fractions make a linear network exact: thirds stay thirds', () => {
    const machine = compile(join(rnnLinear, linearHead), { D: 1, H: 1, K: 1 });
    const setting = {
      params: { W_xh: 1, W_hh: 1 / 3, b_h: 0, W_hy: 1, b_y: 0 },
      initial: { h: 1 },
      inputs: [0, 0, 0],
      targets: [0, 0, 0],
    };
    const run = playExact(machine, setting, exact);
    // L = ½ Σ W²ᵗ, so ∂L/∂W = Σ t W²ᵗ⁻¹ = 1/3 + 2/27 + 3/243
    expect(exact.show(run.value('h', 3)[0])).toBe('1/27');
    expect(exact.show(run.grad('W_hh')[0])).toBe('34/81');
  });

  test('fractions refuse tanh and say what to use', () => {
    const machine = compileSmall(join(rnnRelu, linearHead));
    expect(() => playExact(machine, randomSetting(machine, 2, 1), exact)).not.toThrow();
    expect(() => exact.tanh(exact.of(1))).toThrow('calculate with bigNumbers instead');
  });
});

describe('bigNumbers', () => {
  test('bigNumbers take a float64 at its exact binary value', () => {
    expect(big.show(big.of(0.1))).toBe('0.1000000000000000055511151231257827021181583404541015625');
  });
});

describe('rightDigits', () => {
  test('rightDigits counts the digits that agree', () => {
    const third = big.divide(big.of(1), big.of(3));
    expect(rightDigits(1 / 3, third, big)).toBeGreaterThan(15.9);
    expect(rightDigits(0.3333, third, big)).toBeCloseTo(4, 1);
    expect(rightDigits(0, big.of(0), big)).toBe(17);
  });
});
