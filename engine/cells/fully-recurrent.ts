import { define } from '../program/define.ts';

/**
 * Every unit hears every unit and every external line; a bias is an external line that is always 1.
 * Any unit may be read as an answer.
 */
export const fullyRecurrent = define({
  name: 'fully-recurrent',
  source: ['williams1989'],
  equations: `
    h[t] = sigmoid(W_xh x[t] + W_hh h[t-1])`,
});

/**
 * The same under teacher forcing: where m is 1, what the teacher wanted at the step before, p, is fed
 * back instead of what the unit said.
 */
export const fullyRecurrentForced = define({
  name: 'fully-recurrent-forced',
  source: ['williams1989'],
  sizes: { x: 'D', m: 'H', p: 'H' },
  equations: `
    z[t] = (1 - m[t]) * h[t-1] + m[t] * p[t]
    h[t] = sigmoid(W_xh x[t] + W_hh z[t])`,
});
