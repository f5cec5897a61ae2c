import { define } from '../program/define.ts';
import { relu } from '../program/ops-pieces.ts';

/** Independently recurrent network: each unit hears itself and no other. */
export const indrnn = define({
  name: 'indrnn',
  source: ['li2018'],
  functions: [relu],
  equations: `
    h[t] = relu(W_xh x[t] + w_hh * h[t-1] + b_h)`,
});
