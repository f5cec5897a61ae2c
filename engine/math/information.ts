import { exp } from './exp.ts';
import { log } from './log.ts';

const LN2 = 0.6931471805599453;

/** Returns −Σ p log p of a distribution, in nats; a part with p = 0 adds nothing. */
export function entropy(probabilities: Iterable<number>): number {
  let total = 0;
  for (const p of probabilities) if (p > 0) total -= p * log(p);
  return total;
}

/** Returns an amount of information in bits out of one in nats. */
export const inBits = (nats: number): number => nats / LN2;

/** Returns among how many equally likely answers a loss in nats would be a blind guess. */
export const perplexity = (nats: number): number => exp(nats);
