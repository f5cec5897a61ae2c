import { compile } from '#engine/index.ts';
import {
  playStack,
  pullbackStack,
  type StackLayer,
  type StackTrace,
} from '#engine/models/stack.ts';
import { adapters, type CellAdapter } from './cells.ts';
import { isReadout, readOut, type Readout } from './readout.ts';
import { flat, list, vector, type Computed, type OracleCase, type Tensor } from './schema.ts';

/** Why a case of recurrent layers cannot be run, or undefined when it can. */
export function unsupported(oracle: OracleCase): string | undefined {
  const { cell, loss, config, inputs, params } = oracle;
  if (!adapters.has(cell)) return `cell «${cell}» is not in the engine`;
  if (params?.['weight_ih_l0'] === undefined) return 'no recurrent layers in PyTorch layout';
  const kind = loss?.kind ?? 'none';
  if (kind !== 'sumsq_y' && kind !== 'sumsq_all' && !isReadout(kind)) return `loss «${kind}»`;
  if (config['proj'] !== 0 && config['proj'] !== undefined) return 'projection';
  return inputs['mask'] === undefined ? undefined : 'mask';
}

/** Everything that one example of the batch gave. */
interface Example {
  readonly stack: StackTrace;
  readonly layers: readonly StackLayer[];
  readonly readout: Readout | undefined;
  readonly inputGrads: number[][];
  readonly rows: number[][];
  readonly outputGrads: number[][];
}

/** Runs a case of stacked, uni- or bidirectional layers, example by example. */
export function runRecurrent(oracle: OracleCase): Computed {
  const adapter = adapters.get(oracle.cell);
  if (adapter === undefined) throw new Error(`no adapter for «${oracle.cell}»`);
  const examples = list(list(oracle.inputs['x'])[0]).map((_, b) => runExample(oracle, adapter, b));
  return new Map([
    ...outputs(oracle, examples),
    ...traceOutputs(oracle, examples),
    ...grads(oracle, adapter, examples),
  ]);
}

function runExample(oracle: OracleCase, adapter: CellAdapter, b: number): Example {
  const layers = layersOf(oracle, adapter, b);
  const lengths = oracle.inputs['lengths'];
  const x = list(oracle.inputs['x']).map((row) => vector(list(row)[b]));
  const valid = lengths === undefined ? x.length : (vector(lengths)[b] ?? x.length);
  const stack = playStack(layers, x.slice(0, valid));
  const width = stack.outputs[0]?.length ?? 0;
  const rows = x.map((_, t) => [...(stack.outputs[t] ?? zeros(width))]);
  const kind = oracle.loss?.kind ?? '';
  const readout = isReadout(kind) ? readOut(oracle, rows, b) : undefined;
  const outputGrads = readout?.outputGrads ?? rows.map((row) => row.map((y) => 2 * y));
  if (kind === 'sumsq_all')
    for (const run of stack.traces)
      for (const trace of run) {
        const final = trace.value('h', trace.length);
        trace.grad('h', trace.length).set(final.map((h) => 2 * h));
      }
  const inputGrads = pullbackStack(layers, stack, outputGrads.slice(0, valid));
  while (inputGrads.length < x.length) inputGrads.push(zeros(x[0]?.length ?? 0));
  return { stack, layers, readout, inputGrads, rows, outputGrads };
}

function layersOf(oracle: OracleCase, adapter: CellAdapter, b: number): StackLayer[] {
  const { config, inputs } = oracle;
  const [layers, directions] = [Number(config['layers'] ?? 1), Number(config['directions'] ?? 1)];
  const H = Number(config['H']);
  return Array.from({ length: layers }, (_, l) => {
    const machine = compile(adapter.program, {
      D: l === 0 ? Number(config['I']) : H * directions,
      H,
    });
    const direction = (d: number): StackLayer[0] => ({
      machine,
      params: adapter.params(oracle, suffix(l, d)),
      initial: { h: vector(list(list(inputs['h0'])[l * directions + d])[b]) },
    });
    return directions === 2 ? [direction(0), direction(1)] : [direction(0)];
  });
}

const suffix = (layer: number, direction: number): string =>
  `l${layer}${direction === 1 ? '_reverse' : ''}`;

const zeros = (length: number): number[] => Array.from({ length }, () => 0);

function outputs(oracle: OracleCase, examples: readonly Example[]): [string, Tensor][] {
  const byTime = (pick: (example: Example, t: number) => Tensor): Tensor =>
    list(oracle.inputs['x']).map((_, t) => examples.map((example) => pick(example, t)));
  const states = (t: (length: number) => number): Tensor =>
    flatTraces(examples[0]).map((_, index) =>
      examples.map((example) => {
        const trace = flatTraces(example)[index];
        return trace === undefined ? [] : [...trace.value('h', t(trace.length))];
      }),
    );
  const fromReadout = (name: 'o' | 'y'): Tensor =>
    byTime(({ readout }, t) => [...(readout?.trace.value(name, t + 1) ?? [])]);
  const isClassifier = oracle.loss?.kind.startsWith('readout_ce') === true;
  return [
    ['outputs.y', byTime(({ rows }, t) => rows[t] ?? [])],
    ['outputs.h_n', states((length) => length)],
    ['grads.y', byTime(({ outputGrads }, t) => outputGrads[t] ?? [])],
    ['loss.value', lossOf(oracle, examples)],
    ...(examples[0]?.readout === undefined
      ? []
      : ([
          ['outputs.o', fromReadout(isClassifier ? 'o' : 'y')],
          ['outputs.p', fromReadout('y')],
        ] as [string, Tensor][])),
  ];
}

const flatTraces = (example: Example | undefined): StackTrace['traces'][number][number][] =>
  (example?.stack.traces ?? []).flat();

function lossOf({ loss }: OracleCase, examples: readonly Example[]): number {
  const squares = (numbers: readonly number[]): number =>
    numbers.reduce((sum, y) => sum + y * y, 0);
  return examples.reduce((total, example) => {
    if (example.readout !== undefined) return total + example.readout.loss;
    const finals = loss?.kind === 'sumsq_all' ? flatTraces(example) : [];
    const ends = finals.map((trace) => squares([...trace.value('h', trace.length)]));
    return total + squares(flat(example.rows)) + ends.reduce((sum, value) => sum + value, 0);
  }, 0);
}

/** Every named quantity of the cell at every step, where a case asks for a trace. */
function traceOutputs(oracle: OracleCase, examples: readonly Example[]): [string, Tensor][] {
  const names = Object.keys(oracle.outputs.trace ?? {});
  const steps = list(oracle.inputs['x']);
  const perStep = (read: (example: Example, t: number) => Tensor): Tensor =>
    steps.map((_, t) => examples.map((example) => read(example, t + 1)));
  const engineName = (name: string): string => (name === 'a' ? 'a_h' : name);
  const losses = steps.map((_, t) =>
    examples.reduce((sum, { readout }) => sum + (readout?.trace.value('L', t + 1)[0] ?? 0), 0),
  );
  return [
    ['outputs.loss_t', losses],
    ...names.flatMap((name): [string, Tensor][] => [
      [
        `outputs.trace.${name}`,
        perStep((example, t) => [...(flatTraces(example)[0]?.value(engineName(name), t) ?? [])]),
      ],
      [
        `grads.trace_total.${name}`,
        perStep((example, t) => [...(flatTraces(example)[0]?.grad(engineName(name), t) ?? [])]),
      ],
    ]),
  ];
}

function grads(
  oracle: OracleCase,
  adapter: CellAdapter,
  examples: readonly Example[],
): [string, Tensor][] {
  const totals = new Map<string, number[]>();
  const add = (name: string, values: readonly number[]): void => {
    const total = totals.get(name) ?? zeros(values.length);
    totals.set(
      name,
      total.map((value, i) => value + (values[i] ?? NaN)),
    );
  };
  for (const { stack, readout } of examples) {
    stack.traces.forEach((run, l) =>
      run.forEach((trace, d) => {
        const named = adapter.grads(trace, suffix(l, d));
        for (const [name, tensor] of Object.entries(named))
          add(`grads.params.${name}`, flat(tensor));
      }),
    );
    if (readout === undefined) continue;
    add('grads.params.readout.weight', [...readout.trace.grad('W_hy')]);
    add('grads.params.readout.bias', [...readout.trace.grad('b_y')]);
  }
  const initial = flatTraces(examples[0]).map((_, index) =>
    examples.map((example) => [...(flatTraces(example)[index]?.grad('h', 0) ?? [])]),
  );
  const x = list(oracle.inputs['x']).map((_, t) =>
    examples.map(({ inputGrads }) => inputGrads[t] ?? []),
  );
  return [...totals, ['grads.h0', initial], ['grads.x', x]];
}
