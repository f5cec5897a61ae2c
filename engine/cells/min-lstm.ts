import { define } from '../program/define.ts';

/** minLSTM: both gates see the input alone and are scaled to sum to 1. */
export const minLstm = define({
  name: 'min-lstm',
  source: ['feng2024'],
  equations: `
    f[t] = sigmoid(W_xf x[t] + b_f)
    i[t] = sigmoid(W_xi x[t] + b_i)
    n[t] = W_xn x[t] + b_n
    s[t] = reciprocal(f[t] + i[t])
    h[t] = f[t] * s[t] * h[t-1] + i[t] * s[t] * n[t]`,
});
