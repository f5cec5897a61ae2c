import { define } from '../program/define.ts';

/** LSTM whose gates see the cell: two of them the old one, the output gate the new one. */
export const lstmPeephole = define({
  name: 'lstm-peephole',
  source: ['gers2000b', 'gers2002'],
  state: ['h', 'c'],
  equations: `
    i[t] = sigmoid(W_xi x[t] + W_hi h[t-1] + p_i * c[t-1] + b_i)
    f[t] = sigmoid(W_xf x[t] + W_hf h[t-1] + p_f * c[t-1] + b_f)
    g[t] = tanh(W_xg x[t] + W_hg h[t-1] + b_g)
    c[t] = f[t] * c[t-1] + i[t] * g[t]
    o[t] = sigmoid(W_xo x[t] + W_ho h[t-1] + p_o * c[t] + b_o)
    h[t] = o[t] * tanh(c[t])`,
});
