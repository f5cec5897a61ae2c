import { define } from '../program/define.ts';

/** One leaky number: a share α is lost at every step and filled up with what is read. */
export const leak = define({
  name: 'leak',
  source: ['mozer1991'],
  sizes: { x: 1, h: 1 },
  equations: `
    h[t] = (1 - alpha) * h[t-1] + alpha * x[t]`,
});
