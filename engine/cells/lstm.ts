import { define } from '../program/define.ts';

/** The cell that most texts call LSTM: with a forget gate. */
export const lstm = define({
  name: 'lstm',
  source: ['hochreiter1997', 'gers2000'],
  state: ['h', 'c'],
  equations: `
    i[t] = sigmoid(W_xi x[t] + W_hi h[t-1] + b_i)
    f[t] = sigmoid(W_xf x[t] + W_hf h[t-1] + b_f)
    g[t] = tanh(W_xg x[t] + W_hg h[t-1] + b_g)
    o[t] = sigmoid(W_xo x[t] + W_ho h[t-1] + b_o)
    c[t] = f[t] * c[t-1] + i[t] * g[t]
    h[t] = o[t] * tanh(c[t])`,
});
