import { define } from '../program/define.ts';

/** Update gate RNN: the smallest step from the plain cell to a gated one. */
export const ugrnn = define({
  name: 'ugrnn',
  source: ['collins2017'],
  equations: `
    z[t] = sigmoid(W_xz x[t] + W_hz h[t-1] + b_z)
    n[t] = tanh(W_xn x[t] + W_hn h[t-1] + b_n)
    h[t] = z[t] * h[t-1] + (1 - z[t]) * n[t]`,
});
