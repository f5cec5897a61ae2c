import { define } from '../program/define.ts';

/** GRU as PyTorch and cuDNN run it: the reset gate comes after the product; z keeps the old state. */
export const gru = define({
  name: 'gru',
  source: ['cho2014'],
  equations: `
    r[t] = sigmoid(W_xr x[t] + W_hr h[t-1] + b_r)
    z[t] = sigmoid(W_xz x[t] + W_hz h[t-1] + b_z)
    q[t] = W_hn h[t-1] + b_hn
    n[t] = tanh(W_xn x[t] + r[t] * q[t] + b_n)
    h[t] = (1 - z[t]) * n[t] + z[t] * h[t-1]`,
});

/** The same with the other convention: z writes the new state. */
export const gruWriting = define({
  name: 'gru-writing',
  source: ['chung2014'],
  equations: `
    r[t] = sigmoid(W_xr x[t] + W_hr h[t-1] + b_r)
    z[t] = sigmoid(W_xz x[t] + W_hz h[t-1] + b_z)
    q[t] = W_hn h[t-1] + b_hn
    n[t] = tanh(W_xn x[t] + r[t] * q[t] + b_n)
    h[t] = (1 - z[t]) * h[t-1] + z[t] * n[t]`,
});
