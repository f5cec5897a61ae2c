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
