import { define } from '../program/define.ts';

/** LSTM with a large cell of length C that shows a shorter state. */
export const lstmProjected = define({
  name: 'lstm-projected',
  source: ['sak2014'],
  state: ['h', 'c'],
  sizes: { x: 'D', i: 'C', f: 'C', g: 'C', o: 'C', c: 'C', h: 'H' },
  equations: `
    i[t] = sigmoid(W_xi x[t] + W_hi h[t-1] + b_i)
    f[t] = sigmoid(W_xf x[t] + W_hf h[t-1] + b_f)
    g[t] = tanh(W_xg x[t] + W_hg h[t-1] + b_g)
    o[t] = sigmoid(W_xo x[t] + W_ho h[t-1] + b_o)
    c[t] = f[t] * c[t-1] + i[t] * g[t]
    h[t] = W_ch (o[t] * tanh(c[t]))`,
});
