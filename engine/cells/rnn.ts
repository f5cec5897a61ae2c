import { define } from '../program/define.ts';
import { relu } from '../program/ops-pieces.ts';

/** The plain recurrent cell, with the activation that most texts use. */
export const rnn = define({
  name: 'rnn',
  source: ['elman1990'],
  equations: `
    h[t] = tanh(W_xh x[t] + W_hh h[t-1] + b_h)`,
});

/** The same with the logistic function, as Elman had it. */
export const rnnSigmoid = define({
  name: 'sigmoid-rnn',
  source: ['elman1990'],
  equations: `
    h[t] = sigmoid(W_xh x[t] + W_hh h[t-1] + b_h)`,
});

/** The same with the rectifier. */
export const rnnRelu = define({
  name: 'relu-rnn',
  source: ['le2015'],
  functions: [relu],
  equations: `
    h[t] = relu(W_xh x[t] + W_hh h[t-1] + b_h)`,
});

/** The same without a nonlinearity: what can be solved on paper. */
export const rnnLinear = define({
  name: 'linear-rnn',
  source: ['saxe2014'],
  equations: `
    h[t] = identity(W_xh x[t] + W_hh h[t-1] + b_h)`,
});
