import { describe, expect, test } from 'vitest';
import { experimentNames, runExperiment } from '#src/lib/experiments.ts';
import { inNumbers } from '#src/lib/in-numbers.ts';

const NUMBER =
  /<span class="num" data-v="([^"]+)" data-q="([^"]+)"(?: data-t="(\d+)")? data-role="(\w+)">([^<]+)<\/span>/g;

/** Every equation of every experiment with single numbers, at the first step, in the middle and the last. */
const cases = experimentNames().flatMap((experiment) => {
  const { trace } = runExperiment(experiment);
  const names = [...trace.program.quantities.keys()];
  if (names.some((name) => trace.layout.length(name) !== 1)) return [];
  const steps = [...new Set([1, Math.ceil(trace.length / 2), trace.length])];
  return trace.program.equations.flatMap(({ name }) =>
    steps.map((t) => [experiment, name, t] as const),
  );
});

const numbersIn = (html: string) =>
  [...html.matchAll(NUMBER)].map(([, value = '', name = '', t, role = '', shown = '']) => ({
    value: Number(value),
    name,
    t: t === undefined ? undefined : Number(t),
    role,
    shown,
  }));

/** Calculates a written formula, by the functions of this machine and not by those of the engine. */
function calculated(html: string): number {
  const text = html
    .replaceAll(NUMBER, '($1)')
    .replaceAll('×', '*')
    .replaceAll('−', '-')
    .replaceAll('σ', 'sigma');
  expect(text).toMatch(/^[-+*(), .\de]*(?:(?:tanh|sigma|bce)\([-+*(), .\de]*\)*)?$/);
  const sigma = (x: number): number => 1 / (1 + Math.exp(-x));
  const bce = (o: number, d: number): number =>
    -d * Math.log(sigma(o)) - (1 - d) * Math.log(sigma(-o));
  const calculate = new Function('tanh', 'sigma', 'bce', `return ${text}`) as (
    ...functions: unknown[]
  ) => number;
  return calculate(Math.tanh, sigma, bce);
}

describe('inNumbers', () => {
  test.each(cases)('in %s, %s at t = %i, writes a calculation that comes out', (...of) => {
    const [left = '', right = ''] = inNumbers(...of).split(' = ');
    const [{ value = NaN } = {}] = numbersIn(left);
    // the functions of two libraries differ in the last digits; a logit near 0 is a difference of terms near 4
    expect(Math.abs(calculated(right) - value)).toBeLessThan(1e-14);
  });

  test.each(cases)(
    'in %s, %s at t = %i, takes each number from its place in the trace',
    (...of) => {
      const [experiment, name, t] = of;
      const { trace } = runExperiment(experiment);
      const [first, ...rest] = numbersIn(inNumbers(...of));
      expect(first).toMatchObject({ name, t });
      for (const { name: symbol, t: at, value, role } of [first, ...rest].flatMap((n) => n ?? [])) {
        expect(value).toBe(trace.value(symbol, at)[0]);
        expect(role).toBe(trace.program.quantities.get(symbol)?.role);
        expect(at === undefined || at === t || at === t - 1).toBe(true);
      }
    },
  );

  test('writes what a person set in few digits, and what was computed in three', () => {
    const shown = numbersIn(inNumbers('weak-latch', 'h', 2)).map((n) => `${n.name} ${n.shown}`);
    // «“aaa…»: after the mark x = 0; h_1 = tanh(1.05·(−1) + 3 − 0.01) = tanh 1.94 = 1 − 2/(e^3.88 + 1) = 1 − 2/49.4 = 0.9595
    expect(shown.slice(1)).toEqual(['w 1.05', 'h 0.960', 'u 3', 'x 0', 'b −0.01']);
  });

  test('writes a parameter without a time', () => {
    const parameters = numbersIn(inNumbers('canonical', 'h', 3)).filter((n) => n.role === 'param');
    expect(parameters.map(({ name, t }) => [name, t])).toEqual([
      ['w', undefined],
      ['u', undefined],
      ['b', undefined],
    ]);
  });

  test('says which steps there are when another is asked for', () => {
    expect(() => inNumbers('canonical', 'h', 6)).toThrow('expected a whole number from 0 to 5');
    expect(() => inNumbers('canonical', 'h', 0)).toThrow('expected a whole number from 0 to 5');
  });

  test('says which experiments there are when another is asked for', () => {
    expect(() => inNumbers('cannonical', 'h', 2)).toThrow('no experiment «cannonical»');
    expect(() => inNumbers('cannonical', 'h', 2)).toThrow('«canonical»');
  });
});
