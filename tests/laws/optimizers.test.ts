import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adadelta,
  adagrad,
  adam,
  adamax,
  adamw,
  radam,
  rmsprop,
  sgd,
  type Optimizer,
} from '#engine/index.ts';
import { clipNorm, clipValue, normOf } from '#engine/learn/clipping.ts';

/** Every optimizer with steps that are short beside the bowls below. */
const optimizers: readonly (readonly [string, () => Optimizer])[] = [
  ['sgd', () => sgd(1e-3)],
  ['sgd with momentum', () => sgd(1e-3, { momentum: 0.9 })],
  ['sgd with Nesterov momentum', () => sgd(1e-3, { momentum: 0.9, nesterov: true })],
  ['rmsprop', () => rmsprop(1e-3)],
  ['centered rmsprop', () => rmsprop(1e-3, { centered: true })],
  ['adagrad', () => adagrad(1e-3)],
  ['adadelta', () => adadelta(1)],
  ['adam', () => adam(1e-3)],
  ['adam, largest mean square', () => adam(1e-3, { amsgrad: true })],
  ['adamw', () => adamw(1e-3, { weightDecay: 0 })],
  ['adamax', () => adamax(1e-3)],
  ['radam', () => radam(1e-3)],
];

/** A bowl Σ ½ a_i (p_i − m_i)² and a place on its side, at least 0.5 from the middle everywhere. */
const bowl = fc.array(
  fc.record({
    steepness: fc.double({ min: 0.1, max: 10, noNaN: true }),
    middle: fc.double({ min: -3, max: 3, noNaN: true }),
    distance: fc.double({ min: 0.5, max: 3, noNaN: true }),
    side: fc.constantFrom(-1, 1),
  }),
  { minLength: 1, maxLength: 6 },
);

describe.each(optimizers)('%s', (_, create) => {
  test('goes down a convex bowl with every one of its first 20 updates', () => {
    fc.assert(
      fc.property(bowl, (axes) => {
        const theta = Float64Array.from(
          axes,
          ({ middle, distance, side }) => middle + side * distance,
        );
        const height = (): number =>
          axes.reduce(
            (sum, { steepness, middle }, i) => sum + 0.5 * steepness * (theta[i]! - middle) ** 2,
            0,
          );
        const optimizer = create();
        for (let update = 0; update < 20; update++) {
          const before = height();
          optimizer.update(
            theta,
            Float64Array.from(axes, ({ steepness, middle }, i) => steepness * (theta[i]! - middle)),
          );
          expect(height()).toBeLessThan(before);
        }
      }),
      { seed: 1 },
    );
  });

  test('moves nothing where the gradient has always been 0', () => {
    const optimizer = create();
    const theta = new Float64Array([1, -2, 0.5]);
    for (let update = 0; update < 3; update++) optimizer.update(theta, new Float64Array(3));
    expect([...theta]).toEqual([1, -2, 0.5]);
  });

  test('treats each parameter by itself', () => {
    const gradients = [
      [1, -0.3],
      [0.2, 5],
      [-4, 0.01],
    ];
    const run = (columns: readonly number[]): number[] => {
      const optimizer = create();
      const theta = new Float64Array(columns.length);
      for (const row of gradients)
        optimizer.update(
          theta,
          Float64Array.from(columns, (i) => row[i] ?? NaN),
        );
      return [...theta];
    };
    expect(run([0, 1])).toEqual([...run([0]), ...run([1])]);
  });
});

describe('adam', () => {
  test('takes the same steps when all gradients are multiplied by a power of two', () => {
    const run = (factor: number): number[] => {
      const optimizer = adam(0.1, { epsilon: 0 });
      const theta = new Float64Array(2);
      for (const row of [
        [0.3, -1],
        [0.2, 2],
        [-0.7, 0.1],
      ])
        optimizer.update(
          theta,
          Float64Array.from(row, (g) => factor * g),
        );
      return [...theta];
    };
    // powers of 4: their roots are powers of two, so that nothing is rounded
    expect(run(2 ** -40)).toEqual(run(1));
    expect(run(2 ** 40)).toEqual(run(1));
  });
});

const vector = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
  minLength: 1,
  maxLength: 12,
});
const bound = fc.double({ min: 1e-6, max: 1e7, noNaN: true });

describe('clipNorm', () => {
  test.each([1, 2, Infinity] as const)('clipNorm leaves a %d-norm of at most the bound', (norm) => {
    fc.assert(
      fc.property(vector, bound, (numbers, most) => {
        const clipped = new Float64Array(numbers);
        clipNorm(clipped, most, { norm });
        // each product and the sum of twelve round
        expect(normOf(clipped, norm)).toBeLessThanOrEqual(most * (1 + 1e-14));
      }),
      { seed: 2 },
    );
  });

  test('clipNorm keeps the direction: all components shrink by one factor', () => {
    fc.assert(
      fc.property(vector, bound, (numbers, most) => {
        const clipped = new Float64Array(numbers);
        const before = clipNorm(clipped, most);
        const factor = before > most ? most / before : 1;
        expect([...clipped]).toEqual(numbers.map((value) => value * factor));
      }),
      { seed: 3 },
    );
  });

  test('clipNorm changes no bit within the bound', () => {
    fc.assert(
      fc.property(vector, (numbers) => {
        const clipped = new Float64Array(numbers);
        clipNorm(clipped, 1e8);
        expect([...clipped]).toEqual(numbers);
      }),
      { seed: 4 },
    );
  });

  test('clipNorm of 0 is 0', () => {
    const zeros = new Float64Array(3);
    expect(clipNorm(zeros, 1)).toBe(0);
    expect([...zeros]).toEqual([0, 0, 0]);
  });
});

describe('clipValue', () => {
  test('clipValue limits each component, keeps its sign, and changes nothing a second time', () => {
    fc.assert(
      fc.property(vector, bound, (numbers, most) => {
        const once = new Float64Array(numbers);
        clipValue(once, most);
        once.forEach((value, i) => {
          const from = numbers[i] ?? NaN;
          expect(value).toBe(Math.abs(from) <= most ? from : Math.sign(from) * most);
        });
        const twice = once.slice();
        clipValue(twice, most);
        expect([...twice]).toEqual([...once]);
      }),
      { seed: 5 },
    );
  });

  test('clipValue never turns a gradient uphill', () => {
    fc.assert(
      fc.property(vector, bound, (numbers, most) => {
        const clipped = new Float64Array(numbers);
        clipValue(clipped, most);
        const along = numbers.reduce((sum, value, i) => sum + value * (clipped[i] ?? NaN), 0);
        expect(along).toBeGreaterThanOrEqual(0);
      }),
      { seed: 6 },
    );
  });
});
