import { define } from '../program/define.ts';

/** minGRU: gate and candidate see the input alone, so the recurrence is linear and can be scanned. */
export const minGru = define({
  name: 'min-gru',
  source: ['feng2024'],
  equations: `
    z[t] = sigmoid(W_xz x[t] + b_z)
    n[t] = W_xn x[t] + b_n
    h[t] = (1 - z[t]) * h[t-1] + z[t] * n[t]`,
});
