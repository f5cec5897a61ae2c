import { define } from '../program/define.ts';
import { squaredError } from '../program/ops-losses.ts';

/** K numbers. */
export const linearHead = define({
  name: 'linear',
  source: [],
  sizes: { h: 'H', d: 'K', y: 'K' },
  output: 'y',
  functions: [squaredError],
  equations: `
    y[t] = W_hy h[t] + b_y
    L[t] = squared_error(y[t], d[t])`,
});
