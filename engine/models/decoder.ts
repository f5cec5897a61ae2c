import { define } from '../program/define.ts';
import { extended } from '../program/extend.ts';
import { join } from '../program/join.ts';
import { crossEntropy } from '../program/ops-losses.ts';
import { concat } from '../program/ops-memory.ts';
import { softmax } from '../program/ops-softmax.ts';
import type { Program, Size } from '../program/types.ts';
import {
  attentionFunctions,
  attentionSizes,
  attentionText,
  combinationText,
  type Score,
} from './attention.ts';

/** When a decoder looks back at the source. */
export interface Looking {
  readonly score: Score;
  /** Length of a key. */
  readonly keySize: number;
  /**
   * `before` its step, from h[t-1], and the step reads what was found (Bahdanau);
   * `after` it, from h[t], and the answer is made of both (Luong).
   */
  readonly when: 'before' | 'after';
}

/** What a decoder reads besides the word before. */
export interface DecoderSetting {
  readonly cell: Program;
  readonly looking?: Looking | undefined;
  /** Every step reads the encoder's last state too, as the input v. Source: cho2014. */
  readonly readsContext: boolean;
  /** Every step reads the combined answer s of the step before (Luong's input feeding). */
  readonly readsAnswer: boolean;
}

/**
 * Returns a decoder as one program: word w in, distribution y over K words out. With attention, the
 * memory is its parameters K and V; see `attentionText`. Errors: input feeding without a look afterwards.
 */
export function decoder({ cell, looking, readsContext, readsAnswer }: DecoderSetting): Program {
  const { name } = cell;
  if (readsAnswer && looking?.when !== 'after')
    throw new Error(
      `${name}-decoder: only a decoder that looks after its step has an answer s to read`,
    );
  // x is w alone, or longer than it by what is read besides
  const readsMore = readsContext || readsAnswer || looking?.when === 'before';
  const sizes = { w: 'E', x: readsMore ? 'X' : 'E' };
  if (looking === undefined) {
    const before = readsContext ? 'x[t] = concat(w[t], v[t])' : 'x[t] = identity(w[t])';
    const body = extended(cell, {
      name: `${name}-decoder`,
      source: ['sutskever2014'],
      before,
      functions: [concat],
      sizes: readsContext ? { ...sizes, v: 'V' } : sizes,
    });
    return join(body, wordHead('h', 'H'));
  }
  return looking.when === 'before'
    ? lookingBefore(cell, looking, sizes)
    : lookingAfter(cell, looking, sizes, readsAnswer);
}

type Sizes = Readonly<Record<string, Size>>;

function lookingBefore(cell: Program, { score, keySize }: Looking, sizes: Sizes): Program {
  const look = attentionText({ score, keySize, query: 'h[t-1]' });
  const body = extended(cell, {
    name: `${cell.name}-decoder-${score}-before`,
    source: ['bahdanau2015'],
    functions: attentionFunctions,
    before: `${look}\nx[t] = concat(w[t], v[t])`,
    after: 'j[t] = concat(h[t], v[t])',
    sizes: { ...sizes, ...attentionSizes(score), j: 'J' },
  });
  return join(body, wordHead('j', 'J'));
}

function lookingAfter(
  cell: Program,
  { score, keySize }: Looking,
  sizes: Sizes,
  readsAnswer: boolean,
): Program {
  const look = attentionText({ score, keySize, query: 'h[t]' });
  const body = extended(cell, {
    name: `${cell.name}-decoder-${score}-after`,
    source: ['luong2015'],
    functions: attentionFunctions,
    before: readsAnswer ? 'x[t] = concat(w[t], s[t-1])' : 'x[t] = identity(w[t])',
    after: `${look}\n${combinationText('h[t]')}`,
    sizes: { ...sizes, ...attentionSizes(score), j: 'J', s: 'Z' },
  });
  return join(body, wordHead('s', 'Z'));
}

/** The readout of one word out of K from the quantity `from`, and its loss. */
const wordHead = (from: string, size: Size): Program =>
  define({
    name: 'word',
    source: [],
    sizes: { [from]: size, d: 'K', o: 'K', y: 'K' },
    output: 'y',
    functions: [softmax, crossEntropy],
    equations: `
      o[t] = W_${from}y ${from}[t] + b_y
      y[t] = softmax(o[t])
      L[t] = cross_entropy(o[t], d[t])` as string,
  });

/** The decoder's logits; a cell with an output gate o has them as o_y. */
export const logitsOf = ({ quantities }: Program): string => (quantities.has('o_y') ? 'o_y' : 'o');
