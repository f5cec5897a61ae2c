import { checkSettings, elementwise, RANGES, type Optimizer } from './optimizer.ts';

export interface RmspropSettings {
  /** Share of the old mean square that is kept. Range: 0 … 1. */
  readonly decay?: number;
  readonly epsilon?: number;
  readonly momentum?: number;
  /** Divides by the standard deviation instead of the root mean square. */
  readonly centered?: boolean;
  readonly weightDecay?: number;
}

/** Divides each gradient by the root of its running mean square. Source: tieleman2012, graves2013. */
export function rmsprop(
  learningRate: number,
  {
    decay = 0.99,
    epsilon = 1e-8,
    momentum = 0,
    centered = false,
    weightDecay = 0,
  }: RmspropSettings = {},
): Optimizer {
  checkSettings('rmsprop', { learningRate, decay, epsilon, momentum, weightDecay }, RANGES);
  return elementwise(['meanSquare', 'mean', 'velocity'], () => (p, g, memory, i) => {
    const { meanSquare, mean, velocity } = memory;
    const slope = g + weightDecay * p;
    meanSquare[i] = decay * meanSquare[i]! + (1 - decay) * slope * slope;
    mean[i] = centered ? decay * mean[i]! + (1 - decay) * slope : 0;
    // rounding may leave the variance of equal gradients a little below zero
    const spread = Math.max(0, meanSquare[i]! - mean[i]! * mean[i]!);
    velocity[i] = momentum * velocity[i]! + slope / (Math.sqrt(spread) + epsilon);
    return p - learningRate * velocity[i]!;
  });
}
