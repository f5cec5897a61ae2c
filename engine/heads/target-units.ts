import { define } from '../program/define.ts';
import { squaredError } from '../program/ops-losses.ts';

/** Some units are answers by themselves: e is 1 for those that have a target at this step, else 0. */
export const targetUnitsHead = define({
  name: 'target-units',
  source: ['williams1989'],
  sizes: { h: 'H', e: 'H', d: 'H', y: 'H' },
  output: 'y',
  functions: [squaredError],
  equations: `
    y[t] = e[t] * h[t]
    L[t] = squared_error(y[t], d[t])`,
});
