import { checkSettings, elementwise, RANGES, type Optimizer } from './optimizer.ts';
import type { AdamSettings } from './adam.ts';

/**
 * Adam that waits, stepping along the mean alone, until its mean square has seen enough gradients to
 * be trusted. Source: liu2020.
 */
export function radam(
  learningRate: number,
  {
    beta1 = 0.9,
    beta2 = 0.999,
    epsilon = 1e-8,
    weightDecay = 0,
  }: Omit<AdamSettings, 'amsgrad'> = {},
): Optimizer {
  checkSettings('radam', { learningRate, beta1, beta2, epsilon, weightDecay }, RANGES);
  let [missing1, missing2] = [1, 1];
  /** How many gradients a mean square remembers in the long run, and how many after t updates. */
  const horizon = 2 / (1 - beta2) - 1;
  return elementwise(['mean', 'meanSquare'], (t) => {
    missing1 *= beta1;
    missing2 *= beta2;
    const seen = horizon - (2 * t * missing2) / (1 - missing2);
    const isTrusted = seen > 5;
    const trust = isTrusted
      ? Math.sqrt(((seen - 4) * (seen - 2) * horizon) / ((horizon - 4) * (horizon - 2) * seen)) *
        Math.sqrt(1 - missing2)
      : 1;
    return (p, g, { mean, meanSquare }, i) => {
      const slope = g + weightDecay * p;
      mean[i] = beta1 * mean[i]! + (1 - beta1) * slope;
      meanSquare[i] = beta2 * meanSquare[i]! + (1 - beta2) * slope * slope;
      const step = (learningRate * mean[i]!) / (1 - missing1);
      return p - (isTrusted ? (step * trust) / (Math.sqrt(meanSquare[i]!) + epsilon) : step);
    };
  });
}
