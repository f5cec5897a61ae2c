import { bptt } from '../learn/bptt.ts';
import type { Machine } from '../machine/machine.ts';
import { fill, play } from '../machine/play.ts';
import type { Trace } from '../machine/trace.ts';
import { oneHot } from '../math/one-hot.ts';
import { hasProjectedKeys } from './attention.ts';
import { decoder, type DecoderSetting } from './decoder.ts';
import { addToRows, lookUp, type Embedding } from './embedding.ts';
import {
  encode,
  paramGrads,
  pullbackEncoding,
  type EncoderGrads,
  type EncoderSetting,
  type Encoding,
  type Params,
} from './encoder.ts';
import { fitted } from './fitted.ts';
import { projectKeys, pullbackKeys } from './key-projection.ts';

/** A network that reads one sequence of words and writes another; both share one table of vectors. */
export interface EncoderDecoder {
  readonly embedding: Embedding;
  readonly encoder: EncoderSetting;
  readonly decoder: DecoderSetting;
  readonly decoderParams: Params;
  /** W_kp, for scores that project their keys. */
  readonly keyParams?: Params | undefined;
  /** Lengths of the combined answer s and of projected keys, where there are any. */
  readonly sizes?: { readonly Z?: number; readonly P?: number };
  /** The word that the decoder reads first. */
  readonly firstToken: number;
}

/** A source that was read, and the decoder bound to it. */
export interface Reading {
  readonly encoding: Encoding;
  readonly machine: Machine;
  readonly params: Params;
  /** The run of the key projection, if any. */
  readonly keys: Trace | undefined;
}

/** The gradients of one example, by parts of the network. */
export interface EncoderDecoderGrads {
  readonly embedding: number[][];
  readonly encoder: EncoderGrads;
  readonly decoder: Params;
  readonly keys: Params | undefined;
}

/** Reads a source and prepares the decoder for it. Errors: a token that the table does not have. */
export function read(network: EncoderDecoder, source: readonly number[]): Reading {
  const encoding = encode(network.encoder, lookUp(network.embedding, source));
  const keys = projectedKeys(network, encoding);
  const { looking } = network.decoder;
  const values = encoding.annotations.flat();
  const memory = { K: keys === undefined ? values : rowsOf(keys, 'p').flat(), V: values };
  const params = { ...network.decoderParams, ...(looking === undefined ? {} : memory) };
  return { encoding, machine: decoderMachine(network, encoding), params, keys };
}

/**
 * Runs the decoder over the words that should come out, reading the right word before each
 * (teacher forcing); `weight` multiplies the loss of every word.
 */
export function force(
  network: EncoderDecoder,
  { machine, params, encoding }: Reading,
  target: readonly number[],
  weight: number,
): Trace {
  const read = [network.firstToken, ...target.slice(0, -1)];
  const w = lookUp(network.embedding, read);
  const context = encoding.start['h']!;
  return play(machine, {
    params,
    initial: encoding.start,
    inputs: network.decoder.readsContext ? { w, v: w.map(() => context) } : { w },
    targets: target.map((token) => oneHot(token, network.embedding.length)),
    lossWeights: target.map(() => weight),
  });
}

/** Returns the gradients of the loss of a run of `force`, through the decoder and the encoder. */
export function pullbackAll(
  network: EncoderDecoder,
  { encoding, machine, keys }: Reading,
  trace: Trace,
  source: readonly number[],
  target: readonly number[],
): EncoderDecoderGrads {
  bptt(machine, trace);
  const { K, V, ...decoderGrads } = paramGrads(trace);
  const width = encoding.annotations[0]!.length;
  const annotationGrads = encoding.annotations.map((_, s) => slice(V, s, width));
  const addKeys = (rows: readonly (readonly number[])[]): void =>
    annotationGrads.forEach((row, s) => rows[s]!.forEach((value, i) => (row[i]! += value)));
  if (keys !== undefined) {
    const { P = 0 } = keys.layout.sizes;
    addKeys(
      pullbackKeys(
        keys,
        annotationGrads.map((_, s) => slice(K, s, P)),
      ),
    );
  } else if (K !== undefined) addKeys(encoding.annotations.map((_, s) => slice(K, s, width)));
  const start = Object.fromEntries(
    network.encoder.cell.state.map((name) => [name, [...trace.grad(name, 0)]]),
  );
  if (network.decoder.readsContext)
    for (const row of rowsOf(trace, 'v', true))
      row.forEach((value, i) => (start['h']![i]! += value));
  const encoder = pullbackEncoding(network.encoder, encoding, annotationGrads, start);
  const embedding = network.embedding.map((row) => row.map(() => 0));
  addToRows(embedding, source, encoder.rows);
  addToRows(embedding, [network.firstToken, ...target.slice(0, -1)], rowsOf(trace, 'w', true));
  return {
    embedding,
    encoder,
    decoder: decoderGrads,
    keys: keys === undefined ? undefined : paramGrads(keys),
  };
}

/** Prepares a trace of the decoder for `count` words, with nothing written yet. */
export function blank(network: EncoderDecoder, reading: Reading, count: number): Trace {
  const { machine, params, encoding } = reading;
  const trace = machine.trace(count);
  const w = Array.from({ length: count }, () => network.embedding[0]!.map(() => 0));
  const v = w.map(() => encoding.start['h']!);
  const inputs = network.decoder.readsContext ? { w, v } : { w };
  fill(machine, trace, { params, initial: encoding.start, inputs });
  return trace;
}

function projectedKeys(network: EncoderDecoder, { annotations }: Encoding): Trace | undefined {
  const { looking } = network.decoder;
  if (looking === undefined || !hasProjectedKeys(looking.score)) return undefined;
  return projectKeys(annotations, network.sizes?.P ?? 0, network.keyParams?.['W_kp'] ?? []);
}

function decoderMachine(network: EncoderDecoder, { annotations }: Encoding): Machine {
  const program = decoder(network.decoder);
  const { E, H } = network.encoder.sizes;
  const { looking, readsContext, readsAnswer } = network.decoder;
  const [S, V] = [annotations.length, readsContext ? H : annotations[0]!.length];
  const { Z = 0, P = V } = network.sizes ?? {};
  const readsFound = readsContext || looking?.when === 'before';
  const X = E + (readsFound ? V : 0) + (readsAnswer ? Z : 0);
  return fitted(program, { E, H, S, V, Z, P, X, J: H + V, K: network.embedding.length });
}

const slice = (flat: readonly number[] | undefined, row: number, width: number): number[] =>
  flat?.slice(row * width, (row + 1) * width) ?? Array<number>(width).fill(0);

const rowsOf = (trace: Trace, name: string, isGrad = false): number[][] =>
  Array.from({ length: trace.length }, (_, index) => [
    ...(isGrad ? trace.grad(name, index + 1) : trace.value(name, index + 1)),
  ]);
