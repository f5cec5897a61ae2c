import { define } from '../program/define.ts';
import { crossEntropy } from '../program/ops-losses.ts';
import { softmax } from '../program/ops-softmax.ts';

/** One answer out of K classes; the target is a distribution over them. */
export const softmaxHead = define({
  name: 'softmax',
  source: [],
  sizes: { h: 'H', d: 'K', o: 'K', y: 'K' },
  output: 'y',
  functions: [softmax, crossEntropy],
  equations: `
    o[t] = W_hy h[t] + b_y
    y[t] = softmax(o[t])
    L[t] = cross_entropy(o[t], d[t])`,
});
