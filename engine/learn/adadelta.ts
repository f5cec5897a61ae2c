import { checkSettings, elementwise, RANGES, type Optimizer } from './optimizer.ts';

export interface AdadeltaSettings {
  /** Share of the old mean squares that is kept. Range: 0 … 1. */
  readonly decay?: number;
  readonly epsilon?: number;
  readonly weightDecay?: number;
}

/** Steps as long as recent steps were, divided by the size of recent gradients. Source: zeiler2012. */
export function adadelta(
  learningRate = 1,
  { decay = 0.9, epsilon = 1e-6, weightDecay = 0 }: AdadeltaSettings = {},
): Optimizer {
  checkSettings('adadelta', { learningRate, decay, epsilon, weightDecay }, RANGES);
  return elementwise(['meanSquare', 'meanStep'], () => (p, g, { meanSquare, meanStep }, i) => {
    const slope = g + weightDecay * p;
    meanSquare[i] = decay * meanSquare[i]! + (1 - decay) * slope * slope;
    const step = (Math.sqrt(meanStep[i]! + epsilon) / Math.sqrt(meanSquare[i]! + epsilon)) * slope;
    meanStep[i] = decay * meanStep[i]! + (1 - decay) * step * step;
    return p - learningRate * step;
  });
}
