import type { Machine } from '../machine/machine.ts';
import { play, type Setting } from '../machine/play.ts';
import type { Trace } from '../machine/trace.ts';

/** One recurrent layer read in one direction: its machine and what it starts from. */
export interface Direction {
  readonly machine: Machine;
  readonly params: Setting['params'];
  readonly initial: NonNullable<Setting['initial']>;
}

/** A layer reads forwards, or forwards and backwards; both see the outputs of the layer below. */
export type StackLayer = readonly [Direction] | readonly [Direction, Direction];

/** What a run of a stack leaves: a trace per layer and direction, and the rows on top. */
export interface StackTrace {
  readonly traces: readonly (readonly Trace[])[];
  /** T rows: the top layer's h, directions side by side. */
  readonly outputs: readonly (readonly number[])[];
}

/** Runs layers from the bottom up over T rows of input. Errors: those of `play`. */
export function playStack(
  layers: readonly StackLayer[],
  inputs: readonly (readonly number[])[],
): StackTrace {
  let rows = inputs;
  const traces = layers.map((layer) => {
    const run = layer.map(({ machine, params, initial }, d) =>
      play(machine, { params, initial, inputs: ordered(rows, d) }),
    );
    rows = sideBySide(run, rows.length);
    return run;
  });
  return { traces, outputs: rows };
}

/**
 * Fills the gradients of all traces of a stack from those of its outputs, top layer first, and
 * returns the gradients of its inputs. Gradients that are already in a trace, say of a final
 * state, are kept and added to.
 */
export function pullbackStack(
  layers: readonly StackLayer[],
  { traces }: StackTrace,
  outputGrads: readonly (readonly number[])[],
): number[][] {
  let above = outputGrads.map((row) => [...row]);
  for (let l = layers.length - 1; l >= 0; l--) {
    const run = traces[l]!;
    let offset = 0;
    const below = run.map((trace, d) => {
      const machine = layers[l]?.[d]?.machine;
      const width = trace.layout.length('h');
      const rows = ordered(above, d).map((row) => row.slice(offset, offset + width));
      offset += width;
      rows.forEach((row, index) => add(trace.grad('h', index + 1), row));
      machine?.pullbacks(trace, trace.length, 1);
      return ordered(
        rows.map((_, index) => [...trace.grad('x', index + 1)]),
        d,
      );
    });
    above = above.map((_, t) => summed(below.map((rows) => rows[t]!)));
  }
  return above;
}

/** Direction 1 reads the rows from the last to the first. */
const ordered = <Row>(rows: readonly Row[], direction: number): readonly Row[] =>
  direction === 0 ? rows : rows.toReversed();

function sideBySide(run: readonly Trace[], length: number): number[][] {
  return Array.from({ length }, (_, t) =>
    run.flatMap((trace, d) => [...trace.value('h', d === 0 ? t + 1 : length - t)]),
  );
}

function add(into: Float64Array, row: readonly number[]): void {
  for (let i = 0; i < into.length; i++) into[i]! += row[i]!;
}

function summed(rows: readonly (readonly number[])[]): number[] {
  const [first = [], ...others] = rows;
  return first.map((value, i) => others.reduce((total, row) => total + row[i]!, value));
}
