import { define } from '../program/define.ts';

/** A layer without a loop: nothing at t − 1 is used, so each row is judged by itself. */
export const layer = define({
  name: 'layer',
  source: ['rumelhart1986'],
  equations: `
    h[t] = tanh(W_xh x[t] + b_h)`,
});
