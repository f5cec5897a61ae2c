/** Changes parameters by their gradients; what it remembers between updates is in `memory`. */
export interface Optimizer {
  update(theta: Float64Array, grad: Float64Array): void;
  readonly memory: Readonly<Record<string, Float64Array>>;
}

/** Gradient descent: θ ← θ − learningRate · gradient. Errors: a learning rate that is not positive. */
export function sgd(learningRate: number): Optimizer {
  if (!(learningRate > 0))
    throw new Error(`sgd: learning rate is ${learningRate}; expected a number above 0`);
  return {
    memory: {},
    update(theta, grad) {
      for (let i = 0; i < theta.length; i++) theta[i]! -= learningRate * grad[i]!;
    },
  };
}
