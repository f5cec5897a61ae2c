import { type Score } from '#engine/models/attention.ts';
import { flat, list, matrix, type Tensor } from './schema.ts';

/** The parameters of a score in the engine's names: those of the decoder, and W_kp. */
export interface ScoreParams {
  readonly own: Readonly<Record<string, number[]>>;
  readonly keys: Readonly<Record<string, number[]>>;
}

type Stored = (name: string) => Tensor | undefined;

/** Reads the parameters of a score from the reference's names W_a, W_q, W_k, b_a, v_a. */
export function readScore(score: Score, querySize: number, stored: Stored): ScoreParams {
  const numbers = (name: string): number[] => flat(list(stored(name)));
  switch (score) {
    case 'dot':
    case 'scaled_dot':
      return { own: {}, keys: {} };
    case 'general':
      return { own: { W_qk: numbers('W_a') }, keys: {} };
    case 'additive': {
      const w_e = numbers('v_a');
      const b_p = stored('b_a') === undefined ? w_e.map(() => 0) : numbers('b_a');
      return { own: { W_qp: numbers('W_q'), b_p, w_e }, keys: { W_kp: numbers('W_k') } };
    }
    case 'concat': {
      const rows = matrix(stored('W_a'));
      return {
        own: { W_qp: rows.flatMap((row) => row.slice(0, querySize)), w_e: numbers('v_a') },
        keys: { W_kp: rows.flatMap((row) => row.slice(querySize)) },
      };
    }
  }
}

/** Writes numbers under the reference's names; the inverse of `readScore`. */
export function writeScore(
  score: Score,
  querySize: number,
  own: (name: string) => readonly number[],
  keys: (name: string) => readonly number[],
): Record<string, number[]> {
  switch (score) {
    case 'dot':
    case 'scaled_dot':
      return {};
    case 'general':
      return { W_a: [...own('W_qk')] };
    case 'additive':
      return {
        W_q: [...own('W_qp')],
        W_k: [...keys('W_kp')],
        b_a: [...own('b_p')],
        v_a: [...own('w_e')],
      };
    case 'concat': {
      const [left, right, v_a] = [own('W_qp'), keys('W_kp'), [...own('w_e')]];
      const keySize = right.length / v_a.length;
      const W_a = v_a.flatMap((_, i) => [
        ...left.slice(i * querySize, (i + 1) * querySize),
        ...right.slice(i * keySize, (i + 1) * keySize),
      ]);
      return { W_a, v_a };
    }
  }
}
