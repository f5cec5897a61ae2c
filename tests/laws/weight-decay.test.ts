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
import { clipNorm } from '#engine/learn/clipping.ts';
import { scheduled } from '#engine/learn/schedules.ts';

type Create = (weightDecay: number) => Optimizer;

/** Every optimizer that adds the decay to the gradient. */
const optimizers: readonly (readonly [string, Create])[] = [
  ['sgd', (weightDecay) => sgd(0.1, { weightDecay })],
  ['sgd', (weightDecay) => sgd(0.1, { weightDecay, momentum: 0.9 })],
  ['sgd', (weightDecay) => sgd(0.1, { weightDecay, momentum: 0.9, nesterov: true })],
  ['rmsprop', (weightDecay) => rmsprop(0.1, { weightDecay })],
  ['adagrad', (weightDecay) => adagrad(0.1, { weightDecay })],
  ['adadelta', (weightDecay) => adadelta(0.1, { weightDecay })],
  ['adam', (weightDecay) => adam(0.1, { weightDecay })],
  ['adamax', (weightDecay) => adamax(0.1, { weightDecay })],
  ['radam', (weightDecay) => radam(0.1, { weightDecay })],
];

const GRADIENTS = [
  [1, -2, 0.5],
  [0.25, 3, -1],
  [-2, 0.5, 0.75],
  [0.01, 0.01, 0.01],
  [0.01, -0.01, 0.01],
];
const START = [2, -0.5, 3];

describe.each(optimizers)('%s', (name, create) => {
  test('with a decay takes the steps of the gradient plus decay times parameter', () => {
    const [decaying, plain] = [create(0.25), create(0)];
    const [decayed, wanted] = [Float64Array.from(START), Float64Array.from(START)];
    for (const gradient of GRADIENTS) {
      decaying.update(decayed, Float64Array.from(gradient));
      plain.update(
        wanted,
        Float64Array.from(gradient, (g, i) => g + 0.25 * wanted[i]!),
      );
    }
    expect([...decayed]).toEqual([...wanted]);
  });

  test('says whose setting is out of range', () => {
    expect(() => create(-1)).toThrow(`${name}: weightDecay is -1; expected a number at least 0`);
  });
});

describe('the defaults', () => {
  test.each<[string, () => Optimizer, () => Optimizer]>([
    ['sgd', () => sgd(0.1, { momentum: 0.9 }), () => sgd(0.1, { momentum: 0.9, nesterov: false })],
    ['sgd', () => sgd(0.1), () => sgd(0.1, { momentum: 0 })],
    ['rmsprop', () => rmsprop(0.1), () => rmsprop(0.1, { centered: false })],
    ['adam', () => adam(0.1), () => adam(0.1, { amsgrad: false, weightDecay: 0 })],
    ['adamw', () => adamw(0.1), () => adamw(0.1, { weightDecay: 0.01 })],
  ])('of %s are plain', (_, short, long) => {
    const results = [short(), long()].map((optimizer) => {
      const theta = Float64Array.from(START);
      for (const gradient of GRADIENTS) optimizer.update(theta, Float64Array.from(gradient));
      return [...theta];
    });
    expect(results[0]).toEqual(results[1]);
  });

  test('gradient descent without momentum remembers nothing', () => {
    const optimizer = sgd(0.1);
    optimizer.update(new Float64Array(2), new Float64Array(2));
    expect(Object.keys(optimizer.memory)).toEqual([]);
  });
});

describe('scheduled', () => {
  test('a whole step lands where the optimizer lands, even beside a large parameter', () => {
    // 1 + (1e-20 − 1) is 0, so a step that is taken in two parts loses the result
    const jump = { memory: {}, update: (theta: Float64Array) => void theta.fill(1e-20) };
    const theta = Float64Array.of(1);
    scheduled(jump, () => 1).update(theta, new Float64Array(1));
    expect(theta[0]).toBe(1e-20);
  });

  test('counts its updates from 1 on', () => {
    const asked: number[] = [];
    const optimizer = scheduled(sgd(0.1), (t) => asked.push(t));
    for (let n = 0; n < 3; n++) optimizer.update(new Float64Array(1), new Float64Array(1));
    expect(asked).toEqual([1, 2, 3]);
  });
});

describe('clipNorm', () => {
  test('adds epsilon to the norm before it compares and divides', () => {
    const gradient = Float64Array.of(3, 4);
    expect(clipNorm(gradient, 5)).toBe(5);
    expect([...gradient]).toEqual([3, 4]);
    expect(clipNorm(gradient, 5, { epsilon: 5 })).toBe(5);
    expect([...gradient]).toEqual([1.5, 2]);
  });
});
