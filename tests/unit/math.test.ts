import { all, create, type BigNumber } from 'mathjs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, expm1, log, log1p, rng, sigmoid, softplus, tanh } from '#engine/math/index.ts';

// 64 digits, four times what a double has: its own rounding cannot be seen here
const exact = create(all ?? {}, { number: 'BigNumber', precision: 64 });

/** The distance of a result from the true value, in units of the last place of the result. */
function ulps(result: number, expression: string, x: number): number {
  const truth = exact.evaluate(expression, { x: big(x) }) as BigNumber;
  return Math.abs(exact.subtract(big(result), truth).toNumber() / spacingAt(result));
}

/** A double with all its digits; decimal text would round it to some seventeen. */
function big(value: number): BigNumber {
  const spacing = spacingAt(value);
  const whole = exact.bignumber(BigInt(value / spacing).toString());
  return exact.multiply(
    whole,
    exact.pow(exact.bignumber(2), Math.round(Math.log2(spacing))),
  ) as BigNumber;
}

function spacingAt(value: number): number {
  const bits = new BigUint64Array([0n]);
  const view = new Float64Array(bits.buffer);
  view[0] = Math.abs(value);
  bits[0] = (bits[0] ?? 0n) + 1n;
  return (view[0] ?? 0) - Math.abs(value);
}

const between = (low: number, high: number, count = 200): number[] => {
  const random = rng(`${low}…${high}`).stream('points');
  return Array.from({ length: count }, () => low + (high - low) * random.uniform());
};

describe('the functions agree with 64 digits within what they promise', () => {
  const cases: [string, (x: number) => number, string, number, number[]][] = [
    ['exp', exp, 'exp(x)', 1, [...between(-700, 700), ...between(-1, 1), 1e-300, -1e-17]],
    ['expm1', expm1, 'exp(x) - 1', 1, [...between(-40, 700), ...between(-1, 1)]],
    ['log', log, 'log(x)', 1, [...between(1e-9, 1e9), ...between(0.5, 2), 1e-300, 1e300]],
    ['log1p', log1p, 'log(1 + x)', 2, [...between(-0.9, 10), ...between(-1e-4, 1e-4)]],
    ['tanh', tanh, '1 - 2 / (exp(2 x) + 1)', 2.5, [...between(-20, 20), ...between(-1, 1)]],
    // a sum, a quotient and an exponential, each rounded once
    ['sigmoid', sigmoid, '1 / (1 + exp(-x))', 2.5, [...between(-30, 700), ...between(-1, 1)]],
    ['softplus', softplus, 'log(1 + exp(x))', 3, [...between(-30, 700), ...between(-1, 1)]],
  ];
  test.each(cases)('%s', (_, f, expression, bound, points) => {
    for (const x of points) expect(ulps(f(x), expression, x), `at ${x}`).toBeLessThan(bound);
  });
});

describe('the functions keep the laws of what they compute', () => {
  const any = fc.double({ noNaN: true, noDefaultInfinity: true });

  test('tanh is odd, bit for bit, and stays within ±1', () => {
    fc.assert(
      fc.property(any, (x) => {
        expect(tanh(-x)).toBe(-tanh(x));
        expect(Math.abs(tanh(x))).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('sigmoid and its mirror image sum to one', () => {
    fc.assert(
      fc.property(any, (x) => {
        // each is rounded to half a unit of the last place of one
        expect(Math.abs(sigmoid(x) + sigmoid(-x) - 1)).toBeLessThanOrEqual(2.3e-16);
      }),
    );
  });

  test('log undoes exp', () => {
    for (const x of between(-300, 300))
      // the exponential is known to one unit in 2^52, which the logarithm turns into an absolute error
      expect(Math.abs(log(exp(x)) - x)).toBeLessThanOrEqual(4.5e-16 * Math.max(1, Math.abs(x)));
  });

  test('no finite number makes something that is not a number', () => {
    fc.assert(
      fc.property(any, (x) => {
        for (const f of [exp, expm1, tanh, sigmoid, softplus]) expect(f(x)).not.toBeNaN();
      }),
    );
  });

  test('the ends are exact', () => {
    expect([exp(0), log(1), tanh(0), sigmoid(0)]).toEqual([1, 0, 0, 0.5]);
    expect([exp(-Infinity), exp(Infinity), exp(710)]).toEqual([0, Infinity, Infinity]);
    expect([log(0), log(-1), tanh(-Infinity), sigmoid(Infinity)]).toEqual([-Infinity, NaN, -1, 1]);
    expect(Object.is(tanh(-0), -0)).toBe(true);
    expect([exp, expm1, log, tanh, sigmoid].map((f) => f(NaN))).toEqual([NaN, NaN, NaN, NaN, NaN]);
  });
});

describe('the same bits on every machine', () => {
  test('a thousand values of every function have the sum of bits that the book was made with', () => {
    const random = rng('portable').stream('points');
    const points = Array.from({ length: 1000 }, () => 60 * random.uniform() - 30);
    const values = points.flatMap((x) => [
      exp(x),
      expm1(x),
      log(Math.abs(x)),
      tanh(x),
      sigmoid(x),
      softplus(x),
    ]);
    // any other last bit anywhere changes this; computed once, on x86-64 with Node 24
    expect(hashOf(Float64Array.from(values))).toBe('acf0ceb6');
  });
});

describe('rng', () => {
  const draw = (seed: number | string, name: string): number[] => {
    const random = rng(seed).stream(name);
    return Array.from({ length: 8 }, () => random.uniform());
  };

  test('gives the same numbers for the same seed and name, and others for any other', () => {
    expect(draw(1, 'weights')).toEqual(draw(1, 'weights'));
    expect(draw(1, 'weights')).not.toEqual(draw(2, 'weights'));
    expect(draw(1, 'weights')).not.toEqual(draw(1, 'texts'));
  });

  test('a stream does not depend on what other streams were asked for', () => {
    const source = rng(1);
    source.stream('texts').uniform();
    expect(source.stream('weights').uniform()).toBe(draw(1, 'weights')[0]);
  });

  test('uniform numbers fill [0, 1) evenly, normal ones have mean 0 and deviation 1', () => {
    const random = rng(7).stream('moments');
    const uniform = Array.from({ length: 20_000 }, () => random.uniform());
    const normal = Array.from({ length: 20_000 }, () => random.normal());
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(uniform.every((value) => value >= 0 && value < 1)).toBe(true);
    // four standard errors of 20,000 draws
    expect(Math.abs(mean(uniform) - 0.5)).toBeLessThan(0.0082);
    expect(Math.abs(mean(normal))).toBeLessThan(0.0283);
    expect(Math.abs(mean(normal.map((value) => value * value)) - 1)).toBeLessThan(0.04);
  });

  test('integers reach both ends and nothing beyond', () => {
    const random = rng(3).stream('dice');
    const seen = new Set(Array.from({ length: 500 }, () => random.integer(1, 6)));
    expect([...seen].toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

/** FNV-1a over the bytes. */
function hashOf(values: Float64Array): string {
  let hash = 0x811c9dc5;
  for (const byte of new Uint8Array(values.buffer)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16);
}
