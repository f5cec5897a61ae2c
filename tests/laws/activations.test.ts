import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { javascript } from '#engine/kernels/javascript.ts';
import { webAssembly } from '#engine/kernels/webassembly.ts';
import { sigmoid, tanh } from '#engine/math/index.ts';

/** Where sigmoid, tanh, exp or expm1 take another branch, or run into an end. */
const BORDERS = [
  0, 5e-324, 2.2250738585072014e-308, 2.7755575615628914e-17, 0.17328679513998632,
  0.34657359027997264, 0.5198603854199589, 1, 6.7583, 13.5166, 19.7538, 22, 36.7368, 708.3964,
  709.782712893384, 745.1332191019411, 1e300,
];

/** Any number, and many of the size at which activations bend or branch; each in both signs. */
const number = fc
  .tuple(
    fc.oneof(
      fc.double({ noNaN: true }),
      fc.double({ noNaN: true, min: 0, max: 2 }),
      fc.double({ noNaN: true, min: 0, max: 46 }),
      fc.double({ noNaN: true, min: 700, max: 750 }),
      fc
        .tuple(
          fc.constantFrom(...BORDERS),
          fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -(2 ** 44), max: 2 ** 44 })),
        )
        .map(([border, steps]) => neighbour(border, steps)),
    ),
    fc.boolean(),
  )
  .map(([size, isNegative]) => (isNegative ? -size : size));

/** The number that lies some steps of the last bit away. */
function neighbour(of: number, steps: number): number {
  const bits = new BigInt64Array(Float64Array.of(of).buffer);
  bits[0] = bits[0]! + BigInt(of === 0 ? Math.abs(steps) : steps);
  return new Float64Array(bits.buffer)[0]!;
}

const SIZE = 8192;

describe.each(Object.entries({ javascript, webAssembly }))(
  'the activations of %s',
  (_, allocate) => {
    const { values, kernel } = allocate(SIZE);

    test.each([
      ['sigmoid', sigmoid],
      ['tanh', tanh],
    ] as const)('%s has the bits of engine/math, over whole frames and no further', (name, f) => {
      fc.assert(
        fc.property(
          fc.array(number, { minLength: 1, maxLength: 30 }),
          fc.integer({ min: 1, max: 3 }),
          (numbers, frames) => {
            values.fill(7);
            for (let n = 0; n < frames; n++) values.set(numbers, 100 * n);
            const expected = values.slice();
            for (let n = 0; n < frames; n++) expected.set(numbers.map(f), 100 * n + 50);
            kernel[name](50, 0, numbers.length, frames, 100);
            expect(Buffer.from(values.slice().buffer).equals(Buffer.from(expected.buffer))).toBe(
              true,
            );
          },
        ),
        { seed: 1, numRuns: 1000 },
      );
    });

    test.each(['sigmoid', 'tanh'] as const)('%s leaves what is not a number so', (name) => {
      values.fill(NaN, 0, 3);
      kernel[name](50, 0, 3, 1, 0);
      expect([...values.subarray(50, 53)]).toEqual([NaN, NaN, NaN]);
    });
  },
);
