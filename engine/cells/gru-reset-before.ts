import { define } from '../program/define.ts';

/** GRU as first published: the reset gate comes before the product; z keeps the old state. */
export const gruResetBefore = define({
  name: 'gru-reset-before',
  source: ['cho2014'],
  equations: `
    r[t] = sigmoid(W_xr x[t] + W_hr h[t-1] + b_r)
    z[t] = sigmoid(W_xz x[t] + W_hz h[t-1] + b_z)
    n[t] = tanh(W_xn x[t] + W_hn (r[t] * h[t-1]) + b_n)
    h[t] = (1 - z[t]) * n[t] + z[t] * h[t-1]`,
});

/** The same with the other convention: z writes the new state. */
export const gruResetBeforeWriting = define({
  name: 'gru-reset-before-writing',
  source: ['chung2014'],
  equations: `
    r[t] = sigmoid(W_xr x[t] + W_hr h[t-1] + b_r)
    z[t] = sigmoid(W_xz x[t] + W_hz h[t-1] + b_z)
    n[t] = tanh(W_xn x[t] + W_hn (r[t] * h[t-1]) + b_n)
    h[t] = (1 - z[t]) * h[t-1] + z[t] * n[t]`,
});
