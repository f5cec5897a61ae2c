import { describe, expect, test } from 'vitest';
import { bptt, gru, lstm, recordPullback, rnn, type Program } from '#engine/index.ts';
import { seedLoss } from '#engine/learn/bptt.ts';
import { extrapolated } from '#engine/learn/gradcheck.ts';
import { layOut } from '#engine/machine/layout.ts';
import { rng } from '#engine/math/index.ts';
import { hasProjectedKeys, type Score } from '#engine/models/attention.ts';
import { decoder, type DecoderSetting } from '#engine/models/decoder.ts';
import {
  force,
  pullbackAll,
  read,
  type EncoderDecoder,
  type EncoderDecoderGrads,
} from '#engine/models/encoder-decoder.ts';
import type { Params } from '#engine/models/encoder.ts';

const [H, E, WORDS] = [2, 3, 5];
const SOURCE = [1, 4, 2, 4];
const TARGET = [3, 1, 1];
const SCORES: readonly Score[] = ['dot', 'scaled_dot', 'general', 'additive', 'concat'];

/** Numbers in ±0.8, the same for a name in every run. */
const numbers = (name: string, count: number): number[] => {
  const random = rng(3).stream(name);
  return Array.from({ length: count }, () => 0.8 * (2 * random.uniform() - 1));
};

function paramsOf(name: string, program: Program, sizes: Record<string, number>): Params {
  const used = new Set([...program.quantities.values()].flatMap(({ shape }) => [...shape]));
  const own = Object.fromEntries(Object.entries(sizes).filter(([size]) => used.has(size)));
  const layout = layOut(program, own);
  const params = [...program.quantities.values()].filter(
    (quantity) => quantity.role === 'param' && !['K', 'V'].includes(quantity.name),
  );
  return Object.fromEntries(
    params.map((quantity) => [
      quantity.name,
      numbers(`${name}/${quantity.name}`, layout.length(quantity.name)),
    ]),
  );
}

interface Variant extends DecoderSetting {
  readonly isBidirectional?: boolean;
  readonly readsBackwards?: boolean;
}

function networkOf({ isBidirectional, readsBackwards, ...setting }: Variant): EncoderDecoder {
  const { cell, looking, readsContext, readsAnswer } = setting;
  const V = isBidirectional === true && !readsContext ? 2 * H : H;
  const [Z, P] = [3, looking !== undefined && hasProjectedKeys(looking.score) ? 4 : V];
  const found = readsContext || looking?.when === 'before' ? V : 0;
  const X = E + found + (readsAnswer ? Z : 0);
  const sizes = { E, H, S: 1, V, Z, P, X, J: H + V, K: WORDS };
  const bridge = { W_xh: numbers('W_s', H * H), b_h: numbers('b_s', H) };
  return {
    embedding: Array.from({ length: WORDS }, (_, k) => numbers(`word ${k}`, E)),
    encoder: {
      cell,
      sizes: { H, E },
      readsBackwards: readsBackwards === true,
      params: paramsOf('encoder', cell, { D: E, H }),
      other:
        isBidirectional === true
          ? { params: paramsOf('other', cell, { D: E, H }), bridge }
          : undefined,
    },
    decoder: setting,
    decoderParams: paramsOf('decoder', decoder(setting), sizes),
    keyParams: { W_kp: numbers('W_k', P * V) },
    sizes: { Z, P },
    firstToken: 0,
  };
}

/** Every table of numbers of a network, beside its gradient. */
function tables(
  { embedding, encoder, decoderParams, keyParams }: EncoderDecoder,
  grads: EncoderDecoderGrads,
): [string, number[], readonly number[]][] {
  const named = (part: string, params: Params = {}, own: Params = {}) =>
    Object.entries(params).map(([name, table]): [string, number[], readonly number[]] => [
      `${part} ${name}`,
      table as number[],
      own[name] ?? [],
    ]);
  return [
    ...embedding.map((row, k): [string, number[], readonly number[]] => [
      `word ${k}`,
      row as number[],
      grads.embedding[k] ?? [],
    ]),
    ...named('encoder', encoder.params, grads.encoder.params),
    ...named('other', encoder.other?.params, grads.encoder.other),
    ...named('bridge', encoder.other?.bridge, grads.encoder.bridge),
    ...named('decoder', decoderParams, grads.decoder),
    ...(grads.keys === undefined ? [] : named('keys', keyParams, grads.keys)),
  ];
}

function testGradients(what: string, variant: Variant): void {
  test(`${what}: every gradient equals extrapolated differences`, () => {
    const network = networkOf(variant);
    const loss = (): number => force(network, read(network, SOURCE), TARGET, 0.5).loss();
    const reading = read(network, SOURCE);
    const trace = force(network, reading, TARGET, 0.5);
    const grads = pullbackAll(network, reading, trace, SOURCE, TARGET);
    for (const [name, table, grad] of tables(network, grads)) {
      expect(grad, name).toHaveLength(table.length);
      table.forEach((kept, i) => {
        const slope = extrapolated((shift) => {
          table[i] = kept + shift;
          const found = loss();
          table[i] = kept;
          return found;
        }, 1e-3);
        // extrapolation leaves an error of order step⁴ plus rounding of about 1e-16 / step
        expect(grad[i], `${name}[${i}]`).toBeCloseTo(slope, 9);
      });
    }
  });
}

const plain = { readsContext: false, readsAnswer: false };

describe('an encoder and a decoder', () => {
  for (const cell of [rnn, lstm, gru]) {
    testGradients(`${cell.name}`, { cell, ...plain });
    testGradients(`${cell.name}, context in every step`, { cell, ...plain, readsContext: true });
  }
  testGradients('lstm, source backwards', { cell: lstm, ...plain, readsBackwards: true });
  testGradients('gru, two readers', { cell: gru, ...plain, isBidirectional: true });
});

describe('an encoder and a decoder with attention', () => {
  for (const score of SCORES)
    for (const when of ['before', 'after'] as const) {
      const looking = { score, keySize: H, when };
      testGradients(`gru, ${score} ${when}`, { cell: gru, ...plain, looking });
    }
  const dot = { score: 'dot' as const, keySize: H, when: 'after' as const };
  testGradients('gru, dot, source backwards', {
    cell: gru,
    ...plain,
    looking: dot,
    readsBackwards: true,
  });
  for (const score of ['general', 'additive', 'concat'] as const) {
    const looking = { score, keySize: 2 * H, when: 'after' as const };
    const variant = { cell: lstm, looking, readsContext: false, isBidirectional: true };
    testGradients(`lstm, ${score}, input feeding, two readers`, { ...variant, readsAnswer: true });
  }
  test('the terms that recordPullback shows add up to the bits that bptt leaves', () => {
    const looking = { score: 'additive' as const, keySize: H, when: 'before' as const };
    const network = networkOf({ cell: gru, ...plain, looking });
    const { machine, ...reading } = read(network, SOURCE);
    const trace = force(network, { machine, ...reading }, TARGET, 1);
    bptt(machine, trace);
    const whole = [...trace.grads];
    trace.grads.fill(0);
    seedLoss(trace);
    for (let t = trace.length; t >= 1; t--) recordPullback(machine, trace, t);
    expect([...trace.grads]).toEqual(whole);
  });

  test('keys that are projected without their matrix, or to no length, are told', () => {
    const looking = { score: 'additive' as const, keySize: H, when: 'after' as const };
    const { keyParams, sizes, ...network } = networkOf({ cell: gru, ...plain, looking });
    expect(() => read({ ...network, sizes: sizes! }, SOURCE)).toThrow('«W_kp» has 0 numbers');
    expect(() => read({ ...network, keyParams }, SOURCE)).toThrow('size P is 0');
  });

  test('a network without projections needs no lengths besides those of its reader', () => {
    const { sizes, keyParams, ...network } = networkOf({ cell: gru, ...plain });
    const forced = (own: EncoderDecoder): number => force(own, read(own, SOURCE), TARGET, 1).loss();
    expect(forced(network)).toBe(forced({ ...network, ...(sizes ? { sizes } : {}), keyParams }));
  });

  test('input feeding without a combined answer is refused', () => {
    expect(() => decoder({ cell: gru, ...plain, readsAnswer: true })).toThrow(
      'looks after its step',
    );
  });
});
