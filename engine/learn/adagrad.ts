import { checkSettings, elementwise, RANGES, type Optimizer } from './optimizer.ts';

export interface AdagradSettings {
  /** The rate of update t is learningRate / (1 + (t − 1) · rateDecay). */
  readonly rateDecay?: number;
  /** What the sum of squares starts from. */
  readonly initialSum?: number;
  readonly epsilon?: number;
  readonly weightDecay?: number;
}

/** Divides each gradient by the root of the sum of all its squares so far. Source: duchi2011. */
export function adagrad(
  learningRate: number,
  { rateDecay = 0, initialSum = 0, epsilon = 1e-10, weightDecay = 0 }: AdagradSettings = {},
): Optimizer {
  checkSettings('adagrad', { learningRate, epsilon, weightDecay }, RANGES);
  return elementwise(
    ['sum'],
    (t) => {
      const rate = learningRate / (1 + (t - 1) * rateDecay);
      return (p, g, { sum }, i) => {
        const slope = g + weightDecay * p;
        sum[i]! += slope * slope;
        return p - (rate * slope) / (Math.sqrt(sum[i]!) + epsilon);
      };
    },
    { sum: initialSum },
  );
}
