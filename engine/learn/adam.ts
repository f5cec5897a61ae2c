import { checkSettings, elementwise, RANGES, type Optimizer } from './optimizer.ts';

export interface AdamSettings {
  /** Shares of the old mean and the old mean square that are kept. Range: 0 … 1. */
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
  /** Divides by the largest mean square so far (reddi2018). */
  readonly amsgrad?: boolean;
  readonly weightDecay?: number;
}

/** The running mean of the gradient over the root of its running mean square. Source: kingma2015. */
export const adam = (learningRate: number, settings: AdamSettings = {}): Optimizer =>
  adamWith(learningRate, settings, false);

/** Adam whose weight decay shrinks the parameters and leaves the gradient alone. Source: loshchilov2019. */
export const adamw = (
  learningRate: number,
  { weightDecay = 0.01, ...settings }: AdamSettings = {},
): Optimizer => adamWith(learningRate, { ...settings, weightDecay }, true);

function adamWith(
  learningRate: number,
  { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, amsgrad = false, weightDecay = 0 }: AdamSettings,
  isDecoupled: boolean,
): Optimizer {
  checkSettings('adam', { learningRate, beta1, beta2, epsilon, weightDecay }, RANGES);
  // means that begin at 0 are too small by these factors, which shrink to 0
  let [missing1, missing2] = [1, 1];
  return elementwise(['mean', 'meanSquare', 'largest'], () => {
    missing1 *= beta1;
    missing2 *= beta2;
    return (p, g, { mean, meanSquare, largest }, i) => {
      const start = isDecoupled ? p * (1 - learningRate * weightDecay) : p;
      const slope = isDecoupled ? g : g + weightDecay * p;
      mean[i] = beta1 * mean[i]! + (1 - beta1) * slope;
      meanSquare[i] = beta2 * meanSquare[i]! + (1 - beta2) * slope * slope;
      largest[i] = amsgrad ? Math.max(largest[i]!, meanSquare[i]!) : meanSquare[i]!;
      const size = Math.sqrt(largest[i]! / (1 - missing2)) + epsilon;
      return start - (learningRate * (mean[i]! / (1 - missing1))) / size;
    };
  });
}
