import { softmaxHead } from '../heads/softmax.ts';
import { extended } from '../program/extend.ts';
import { join } from '../program/join.ts';
import { crossEntropy } from '../program/ops-losses.ts';
import { transposed } from '../program/ops-memory.ts';
import { softmax } from '../program/ops-softmax.ts';
import type { Program } from '../program/types.ts';

/** Column k of W_wx is the vector of word k; w is one-hot. */
const reading = 'x[t] = W_wx w[t]';

/** Returns a network that reads one word of K and says how likely each is to come next. */
export const languageModel = (cell: Program): Program =>
  join(
    extended(cell, { name: `${cell.name}-words`, before: reading, sizes: { w: 'K', x: 'D' } }),
    softmaxHead,
  );

/**
 * Returns the same with one table for reading and for answering: the logit of a word is how much the state
 * agrees with its vector, so words have length H. Sources: press2017, inan2017.
 */
export const tiedLanguageModel = (cell: Program): Program =>
  extended(cell, {
    name: `${cell.name}-tied-words`,
    source: ['press2017', 'inan2017'],
    functions: [transposed, softmax, crossEntropy],
    before: reading,
    after: `
      u_y[t] = transposed(W_wx, h[t])
      o_y[t] = u_y[t] + b_y
      y[t] = softmax(o_y[t])
      L[t] = cross_entropy(o_y[t], d[t])`,
    sizes: { w: 'K', x: 'H', u_y: 'K', o_y: 'K', y: 'K', d: 'K' },
    output: 'y',
  });
