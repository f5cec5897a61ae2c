import { define } from '../program/define.ts';
import { bce } from '../program/ops-losses.ts';

/** K independent yes–no answers. */
export const sigmoidHead = define({
  name: 'sigmoid',
  source: [],
  sizes: { h: 'H', d: 'K', o: 'K', y: 'K' },
  output: 'y',
  functions: [bce],
  equations: `
    o[t] = W_hy h[t] + b_y
    y[t] = sigmoid(o[t])
    L[t] = bce(o[t], d[t])`,
});
