import { define } from '../program/define.ts';
import { squaredError } from '../program/ops-losses.ts';

/** K numbers between 0 and 1, compared by their squared error: what was used before cross-entropy. */
export const logisticHead = define({
  name: 'logistic',
  source: ['elman1990'],
  sizes: { h: 'H', d: 'K', o: 'K', y: 'K' },
  output: 'y',
  functions: [squaredError],
  equations: `
    o[t] = W_hy h[t] + b_y
    y[t] = sigmoid(o[t])
    L[t] = squared_error(y[t], d[t])`,
});
