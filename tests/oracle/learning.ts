import { bptt, play, sgd, type Optimizer, type Trace } from '#engine/index.ts';
import type { GradientRule } from '#engine/learn/bptt.ts';
import { Influence, rtrl } from '#engine/learn/rtrl.ts';
import { tbptt } from '#engine/learn/tbptt.ts';
import { pack, unpack, type Blocks } from '#engine/models/pytorch.ts';
import type { Computed, Leaf, OracleCase, Stated } from './schema.ts';
import { sequenceOf, stateAt, type Sequence } from './sequence.ts';

const named = (prefix: string, parts: Readonly<Record<string, Leaf>>): [string, Leaf][] =>
  Object.entries(parts).map(([name, part]) => [`${prefix}.${name}`, part]);

const gradsOf = (trace: Trace, blocks: Blocks): Record<string, number[]> =>
  pack(blocks, (name) => trace.grad(name));

const losses = (trace: Trace): number[] =>
  Array.from({ length: trace.length }, (_, t) => trace.value('L', t + 1)[0] ?? NaN);

/** Real-time recurrent learning: the influence of every parameter on the state, step by step. */
export function runRtrl(oracle: OracleCase): Computed {
  const { machine, setting, blocks, x } = sequenceOf(oracle);
  const trace = play(machine, setting);
  const influence = new Influence(machine, trace);
  const total = new Float64Array(machine.layout.thetaSize);
  const byName = (numbers: Float64Array): Record<string, number[]> =>
    pack(blocks, (name) => {
      const start = machine.layout.offset(name);
      return numbers.subarray(start, start + machine.layout.length(name));
    });
  const steps = Array.from({ length: trace.length }, (_, index): [string, Leaf][] => {
    influence.advance(index + 1).forEach((value, p) => (total[p]! += value));
    const rows = influence.rows.map(byName);
    const names = Object.keys(blocks);
    const influences = Object.fromEntries(
      names.map((name) => [name, rows.map((row) => row[name] ?? [])]),
    );
    return [
      ...named(`rtrl.influence_t.${index}`, influences),
      ...named(`grads.running_total_after_step.${index}`, byName(total)),
    ];
  });
  rtrl(machine, trace);
  return new Map<string, Leaf>([
    ['outputs.state', x.map((_, t) => stateAt(trace, t + 1))],
    ['outputs.loss_t', losses(trace)],
    ['loss.value', trace.loss()],
    ...named('grads.params', gradsOf(trace, blocks)),
    ...steps.flat(),
  ]);
}

/** Truncated BPTT: chunked, windowed, and with an update after every chunk. */
export function runTbptt(oracle: OracleCase): Computed {
  const sequence = sequenceOf(oracle);
  const { machine, setting, blocks } = sequence;
  const gradsBy = (rule: GradientRule): Record<string, number[]> => {
    const trace = play(machine, setting);
    rule(machine, trace);
    return gradsOf(trace, blocks);
  };
  const stated = oracle.tbptt as Readonly<Record<string, Stated>>;
  const each = (
    name: string,
    run: (k: number, rate: number) => [string, Leaf][],
  ): [string, Leaf][] =>
    (stated[name] as readonly { k: number; learning_rate?: number }[]).flatMap(
      ({ k, learning_rate: rate = 0 }, i) =>
        run(k, rate).map(([part, leaf]): [string, Leaf] => [`tbptt.${name}.${i}.${part}`, leaf]),
    );
  const whole = play(machine, setting);
  const chunkLosses = (k: number): number[] => {
    const all = losses(whole);
    const count = Math.ceil(all.length / k);
    return Array.from({ length: count }, (_, n) =>
      all.slice(n * k, (n + 1) * k).reduce((sum, loss) => sum + loss, 0),
    );
  };
  return new Map<string, Leaf>([
    ['tbptt.full.loss', whole.loss()],
    ...named('tbptt.full.grads', gradsBy(bptt)),
    ...each('chunked', (k) => [
      ['chunk_losses', chunkLosses(k)],
      ...named('grads', gradsBy(tbptt(k))),
    ]),
    ...each('windowed', (k) => named('grads', gradsBy(tbptt(k, 1)))),
    ...each('chunked_sgd', (k, rate) => trainByChunks(sequence, k, rate)),
  ]);
}

/**
 * Learns while it reads: an update after every k steps, the state carried over. The reference updates
 * each stored tensor, so that a bias which is stored twice moves twice.
 */
function trainByChunks(
  { machine, setting, blocks, stored: first, x, targets }: Sequence,
  k: number,
  rate: number,
): [string, Leaf][] {
  const optimizer = sgd(rate);
  const chunkLosses: number[] = [];
  let stored: Stored = first;
  let initial = setting.initial ?? {};
  for (let from = 0; from < x.length; from += k) {
    const trace = play(machine, {
      params: unpack(machine.layout, blocks, (name) => stored[name]),
      initial,
      inputs: x.slice(from, from + k),
      targets: targets.slice(from, from + k),
    });
    chunkLosses.push(trace.loss());
    bptt(machine, trace);
    initial = Object.fromEntries(
      trace.program.state.map((name) => [name, [...trace.value(name, trace.length)]]),
    );
    stored = updated(optimizer, stored, gradsOf(trace, blocks));
  }
  return [
    ['chunk_losses', chunkLosses],
    ['final_state', Object.values(initial).flatMap((state) => state as number[])],
    ...named('final_params', stored),
  ];
}

type Stored = Readonly<Record<string, readonly number[]>>;

function updated(optimizer: Optimizer, stored: Stored, grads: Stored): Stored {
  const names = Object.keys(stored);
  const theta = new Float64Array(names.flatMap((name) => stored[name] ?? []));
  optimizer.update(theta, new Float64Array(names.flatMap((name) => grads[name] ?? [])));
  let start = 0;
  return Object.fromEntries(
    names.map((name) => [name, [...theta.slice(start, (start += stored[name]?.length ?? 0))]]),
  );
}
