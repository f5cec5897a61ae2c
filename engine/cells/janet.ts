import { define } from '../program/define.ts';

/** JANET: an LSTM with nothing but its forget gate; it writes a little less than it forgets. */
export const janet = define({
  name: 'janet',
  source: ['westhuizen2018'],
  equations: `
    s[t] = W_xf x[t] + W_hf h[t-1] + b_f
    g[t] = tanh(W_xg x[t] + W_hg h[t-1] + b_g)
    h[t] = sigmoid(s[t]) * h[t-1] + (1 - sigmoid(s[t] - 1)) * g[t]`,
});
