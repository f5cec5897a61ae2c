import { define } from '../program/define.ts';

const sizes = { h: 'H', d: 'K', o: 'K', y: 'K' };

/** K independent yes–no answers. */
export const sigmoidHead = define({
  name: 'sigmoid',
  source: [],
  sizes,
  output: 'y',
  equations: `
    o[t] = W_hy h[t] + b_y
    y[t] = sigmoid(o[t])
    L[t] = bce(o[t], d[t])`,
});

/** One answer out of K classes; the target is a distribution over them. */
export const softmaxHead = define({
  name: 'softmax',
  source: [],
  sizes,
  output: 'y',
  equations: `
    o[t] = W_hy h[t] + b_y
    y[t] = softmax(o[t])
    L[t] = cross_entropy(o[t], d[t])`,
});

/** K numbers. */
export const linearHead = define({
  name: 'linear',
  source: [],
  sizes: { h: 'H', d: 'K', y: 'K' },
  output: 'y',
  equations: `
    y[t] = W_hy h[t] + b_y
    L[t] = squared_error(y[t], d[t])`,
});

/** K numbers between 0 and 1, compared by their squared error: what was used before cross-entropy. */
export const logisticHead = define({
  name: 'logistic',
  source: ['elman1990'],
  sizes,
  output: 'y',
  equations: `
    o[t] = W_hy h[t] + b_y
    y[t] = sigmoid(o[t])
    L[t] = squared_error(y[t], d[t])`,
});

/** Some units are answers by themselves: e is 1 for those that have a target at this step, else 0. */
export const targetUnitsHead = define({
  name: 'target-units',
  source: ['williams1989'],
  sizes: { h: 'H', e: 'H', d: 'H', y: 'H' },
  output: 'y',
  equations: `
    y[t] = e[t] * h[t]
    L[t] = squared_error(y[t], d[t])`,
});
