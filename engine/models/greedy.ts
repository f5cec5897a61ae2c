import { log } from '../math/log.ts';
import { blank, type EncoderDecoder, type Reading } from './encoder-decoder.ts';
import { lookUp } from './embedding.ts';

/** What a decoder writes when it reads its own words. */
export interface Written {
  readonly tokens: readonly number[];
  /** log p of all of them together, in nats. */
  readonly logProbability: number;
  /** The smallest lead of a word over the next best, in log p: how safe the choices were. */
  readonly smallestLead: number;
}

/** Writes `count` words, each the likeliest after those before; of equals the first. */
export function greedy(network: EncoderDecoder, reading: Reading, count: number): Written {
  const trace = blank(network, reading, count);
  const tokens: number[] = [];
  let [logProbability, smallestLead] = [0, Infinity];
  for (let t = 1; t <= count; t++) {
    const [row = []] = lookUp(network.embedding, [tokens.at(-1) ?? network.firstToken]);
    trace.value('w', t).set(row);
    reading.machine.step(trace, t);
    const shares = [...trace.value('y', t)];
    const [best = 0, next = 0] = shares.toSorted((first, second) => second - first);
    tokens.push(shares.indexOf(best));
    logProbability += log(best);
    smallestLead = Math.min(smallestLead, log(best) - log(next));
  }
  return { tokens, logProbability, smallestLead };
}
