import { define } from '../program/define.ts';

/** LSTM that forgets exactly as much as it writes. */
export const lstmCoupled = define({
  name: 'lstm-coupled',
  source: ['greff2017'],
  state: ['h', 'c'],
  equations: `
    i[t] = sigmoid(W_xi x[t] + W_hi h[t-1] + b_i)
    g[t] = tanh(W_xg x[t] + W_hg h[t-1] + b_g)
    o[t] = sigmoid(W_xo x[t] + W_ho h[t-1] + b_o)
    c[t] = (1 - i[t]) * c[t-1] + i[t] * g[t]
    h[t] = o[t] * tanh(c[t])`,
});
