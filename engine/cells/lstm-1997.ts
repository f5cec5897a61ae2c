import { define } from '../program/define.ts';

/** The first LSTM: the cell keeps everything, because there is no forget gate. */
export const lstm1997 = define({
  name: 'lstm-1997',
  source: ['hochreiter1997'],
  state: ['h', 'c'],
  equations: `
    i[t] = sigmoid(W_xi x[t] + W_hi h[t-1] + b_i)
    g[t] = tanh(W_xg x[t] + W_hg h[t-1] + b_g)
    o[t] = sigmoid(W_xo x[t] + W_ho h[t-1] + b_o)
    c[t] = c[t-1] + i[t] * g[t]
    h[t] = o[t] * tanh(c[t])`,
});
