import { clipNorm } from '../learn/clipping.ts';
import { initialise } from '../learn/initialise.ts';
import { uniform } from '../math/initialisers.ts';
import { rng } from '../math/rng.ts';
import type { Program } from '../program/types.ts';
import { decoder, type Looking } from './decoder.ts';
import { force, pullbackAll, read } from './encoder-decoder.ts';
import type { EncoderDecoder, EncoderDecoderGrads } from './encoder-decoder.ts';
import type { Params } from './encoder.ts';
import { fitted } from './fitted.ts';
import type { Teaching } from './train.ts';

/** Tokens that are read, and tokens that should be written. */
export interface Pair {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** An encoder and a decoder of one kind of cell; its look, if any, comes after the step and compares by a product. */
export interface PairSetting {
  readonly cell: Program;
  /** Hidden units of each, and the length of a word's vector. */
  readonly sizes: { readonly H: number; readonly E: number };
  /** Words; one more is what the decoder reads first. */
  readonly words: number;
  readonly looks: boolean;
}

/** Draws a network: weights uniform in ±1/√H, vectors of words in ±1, biases 0. */
export function drawPairNetwork(
  { cell, sizes: { H, E }, words, looks }: PairSetting,
  seed: number,
): EncoderDecoder {
  const looking: Looking | undefined = looks
    ? { score: 'dot', keySize: H, when: 'after' }
    : undefined;
  const writing = { cell, looking, readsContext: false, readsAnswer: false };
  const writer = fitted(decoder(writing), { E, H, S: 1, V: H, Z: H, J: 2 * H, K: words + 1 });
  const rules = { matrices: uniform(1 / Math.sqrt(H)) };
  // K and V are what was read: parameters of the decoder, and not learned
  const drawn = Object.entries(initialise(writer, `${seed}/decoder`, rules));
  const decoderParams = Object.fromEntries(drawn.filter(([name]) => !['K', 'V'].includes(name)));
  const random = rng(seed).stream('words');
  return {
    embedding: Array.from({ length: words + 1 }, () => uniform(1)(1, E, random)),
    encoder: {
      cell,
      sizes: { H, E },
      readsBackwards: false,
      params: initialise(fitted(cell, { D: E, H }), `${seed}/encoder`, rules),
    },
    decoder: writing,
    decoderParams,
    sizes: { Z: H },
    firstToken: words,
  };
}

/**
 * Trains an encoder–decoder on pairs, the right word being read before each (teacher forcing). Yields
 * the network after each update. Cost: `updates` × `batch` pairs, both halves forwards and backwards.
 */
export function* trainPairs(
  network: EncoderDecoder,
  pair: () => Pair,
  { optimizer, clip, batch, updates }: Omit<Teaching, 'rule' | 'isCarried'>,
): Generator<EncoderDecoder, void> {
  const { decoderParams, encoder } = network;
  const theta = flat(network.embedding, encoder.params, decoderParams);
  const gradient = new Float64Array(theta.length);
  let current = network;
  for (let update = 1; update <= updates; update++) {
    gradient.fill(0);
    for (let n = 0; n < batch; n++)
      flatGrads(current, gradsOf(current, pair())).forEach((value, i) => {
        gradient[i]! += value / batch;
      });
    clipNorm(gradient, clip);
    optimizer.update(theta, gradient);
    current = unflattened(network, theta);
    yield current;
  }
}

/** The gradients of the mean loss of the words of a pair. */
function gradsOf(network: EncoderDecoder, { source, target }: Pair): EncoderDecoderGrads {
  const reading = read(network, source);
  const trace = force(network, reading, target, 1 / target.length);
  return pullbackAll(network, reading, trace, source, target);
}

const flatGrads = (
  { encoder, decoderParams }: EncoderDecoder,
  grads: EncoderDecoderGrads,
): Float64Array =>
  flat(
    grads.embedding,
    inOrderOf(encoder.params, grads.encoder.params),
    inOrderOf(decoderParams, grads.decoder),
  );

const inOrderOf = (params: Params, grads: Params): Params =>
  Object.fromEntries(Object.keys(params).map((name) => [name, grads[name]!]));

const flat = (embedding: readonly (readonly number[])[], ...params: readonly Params[]) =>
  Float64Array.from([embedding.flat(), ...params.flatMap((own) => Object.values(own))].flat());

/** Returns a network like another with the numbers of `theta` in the order of `flat`. */
function unflattened(network: EncoderDecoder, theta: Float64Array): EncoderDecoder {
  let from = 0;
  const take = (length: number): number[] => [...theta.subarray(from, (from += length))];
  const taken = (params: Params): Params =>
    Object.fromEntries(
      Object.entries(params).map(([name, numbers]) => [name, take(numbers.length)]),
    );
  // in the order in which they are laid flat
  const embedding = network.embedding.map((row) => take(row.length));
  const params = taken(network.encoder.params);
  return {
    ...network,
    embedding,
    encoder: { ...network.encoder, params },
    decoderParams: taken(network.decoderParams),
  };
}
