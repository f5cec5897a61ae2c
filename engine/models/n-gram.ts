import { log } from '../math/log.ts';

/** Counts which symbol follows which: what can be known without a state. */
export interface NGram {
  /** Symbols that an answer depends on, at most: 0 for frequencies alone. */
  readonly contextSize: number;
  readonly classes: number;
  /** Shares of all symbols after this past; only its last `contextSize` symbols count. */
  predict(past: readonly number[]): number[];
}

/**
 * Counts a sequence of symbols 0 … classes − 1. Every count starts at `smoothing`; a context that never
 * occurred (or, without smoothing, never went on) is answered by the next shorter one, and the empty one
 * by equal shares. Cost: one count per symbol and context length.
 */
export function countNGrams(
  symbols: readonly number[],
  {
    contextSize,
    classes,
    smoothing,
  }: Pick<NGram, 'contextSize' | 'classes'> & { smoothing: number },
): NGram {
  const counts = new Map<string, Float64Array>();
  symbols.forEach((symbol, t) => {
    for (let size = 0; size <= Math.min(contextSize, t); size++) {
      const key = keyOf(symbols.slice(t - size, t));
      const row = counts.get(key) ?? new Float64Array(classes);
      row[symbol]! += 1;
      counts.set(key, row);
    }
  });
  const predict = (past: readonly number[]): number[] => {
    for (let size = Math.min(contextSize, past.length); size >= 0; size--) {
      const row = counts.get(keyOf(past.slice(past.length - size)));
      if (row !== undefined) return shares(row, smoothing);
    }
    return Array<number>(classes).fill(1 / classes);
  };
  return { contextSize, classes, predict };
}

/** Returns −log p of a symbol, averaged over a sequence, in nats. Infinity where a symbol was thought impossible. */
export const nGramLoss = (model: NGram, symbols: readonly number[]): number =>
  symbols.reduce(
    (total, symbol, t) => total - log(model.predict(symbols.slice(0, t))[symbol]!),
    0,
  ) / symbols.length;

const keyOf = (context: readonly number[]): string => context.join(',');

function shares(counts: Float64Array, smoothing: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, smoothing * counts.length);
  return Array.from(counts, (count) => (count + smoothing) / total);
}
