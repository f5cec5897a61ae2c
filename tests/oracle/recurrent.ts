import type { Trace } from '#engine/index.ts';
import { pack } from '#engine/models/pytorch.ts';
import { adapterOf, isKnownCell, type CellAdapter } from './cells.ts';
import { runExample, suffix, type Example } from './example.ts';
import { isReadout } from './readout.ts';
import { flat, list, type Computed, type Leaf, type OracleCase, type Tensor } from './schema.ts';

/** True for a case of recurrent layers in PyTorch's layout with a batch. */
export function isRecurrent({ cell, params, inputs }: OracleCase): boolean {
  return isKnownCell(cell) && params?.['weight_ih_l0'] !== undefined && inputs['x'] !== undefined;
}

/** Runs a case of stacked, uni- or bidirectional layers, example by example. */
export function runRecurrent(oracle: OracleCase): Computed {
  const kind = oracle.loss?.kind;
  if (kind !== undefined && !/^sumsq_(y|all)$/.test(kind) && !isReadout(kind))
    throw new Error(`loss «${kind}» is unknown here`);
  const adapter = adapterOf(oracle.cell, oracle.config ?? {});
  const examples = list(list(oracle.inputs['x'])[0]).map((_, b) => runExample(oracle, adapter, b));
  return new Map([
    ...outputs(oracle, adapter, examples),
    ...traceOutputs(oracle, examples),
    ...grads(oracle, adapter, examples),
  ]);
}

const tracesOf = (example: Example | undefined): Trace[] =>
  (example?.stack.traces ?? []).flat() as Trace[];

function outputs(
  oracle: OracleCase,
  adapter: CellAdapter,
  examples: readonly Example[],
): [string, Tensor][] {
  const byTime = (pick: (example: Example, t: number) => Tensor): Tensor =>
    list(oracle.inputs['x']).map((_, t) => examples.map((example) => pick(example, t)));
  const fromReadout = (name: 'o' | 'y'): Tensor =>
    byTime(({ readout }, t) => [...(readout?.trace.value(name, t + 1) ?? [])]);
  const isClassifier = oracle.loss?.kind.startsWith('readout_ce') === true;
  const halves = (row: readonly number[]): number[] =>
    row.slice(0, row.length / 2).map((value, i) => value + (row[i + row.length / 2] ?? NaN));
  return [
    ['outputs.y', byTime(({ rows }, t) => rows[t] ?? [])],
    ['outputs.y_sum_of_directions', byTime(({ rows }, t) => halves(rows[t] ?? []))],
    ['grads.y', byTime(({ outputGrads }, t) => outputGrads[t] ?? [])],
    ['loss.value', lossOf(oracle, adapter, examples)],
    ...states(oracle, adapter, examples),
    ...(examples[0]?.readout === undefined
      ? []
      : ([
          ['outputs.o', fromReadout(isClassifier ? 'o' : 'y')],
          ['outputs.p', fromReadout('y')],
        ] as [string, Tensor][])),
  ];
}

/** First and last states by their names, h0 and h_n; and of states that are not shown, every step. */
function states(
  oracle: OracleCase,
  { initial }: CellAdapter,
  examples: readonly Example[],
): [string, Tensor][] {
  const perTrace = (pick: (trace: Trace) => Iterable<number>): Tensor =>
    tracesOf(examples[0]).map((_, index) =>
      examples.map((example) => [...pick(tracesOf(example)[index] as Trace)]),
    );
  return Object.entries(initial).flatMap(([name, state]): [string, Tensor][] => [
    [`grads.${name}`, perTrace((trace) => trace.grad(state, 0))],
    [`outputs.${state}_n`, perTrace((trace) => trace.value(state, trace.length))],
    [
      `outputs.${state}`,
      list(oracle.inputs['x']).map((_, t) =>
        examples.map((example) => {
          const [trace] = tracesOf(example);
          return t < (trace?.length ?? 0) ? [...(trace?.value(state, t + 1) ?? [])] : [];
        }),
      ),
    ],
  ]);
}

function lossOf(
  { loss }: OracleCase,
  { initial }: CellAdapter,
  examples: readonly Example[],
): number {
  const squares = (numbers: Iterable<number>): number =>
    [...numbers].reduce((sum, y) => sum + y * y, 0);
  return examples.reduce((total, example) => {
    if (example.readout !== undefined) return total + example.readout.loss;
    const finals = loss?.kind === 'sumsq_all' ? tracesOf(example) : [];
    const ends = finals.flatMap((trace) =>
      Object.values(initial).map((state) => squares(trace.value(state, trace.length))),
    );
    return total + squares(flat(example.rows)) + ends.reduce((sum, value) => sum + value, 0);
  }, 0);
}

/** Names of quantities that the reference writes in another way. */
const ENGINE_NAMES: Readonly<Record<string, string>> = { a: 'a_h', q_n: 'q' };

/** Every named quantity of the cell at every step, where a case asks for a trace. */
function traceOutputs(oracle: OracleCase, examples: readonly Example[]): [string, Leaf][] {
  const names = Object.keys(oracle.outputs?.['trace'] ?? {});
  const steps = list(oracle.inputs['x']);
  const perStep = (read: (trace: Trace, t: number) => Iterable<number>): Tensor =>
    steps.map((_, t) => examples.map((example) => [...read(tracesOf(example)[0] as Trace, t + 1)]));
  const losses = steps.map((_, t) =>
    examples.reduce((sum, { readout }) => sum + (readout?.trace.value('L', t + 1)[0] ?? 0), 0),
  );
  return [
    ['outputs.loss_t', losses],
    ...names.flatMap((name): [string, Tensor][] => {
      const engineName = ENGINE_NAMES[name] ?? name;
      return [
        [`outputs.trace.${name}`, perStep((trace, t) => trace.value(engineName, t))],
        [`grads.trace_total.${name}`, perStep((trace, t) => trace.grad(engineName, t))],
      ];
    }),
  ];
}

function grads(
  oracle: OracleCase,
  { blocks }: CellAdapter,
  examples: readonly Example[],
): [string, Tensor][] {
  const totals = new Map<string, number[]>();
  const add = (name: string, values: readonly number[]): void => {
    const total = totals.get(name);
    totals.set(
      name,
      values.map((value, i) => value + (total?.[i] ?? 0)),
    );
  };
  for (const { stack, readout } of examples) {
    stack.traces.forEach((run, l) =>
      run.forEach((trace, d) => {
        const named = pack(blocks, (name) => trace.grad(name));
        for (const [name, numbers] of Object.entries(named)) {
          add(`grads.params.${name}_${suffix(l, d)}`, numbers);
          if (l === 0 && d === 0) add(`grads.params.${name}`, numbers);
        }
      }),
    );
    if (readout === undefined) continue;
    add('grads.params.readout.weight', [...readout.trace.grad('W_hy')]);
    add('grads.params.readout.bias', [...readout.trace.grad('b_y')]);
  }
  const x = list(oracle.inputs['x']).map((_, t) =>
    examples.map(({ inputGrads }) => inputGrads[t] ?? []),
  );
  return [...totals, ['grads.x', x]];
}
