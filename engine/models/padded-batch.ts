import type { Machine } from '../machine/machine.ts';
import { play, type Setting } from '../machine/play.ts';
import { lossName, type Trace } from '../machine/trace.ts';

/** One sequence of a batch: its rows, and what it should answer. */
export interface Sequence {
  readonly inputs: readonly number[];
  readonly targets: readonly number[];
}

/** What stands in the cells behind the end of a sequence. */
export interface Filling {
  readonly input: number;
  readonly target: number;
}

/** A sequence that was run at the length of the batch. */
export interface Lane {
  readonly trace: Trace;
  /** Steps that belong to the sequence; the rest is filling. */
  readonly length: number;
}

/** Runs sequences at the length of the longest; the losses of filled cells weigh 0 when masked. */
export function playPadded(
  machine: Machine,
  setting: Pick<Setting, 'params' | 'initial'>,
  sequences: readonly Sequence[],
  { input, target }: Filling,
  isMasked: boolean,
): Lane[] {
  const longest = Math.max(...sequences.map(({ inputs }) => inputs.length));
  return sequences.map(({ inputs, targets }) => {
    const missing = longest - inputs.length;
    const trace = play(machine, {
      ...setting,
      inputs: [...inputs, ...Array<number>(missing).fill(input)],
      targets: [...targets, ...Array<number>(missing).fill(target)],
      lossWeights: [...inputs.map(() => 1), ...Array<number>(missing).fill(isMasked ? 0 : 1)],
    });
    return { trace, length: inputs.length };
  });
}

/** How many cells of a batch are computed, and how many belong to sequences. */
export function cellsOf(lanes: readonly Lane[]): { readonly filled: number; readonly own: number } {
  return {
    filled: lanes.reduce((sum, { trace }) => sum + trace.length, 0),
    own: lanes.reduce((sum, { length }) => sum + length, 0),
  };
}

/** The mean of the losses that weigh something; both the sum and the count follow the weights. */
export function meanLoss(lanes: readonly Lane[]): number {
  let [sum, count] = [0, 0];
  for (const { trace } of lanes) {
    sum += trace.loss();
    for (let t = 1; t <= trace.length; t++) count += trace.lossWeights[t]!;
  }
  return sum / count;
}

/** How many sequences still have something to read at each step: the widths of a packed batch. */
export function packedWidths(lengths: readonly number[]): number[] {
  return Array.from(
    { length: Math.max(...lengths) },
    (_, index) => lengths.filter((length) => length > index).length,
  );
}

/** The losses of a lane, step by step. */
export function lossesOf({ trace }: Lane): number[] {
  const name = lossName(trace.program);
  if (name === undefined) throw new Error(`${trace.program.name} has no loss; join it with a head`);
  return Array.from({ length: trace.length }, (_, index) => trace.value(name, index + 1)[0]!);
}
