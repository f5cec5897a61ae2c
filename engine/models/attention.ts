import { define } from '../program/define.ts';
import { additive, concat, transposed } from '../program/ops-memory.ts';
import { softmax } from '../program/ops-softmax.ts';
import type { Program, Size } from '../program/types.ts';

/**
 * How a query is compared with keys. `concat` is `additive` without a bias: Luong's matrix for [query; key]
 * is one for the query beside one for the key.
 */
export type Score = 'dot' | 'scaled_dot' | 'general' | 'additive' | 'concat';

/** What looks, and how. */
export interface Attention {
  readonly score: Score;
  /** The query as an equation writes it, for example h[t] or h[t-1]. */
  readonly query: string;
  /** Length of a key; `scaled_dot` divides by its root. */
  readonly keySize: number;
}

/**
 * Lengths of what `attentionText` computes. The memory is S rows of keys K and values V: parameters of
 * the program, because they stay the same while it runs; whoever filled them takes their gradients.
 */
export const attentionSizes = (score: Score): Readonly<Record<string, Size>> => ({
  e: 'S',
  a: 'S',
  v: 'V',
  ...(score.endsWith('dot') ? {} : { p: 'P' }),
});

/** What the equations below call. */
export const attentionFunctions = [softmax, transposed, additive, concat];

/**
 * Returns the equations of attention: scores e, weights a that sum to 1, and the mixture v of the values.
 * For `additive` and `concat` the rows of K are projected keys, W_k k_s: they do not change with t.
 * Sources: bahdanau2015, luong2015, vaswani2017.
 */
export const attentionText = (attention: Attention): string =>
  [...scoreText(attention), 'a[t] = softmax(e[t])', 'v[t] = transposed(V, a[t])'].join('\n');

/** True where the keys pass through a matrix of their own before they are compared. */
export const hasProjectedKeys = (score: Score): boolean =>
  score === 'additive' || score === 'concat';

function scoreText({ score, query, keySize }: Attention): string[] {
  switch (score) {
    case 'dot':
      return [`e[t] = K ${query}`];
    case 'scaled_dot':
      return [`e[t] = ${1 / Math.sqrt(keySize)} * (K ${query})`];
    case 'general':
      return [`p[t] = transposed(W_qk, ${query})`, 'e[t] = K p[t]'];
    case 'additive':
      return [`p[t] = W_qp ${query} + b_p`, 'e[t] = additive(K, p[t], w_e)'];
    case 'concat':
      return [`p[t] = W_qp ${query}`, 'e[t] = additive(K, p[t], w_e)'];
  }
}

/** One look by itself: the query q comes from outside. */
export const attention = (score: Score, keySize: number): Program =>
  define({
    name: `attention-${score}`,
    source: ['bahdanau2015', 'luong2015'],
    sizes: { q: 'Q', ...attentionSizes(score) },
    output: 'v',
    functions: attentionFunctions,
    equations: attentionText({ score, query: 'q[t]', keySize }) as string,
  });

/** Luong's combination of what was found with what was asked for, s = tanh(W_js [v; query]). */
export const combinationText = (query: string): string =>
  `j[t] = concat(v[t], ${query})\ns[t] = tanh(W_js j[t])`;
