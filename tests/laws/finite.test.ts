import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bptt, compile, play, type Machine, type Program, type Setting } from '#engine/index.ts';
import { rtrl } from '#engine/learn/rtrl.ts';
import { rng } from '#engine/math/index.ts';
import { everyProgram } from './every-program.ts';

/** Shapes, a length, how large weights, inputs and states are, and what they are drawn from. */
const extreme = fc.record({
  D: fc.integer({ min: 1, max: 4 }),
  H: fc.integer({ min: 1, max: 4 }),
  K: fc.integer({ min: 1, max: 4 }),
  C: fc.integer({ min: 1, max: 4 }),
  length: fc.integer({ min: 1, max: 7 }),
  weight: fc.constantFrom(0, 1e-300, 1e-8, 1, 30, 1e3, 1e5),
  input: fc.constantFrom(0, 1e-300, 1, 1e3),
  seed: fc.integer({ min: 0, max: 1e6 }),
});

type Extreme = typeof extreme extends fc.Arbitrary<infer Value> ? Value : never;

function compileWith(program: Program, { D, H, K, C }: Extreme): Machine {
  const used = new Set([...program.quantities.values()].flatMap(({ shape }) => [...shape]));
  return compile(
    program,
    Object.fromEntries(Object.entries({ D, H, K, C }).filter(([name]) => used.has(name))),
  );
}

function settingOf(
  { program, layout }: Machine,
  { length, weight, input, seed }: Extreme,
): Setting {
  const random = rng(seed).stream(program.name);
  const numbers = (name: string, scale: number): number[] =>
    Array.from({ length: layout.length(name) }, () => scale * (2 * random.uniform() - 1));
  const named = (role: string, make: (name: string) => number[] | number[][]) =>
    Object.fromEntries(
      [...program.quantities.values()]
        .filter((quantity) => quantity.role === role)
        .map(({ name }) => [name, make(name)]),
    );
  // time constants divide: as physics has them, at least one step
  const params = (name: string): number[] =>
    numbers(name, weight).map((value) => (name.startsWith('tau') ? 1 + Math.abs(value) : value));
  const rows = (name: string): number[][] => Array.from({ length }, () => numbers(name, input));
  const targets = (name: string): number[][] =>
    Array.from({ length }, () => {
      const hot = random.integer(0, layout.length(name) - 1);
      return Array.from({ length: layout.length(name) }, (_, k) => Number(k === hot));
    });
  return {
    params: named('param', params) as Record<string, number[]>,
    initial: Object.fromEntries(program.state.map((name) => [name, numbers(name, input)])),
    inputs: { ...named('input', rows), ...named('target', targets) } as Record<string, number[][]>,
  };
}

describe('finite numbers in, finite numbers out', () => {
  test.each(everyProgram)('$name, forward, backward and by rtrl', (program) => {
    fc.assert(
      fc.property(extreme, (drawn) => {
        const machine = compileWith(program, drawn);
        const trace = play(machine, settingOf(machine, drawn));
        bptt(machine, trace);
        expect(trace.values.every(Number.isFinite)).toBe(true);
        expect(trace.grads.every(Number.isFinite)).toBe(true);
        rtrl(machine, trace);
        expect(trace.thetaGrad.every(Number.isFinite)).toBe(true);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});
