import { checkSettings, elementwise, RANGES, type Optimizer } from './optimizer.ts';
import type { AdamSettings } from './adam.ts';

/** Adam with the largest recent gradient in place of the root mean square. Source: kingma2015, section 7.1. */
export function adamax(
  learningRate: number,
  {
    beta1 = 0.9,
    beta2 = 0.999,
    epsilon = 1e-8,
    weightDecay = 0,
  }: Omit<AdamSettings, 'amsgrad'> = {},
): Optimizer {
  checkSettings('adamax', { learningRate, beta1, beta2, epsilon, weightDecay }, RANGES);
  let missing = 1;
  return elementwise(['mean', 'largest'], () => {
    missing *= beta1;
    return (p, g, { mean, largest }, i) => {
      const slope = g + weightDecay * p;
      mean[i] = beta1 * mean[i]! + (1 - beta1) * slope;
      largest[i] = Math.max(beta2 * largest[i]!, Math.abs(slope) + epsilon);
      return p - ((learningRate / (1 - missing)) * mean[i]!) / largest[i]!;
    };
  });
}
