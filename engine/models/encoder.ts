import { compile, type Machine } from '../machine/machine.ts';
import { play } from '../machine/play.ts';
import type { Trace } from '../machine/trace.ts';
import type { Program } from '../program/types.ts';
import { layer } from './layer.ts';
import { playStack, pullbackStack, type StackLayer, type StackTrace } from './stack.ts';

/** Parameters by name, row by row. */
export type Params = Readonly<Record<string, readonly number[]>>;

/** How a source is read. */
export interface EncoderSetting {
  readonly cell: Program;
  /** Length of the state and of a word. */
  readonly sizes: { readonly H: number; readonly E: number };
  /** The last word is read first. Source: sutskever2014. */
  readonly readsBackwards: boolean;
  readonly params: Params;
  /** A second reader, from the end, and the layer that makes the decoder's start of its last state. */
  readonly other?: { readonly params: Params; readonly bridge: Params } | undefined;
}

/** A source that was read. */
export interface Encoding {
  /** A row per word, in the order of the source: both readers' states side by side. */
  readonly annotations: readonly (readonly number[])[];
  /** What the decoder starts from, by state. */
  readonly start: Readonly<Record<string, readonly number[]>>;
  readonly layers: readonly [StackLayer];
  readonly stack: StackTrace;
  readonly bridge: { readonly machine: Machine; readonly trace: Trace } | undefined;
}

/** The gradients of everything that an encoder was given. */
export interface EncoderGrads {
  readonly params: Params;
  readonly other: Params | undefined;
  readonly bridge: Params | undefined;
  /** A row per word of the source. */
  readonly rows: readonly (readonly number[])[];
}

/** Reads a source, one row of numbers per word. Errors: no rows; those of `compile` and `play`. */
export function encode(setting: EncoderSetting, rows: readonly (readonly number[])[]): Encoding {
  const { cell, sizes, params, other } = setting;
  if (rows.length === 0)
    throw new Error(`${cell.name}-encoder: nothing to read; give a word or more`);
  const machine = compile(cell, { D: sizes.E, H: sizes.H });
  const reader = (own: Params): StackLayer[0] => ({ machine, params: own, initial: {} });
  const layers: [StackLayer] = [
    other === undefined ? [reader(params)] : [reader(params), reader(other.params)],
  ];
  const stack = playStack(layers, inReadingOrder(setting, rows));
  const annotations = inReadingOrder(setting, stack.outputs);
  const last = stack.traces[0]!.at(-1)!;
  if (other === undefined) {
    const start = cell.state.map((name) => [name, [...last.value(name, last.length)]] as const);
    return { annotations, start: Object.fromEntries(start), layers, stack, bridge: undefined };
  }
  const bridge = compile(layer, { D: sizes.H, H: sizes.H });
  const trace = play(bridge, { params: other.bridge, inputs: [[...last.value('h', last.length)]] });
  const start = { h: [...trace.value('h', 1)] };
  return { annotations, start, layers, stack, bridge: { machine: bridge, trace } };
}

/** Pulls the gradients of the annotations and of the decoder's start back through the encoder, once. */
export function pullbackEncoding(
  setting: EncoderSetting,
  { layers, stack, bridge }: Encoding,
  annotationGrads: readonly (readonly number[])[],
  startGrads: Readonly<Record<string, readonly number[]>>,
): EncoderGrads {
  const run = stack.traces[0]!;
  const last = run.at(-1)!;
  const seed = (name: string, numbers: Iterable<number>): void =>
    last.grad(name, last.length).set([...numbers]);
  if (bridge === undefined) for (const name of setting.cell.state) seed(name, startGrads[name]!);
  else {
    bridge.trace.grad('h', 1).set(startGrads['h']!);
    bridge.machine.pullback(bridge.trace, 1);
    seed('h', bridge.trace.grad('x', 1));
  }
  const rows = pullbackStack(layers, stack, inReadingOrder(setting, annotationGrads));
  const [own, other] = run.map(paramGrads);
  return {
    params: own!,
    other,
    bridge: bridge === undefined ? undefined : paramGrads(bridge.trace),
    rows: inReadingOrder(setting, rows),
  };
}

/** Returns the gradients of a trace's parameters by name. */
export const paramGrads = (trace: Trace): Params =>
  Object.fromEntries(
    [...trace.program.quantities.values()]
      .filter(({ role }) => role === 'param')
      .map(({ name }) => [name, [...trace.grad(name)]]),
  );

/** Its own inverse. */
const inReadingOrder = <Row>(
  { readsBackwards }: EncoderSetting,
  rows: readonly Row[],
): readonly Row[] => (readsBackwards ? rows.toReversed() : rows);
