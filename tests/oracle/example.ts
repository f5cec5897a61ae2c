import { compile } from '#engine/index.ts';
import {
  compact,
  gather,
  gatherBoth,
  maskOfLength,
  spread,
  spreadBoth,
  type Filling,
  type Mask,
} from '#engine/models/padding.ts';
import { unpack } from '#engine/models/pytorch.ts';
import {
  playStack,
  pullbackStack,
  type StackLayer,
  type StackTrace,
} from '#engine/models/stack.ts';
import type { CellAdapter } from './cells.ts';
import { isReadout, readOut, type Readout } from './readout.ts';
import { depth, flat, list, scalar, vector, type OracleCase, type Tensor } from './schema.ts';

/** Everything that one example of the batch gave. */
export interface Example {
  readonly stack: StackTrace;
  readonly readout: Readout | undefined;
  readonly inputGrads: number[][];
  readonly rows: number[][];
  readonly outputGrads: number[][];
}

/** Runs one example of a case of stacked, uni- or bidirectional layers, both ways. */
export function runExample(oracle: OracleCase, adapter: CellAdapter, b: number): Example {
  const layers = layersOf(oracle, adapter, b);
  const x = list(oracle.inputs['x']).map((row) => vector(list(row)[b]));
  const [mask, filling] = maskOf(oracle, b, x.length);
  const stack = playStack(layers, compact(x, mask));
  const width = layers.at(-1)?.reduce((sum, { machine }) => sum + machine.layout.length('h'), 0);
  const isBoth = layers.at(-1)?.length === 2;
  const rows = (isBoth ? spreadBoth : spread)(stack.outputs, mask, width ?? 0, filling);
  const kind = oracle.loss?.kind ?? '';
  const readout = isReadout(kind) ? readOut(oracle, rows, b) : undefined;
  const outputGrads = readout?.outputGrads ?? rows.map((row) => row.map((y) => 2 * y));
  if (kind === 'sumsq_all') seedFinalStates(stack, adapter);
  const grads = pullbackStack(
    layers,
    stack,
    (isBoth ? gatherBoth : gather)(outputGrads, mask, filling),
  );
  const inputGrads = spread(grads, mask, x[0]?.length ?? 0, 'zeros');
  return { stack, readout, inputGrads, rows, outputGrads };
}

/** A right-padded batch answers 0 at padded steps; Keras repeats the answer at masked ones. */
function maskOf({ inputs }: OracleCase, b: number, steps: number): [Mask, Filling] {
  if (inputs['mask'] !== undefined)
    return [list(inputs['mask']).map((row) => Number(list(row)[b])), 'previous'];
  const length = inputs['lengths'] === undefined ? steps : vector(inputs['lengths'])[b];
  return [maskOfLength(length ?? steps, steps), 'zeros'];
}

/** Adds the gradients of Σ h_T² + Σ c_T². */
function seedFinalStates(stack: StackTrace, { initial }: CellAdapter): void {
  for (const trace of stack.traces.flat())
    for (const state of Object.values(initial)) {
      const final = trace.value(state, trace.length);
      trace.grad(state, trace.length).set(final.map((value) => 2 * value));
    }
}

function layersOf(oracle: OracleCase, adapter: CellAdapter, b: number): StackLayer[] {
  const config = oracle.config ?? {};
  const [count, directions] = [Number(config['layers'] ?? 1), Number(config['directions'] ?? 1)];
  const projection = Number(config['proj'] ?? 0);
  const H = scalar(config['H']);
  const width = projection > 0 ? projection : H;
  return Array.from({ length: count }, (_, l) => {
    const machine = compile(adapter.program, {
      D: l === 0 ? scalar(config['I']) : width * directions,
      H: width,
      ...(projection > 0 ? { C: H } : {}),
    });
    const direction = (d: number): StackLayer[0] => ({
      machine,
      params: unpack(machine.layout, adapter.blocks, (name) =>
        storedAt(oracle, `${name}_${suffix(l, d)}`, name),
      ),
      initial: initialOf(oracle, adapter, l * directions + d, b),
    });
    return directions === 2 ? [direction(0), direction(1)] : [direction(0)];
  });
}

/** Peepholes and leak rates carry no suffix: their files have one layer. */
function storedAt({ params }: OracleCase, ...names: readonly string[]): number[] | undefined {
  const found = names.map((name) => params?.[name]).find((tensor) => tensor !== undefined);
  return found === undefined ? undefined : flat(found);
}

export const suffix = (layer: number, direction: number): string =>
  `l${layer}${direction === 1 ? '_reverse' : ''}`;

/** States are stored by layer and direction, or for one layer alone. */
function initialOf(
  { inputs }: OracleCase,
  { initial }: CellAdapter,
  index: number,
  b: number,
): Record<string, number[]> {
  const given = Object.entries(initial).filter(([name]) => inputs[name] !== undefined);
  return Object.fromEntries(
    given.map(([name, state]) => {
      const tensor = inputs[name] as Tensor;
      return [state, vector(list(depth(tensor) === 3 ? list(tensor)[index] : tensor)[b])];
    }),
  );
}
