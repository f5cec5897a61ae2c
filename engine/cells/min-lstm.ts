import { define } from '../program/define.ts';
import { logSigmoid } from '../program/ops-smooth.ts';

/**
 * minLSTM: both gates see the input alone and are scaled to sum to 1. Of σ(a) and σ(b) that share is
 * σ(log σ(a) − log σ(b)), which never divides 0 by 0.
 */
export const minLstm = define({
  name: 'min-lstm',
  source: ['feng2024'],
  functions: [logSigmoid],
  equations: `
    f[t] = sigmoid(log_sigmoid(W_xf x[t] + b_f) - log_sigmoid(W_xi x[t] + b_i))
    n[t] = W_xn x[t] + b_n
    h[t] = f[t] * h[t-1] + (1 - f[t]) * n[t]`,
});
