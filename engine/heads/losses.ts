import { define } from '../program/define.ts';
import { bce, crossEntropy, klDivergence, squaredError } from '../program/ops-losses.ts';

/** The loss of a cell that answers in K numbers y by itself. */
export const squaredErrorLoss = define({
  name: 'squared-error',
  source: [],
  sizes: { y: 'K', d: 'K' },
  functions: [squaredError],
  equations: `
    L[t] = squared_error(y[t], d[t])`,
});

/** The loss of a cell that gives the logits o of K classes by itself. */
export const crossEntropyLoss = define({
  name: 'cross-entropy',
  source: [],
  sizes: { o: 'K', d: 'K' },
  functions: [crossEntropy],
  equations: `
    L[t] = cross_entropy(o[t], d[t])`,
});

/** The same less the entropy of the target, so that a perfect answer costs 0. */
export const klDivergenceLoss = define({
  name: 'kl-divergence',
  source: [],
  sizes: { o: 'K', d: 'K' },
  functions: [klDivergence],
  equations: `
    L[t] = kl_divergence(o[t], d[t])`,
});

/** The loss of a cell that gives the logits o of K yes–no answers by itself. */
export const bceLoss = define({
  name: 'bce',
  source: [],
  sizes: { o: 'K', d: 'K' },
  functions: [bce],
  equations: `
    L[t] = bce(o[t], d[t])`,
});
