import { finished } from '#components/lib/in-slices.ts';
import { solved, termsOf, trainAll } from '#components/views/drowning.ts';
import { search } from '#components/views/guess-weights.ts';
import { steepest } from '#engine/analysis/cliff.ts';
import { nearestOrthogonal, normalMatrix, stretches } from '#engine/analysis/random-start.ts';
import { learnedAfter } from '#engine/models/guess-weights.ts';
import { adam } from '#engine/learn/adam.ts';
import { clipNorm } from '#engine/learn/clipping.ts';
import { ellipses, firstShorter } from '#engine/analysis/ellipse.ts';
import { powers } from '#engine/analysis/lag-norms.ts';
import { bestWeight, keepAfter, peak } from '#engine/analysis/memory-gradient.ts';

type Compute = (...values: number[]) => number;

/** What the chapter on vanishing and exploding gradients asks the engine by name: arguments, and computation. */
export const gradientFacts: Readonly<Record<string, readonly [readonly string[], Compute]>> = {
  /** The state after a mark of weight u, read from 0, and so many letters. */
  'mark-state': [['w', 'u', 'steps'], (w, u, steps) => keepAfter(w, u, steps).state],
  /** What is left, after so many letters, of a small change of the state right after the mark. */
  'mark-gradient': [['w', 'u', 'steps'], (w, u, steps) => keepAfter(w, u, steps).gradient],
  /** The weight between 0 and 3 that leaves most of it. */
  'best-gradient-weight': [['u', 'steps'], (u, steps) => bestWeight(u, steps).w],
  'best-gradient': [['u', 'steps'], (u, steps) => bestWeight(u, steps).gradient],
  /** What the cube of the state says about the gradient at weight one. */
  'cube-estimate': [['u', 'steps'], cubeEstimate],
  /** The largest gradient within twenty letters, and the letter that has it. */
  'peak-gradient': [['w', 'u'], (w, u) => peak(w, u, 20)?.gradient ?? NaN],
  'peak-letter': [['w', 'u'], (w, u) => peak(w, u, 20)?.letters ?? NaN],
  /** A slope multiplied by itself so many times. */
  'share-power': [['slope', 'steps'], (slope, steps) => powers(slope, steps)[steps] ?? NaN],
  /** The most by which so many steps of the matrix (a b; c d) stretch an arrow. */
  stretch: [
    ['a', 'b', 'c', 'd', 'steps'],
    (a, b, c, d, steps) => after(a, b, c, d, steps)?.longest ?? NaN,
  ],
  /** By what the area has been multiplied meanwhile. */
  area: [
    ['a', 'b', 'c', 'd', 'steps'],
    (a, b, c, d, steps) => after(a, b, c, d, steps)?.area ?? NaN,
  ],
  /** The first step after which every arrow is shorter than it was. */
  'first-shorter': [
    ['a', 'b', 'c', 'd'],
    (a, b, c, d) =>
      firstShorter(
        [
          [a, b],
          [c, d],
        ],
        1000,
      ),
  ],
  /** The steepest slope in b of the wall at one weight. */
  'steepest-slope': [['w', 'length'], steepest],
  /** The second component of a gradient, clipped by norm. */
  clipped: [['first', 'second', 'most'], clippedSecond],
  /** How many of eight networks recall over a gap beside an echo of this weight; rule 1 is plain descent. */
  'recall-solved': [
    ['gap', 'echo', 'rule'],
    (gap, echo, rule) =>
      solved(finished(trainAll({ gap, echo, rule: rule === 1 ? 'sgd' : 'adam', seed: 1 }))),
  ],
  /** The length of the term that a lone recall adds to the gradient of the first network, by lag. */
  'recall-term': [
    ['gap', 'lag'],
    (gap, lag) => termsOf({ gap, echo: 0, rule: 'adam', seed: 1 })[lag]?.recall ?? NaN,
  ],
  /** The first step of Adam, with the usual rate, for a gradient of one times a scale. */
  'adam-step': [['scale'], firstAdamStep],
  /** The rank-th of the stretches after so many steps of a random matrix, made orthogonal or not. */
  'random-stretch': [['size', 'steps', 'rank', 'orthogonal'], randomStretch],
  /** Guesses for one hit among five rounds, for so many numbers. */
  'guesses-per-hit': [['numbers', 'range'], guessesPerHit],
  /** How many of eight lamps learn their task by gradient descent in 2,000 updates. */
  'lamps-learned': [
    [],
    () => [1, 2, 3, 4, 5, 6, 7, 8].filter((seed) => learnedAfter(seed, 2000) < Infinity).length,
  ],
  /** The length of the arrow (1, −1). */
  diagonal: [[], () => Math.sqrt(2)],
};

function clippedSecond(first: number, second: number, most: number): number {
  const gradient = Float64Array.of(first, second);
  clipNorm(gradient, most);
  return gradient[1] ?? NaN;
}

function cubeEstimate(u: number, steps: number): number {
  const ratio = keepAfter(1, u, steps).state / keepAfter(1, u, 0).state;
  return ratio * ratio * ratio;
}

const after = (a: number, b: number, c: number, d: number, steps: number) =>
  ellipses(
    [
      [a, b],
      [c, d],
    ],
    steps,
  )[steps];

function firstAdamStep(scale: number): number {
  const theta = Float64Array.of(0);
  adam(0.01).update(theta, Float64Array.of(-scale));
  return theta[0] ?? NaN;
}

function randomStretch(size: number, steps: number, rank: number, orthogonal: number): number {
  const start = normalMatrix(size, 1);
  return stretches(orthogonal === 1 ? nearestOrthogonal(start) : start, steps)[rank - 1] ?? NaN;
}

function guessesPerHit(numbers: number, range: number): number {
  const { guesses, hits } = search({ freedom: numbers === 8 ? 8 : 5, range, seed: 1 }, 5);
  return guesses / hits.length;
}
