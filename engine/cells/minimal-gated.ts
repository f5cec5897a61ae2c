import { define } from '../program/define.ts';

/** Minimal gated unit: one gate both resets and updates. */
export const minimalGated = define({
  name: 'minimal-gated',
  source: ['zhou2016'],
  equations: `
    f[t] = sigmoid(W_xf x[t] + W_hf h[t-1] + b_f)
    n[t] = tanh(W_xn x[t] + W_hn (f[t] * h[t-1]) + b_n)
    h[t] = (1 - f[t]) * h[t-1] + f[t] * n[t]`,
});
