import type { Score } from '#engine/models/attention.ts';
import { logitsOf } from '#engine/models/decoder.ts';
import {
  force,
  pullbackAll,
  read,
  type EncoderDecoder,
  type EncoderDecoderGrads,
  type Reading,
} from '#engine/models/encoder-decoder.ts';
import { greedy, type Written } from '#engine/models/greedy.ts';
import { pack, unpack } from '#engine/models/pytorch.ts';
import { layOut } from '#engine/machine/layout.ts';
import { compile, define, type Trace } from '#engine/index.ts';
import { adapterOf, type CellAdapter } from './cells.ts';
import {
  flat,
  list,
  matrix,
  scalar,
  vector,
  type Computed,
  type Leaf,
  type OracleCase,
} from './schema.ts';
import { readScore, writeScore } from './score-params.ts';

/** One example of the batch, run both ways and once freely. */
interface Example {
  readonly reading: Reading;
  readonly trace: Trace;
  readonly grads: EncoderDecoderGrads;
  readonly written: Written;
}

/** How a case is said in the engine. */
interface Said {
  readonly network: EncoderDecoder;
  readonly adapter: CellAdapter;
  readonly score: Score | undefined;
  readonly head: string;
  readonly H: number;
}

/** Runs an encoder–decoder case, example by example. */
export function runSeq2seq(oracle: OracleCase): Computed {
  const said = sayCase(oracle);
  const [T, B] = [scalar(oracle.config?.['T']), scalar(oracle.config?.['B'])];
  const free = oracle.outputs?.['greedy_free_running'] as { tokens?: number[][] } | undefined;
  const examples = Array.from({ length: B }, (_, b): Example => {
    const { network } = said;
    const [source, target] = [column(oracle, 'src', b), column(oracle, 'tgt', b)];
    const length = oracle.inputs['src_lengths'];
    const own = length === undefined ? source : source.slice(0, vector(length)[b]);
    const reading = read(network, own);
    const trace = force(network, reading, target, 1 / (T * B));
    const grads = pullbackAll(network, reading, trace, own, target);
    const written = greedy(network, reading, free?.tokens?.length ?? T);
    return { reading, trace, grads, written };
  });
  return new Map([...outputs(oracle, said, examples), ...grads(said, examples)]);
}

const column = ({ inputs }: OracleCase, name: string, b: number): number[] =>
  list(inputs[name]).map((row) => vector(row)[b] ?? NaN);

function sayCase(oracle: OracleCase): Said {
  const { config = {}, params = {} } = oracle;
  const adapter = adapterOf(String(config['cell']), config);
  const [H, E] = [scalar(config['H']), scalar(config['embedding'])];
  const kind = String(config['attention'] ?? 'none');
  const score = kind === 'none' ? undefined : (kind.replace('_prev', '') as Score);
  const when = kind.endsWith('_prev') ? 'before' : 'after';
  const isBidirectional = config['bidirectional_encoder'] === true;
  const numbers = (name: string): number[] => flat(list(params[name]));
  const unpacked = (part: string, D: number): Record<string, number[]> =>
    unpack(layOut(adapter.program, { D, H }), adapter.blocks, (name) =>
      params[`${part}.${name}`] === undefined ? undefined : numbers(`${part}.${name}`),
    );
  const scoreParams = score && readScore(score, H, (name) => params[`attention.${name}`]);
  const head = score === undefined ? 'h' : when === 'before' ? 'j' : 's';
  const combination = params['W_c'] === undefined ? {} : { W_js: numbers('W_c') };
  const network: EncoderDecoder = {
    embedding: matrix(params['embedding']),
    encoder: {
      cell: adapter.program,
      sizes: { H, E },
      readsBackwards: config['reverse_source'] === true,
      params: unpacked('encoder', E),
      other: isBidirectional
        ? {
            params: unpacked('encoder_reverse', E),
            bridge: { W_xh: numbers('W_s'), b_h: numbers('b_s') },
          }
        : undefined,
    },
    decoder: {
      cell: adapter.program,
      looking: score && { score, keySize: isBidirectional ? 2 * H : H, when },
      readsContext: config['feed_context'] === true,
      readsAnswer: config['input_feeding'] === true,
    },
    decoderParams: {
      ...unpacked('decoder', list(list(params['decoder.weight_ih'])[0]).length),
      ...scoreParams?.own,
      ...combination,
      [`W_${head}y`]: numbers('W_o'),
      b_y: numbers('b_o'),
    },
    keyParams: scoreParams?.keys,
    sizes: {
      ...(params['W_c'] === undefined ? {} : { Z: list(params['W_c']).length }),
      ...(scoreParams?.own['w_e'] === undefined ? {} : { P: scoreParams.own['w_e'].length }),
    },
    firstToken: scalar(config['bos_token'] ?? 0),
  };
  return { network, adapter, score, head, H };
}

function outputs(
  oracle: OracleCase,
  { network, H }: Said,
  examples: readonly Example[],
): [string, Leaf][] {
  const steps = list(oracle.inputs['tgt']);
  const S = list(oracle.inputs['src']).length;
  const byTime = (pick: (trace: Trace, t: number) => Iterable<number>): Leaf =>
    steps.map((_, t) => examples.map(({ trace }) => [...pick(trace, t + 1)]));
  const start = (name: string): Leaf =>
    examples.map(({ reading }) => reading.encoding.start[name] ?? Array<number>(H).fill(0));
  const { looking } = network.decoder;
  return [
    [
      'outputs.encoder_states',
      Array.from({ length: S }, (_, s) =>
        examples.map(({ reading }) => annotation(network, reading, s)),
      ),
    ],
    ['outputs.decoder_start_h', start('h')],
    ['outputs.decoder_start_c', start('c')],
    ['outputs.decoder_h', byTime((trace, t) => trace.value('h', t))],
    ['outputs.logits', byTime((trace, t) => trace.value(logitsOf(trace.program), t))],
    ['outputs.log_probs', byTime((trace, t) => logShares(trace.value(logitsOf(trace.program), t)))],
    ...(looking === undefined
      ? []
      : ([
          [
            'outputs.attention_weights',
            byTime((trace, t) => Array.from({ length: S }, (_, s) => trace.value('a', t)[s] ?? 0)),
          ],
        ] as [string, Leaf][])),
    ...(looking?.when === 'after'
      ? ([['outputs.hbar', byTime((trace, t) => trace.value('s', t))]] as [string, Leaf][])
      : []),
    ['outputs.greedy_free_running.tokens', tokensByTime(examples)],
    ['outputs.greedy_free_running.log_prob', examples.map(({ written }) => written.logProbability)],
    [
      'outputs.greedy_free_running.smallest_top2_margin',
      Math.min(...examples.map(({ written }) => written.smallestLead)),
    ],
    ['loss.value', examples.reduce((sum, { trace }) => sum + trace.loss(), 0)],
  ];
}

const tokensByTime = (examples: readonly Example[]): Leaf =>
  (examples[0]?.written.tokens ?? []).map((_, t) =>
    examples.map(({ written }) => written.tokens[t] ?? NaN),
  );

/** At padded positions a reader keeps its state; one that comes from the end has not begun there. */
function annotation({ encoder }: EncoderDecoder, { encoding }: Reading, s: number): number[] {
  const row = encoding.annotations[s];
  if (row !== undefined) return [...row];
  const begun = encoder.readsBackwards ? 0 : encoder.sizes.H;
  return (encoding.annotations.at(-1) ?? []).map((value, i) => (i < begun ? value : 0));
}

const LOG_SOFTMAX = define({
  name: 'log-softmax',
  source: [],
  sizes: { o: 'K', l: 'K' },
  equations: 'l[t] = log_softmax(o[t])',
});

/** log softmax, by the operation of that name. */
function logShares(logits: Float64Array): number[] {
  const machine = compile(LOG_SOFTMAX, { K: logits.length });
  const trace = machine.trace(1);
  trace.value('o', 1).set(logits);
  machine.step(trace, 1);
  return [...trace.value('l', 1)];
}

function grads({ adapter, score, head, H }: Said, examples: readonly Example[]): [string, Leaf][] {
  const total = (read: (grads: EncoderDecoderGrads) => readonly number[]): number[] => {
    const [first = [], ...others] = examples.map(({ grads: own }) => read(own));
    return first.map((value, i) => others.reduce((sum, row) => sum + (row[i] ?? NaN), value));
  };
  const packed = (
    part: string,
    read: (grads: EncoderDecoderGrads, name: string) => readonly number[],
  ): [string, Leaf][] =>
    Object.entries(pack(adapter.blocks, (name) => total((own) => read(own, name)))).map(
      ([name, numbers]) => [`grads.params.${part}.${name}`, numbers],
    );
  const own = (name: string): number[] => total(({ decoder }) => decoder[name] ?? []);
  const scored =
    score === undefined
      ? {}
      : writeScore(score, H, own, (name) => total(({ keys }) => keys?.[name] ?? []));
  return [
    ['grads.params.embedding', total(({ embedding }) => embedding.flat())],
    ...packed('encoder', ({ encoder }, name) => encoder.params[name] ?? []),
    ...packed('encoder_reverse', ({ encoder }, name) => encoder.other?.[name] ?? []),
    ...packed('decoder', ({ decoder }, name) => decoder[name] ?? []),
    ...Object.entries(scored).map(([name, numbers]): [string, Leaf] => [
      `grads.params.attention.${name}`,
      numbers,
    ]),
    ['grads.params.W_s', total(({ encoder }) => encoder.bridge?.['W_xh'] ?? [])],
    ['grads.params.b_s', total(({ encoder }) => encoder.bridge?.['b_h'] ?? [])],
    ['grads.params.W_c', own('W_js')],
    ['grads.params.W_o', own(`W_${head}y`)],
    ['grads.params.b_o', own('b_y')],
  ];
}
