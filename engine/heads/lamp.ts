import { define } from '../program/define.ts';
import { bce } from '../program/ops-losses.ts';

/** A lamp that reads one neuron: y is how sure it is of being inside the quotation. */
export const lamp = define({
  name: 'lamp',
  source: [],
  sizes: { h: 1, d: 1, o: 1, y: 1 },
  output: 'y',
  functions: [bce],
  equations: `
    o[t] = a * h[t] + c
    y[t] = sigmoid(o[t])
    L[t] = bce(o[t], d[t])`,
});
