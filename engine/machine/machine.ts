import { javascript } from '../kernels/javascript.ts';
import type { Allocate } from '../kernels/kernel.ts';
import { adjoint, linesToParameters } from '../program/adjoint.ts';
import type { Program } from '../program/types.ts';
import {
  bind,
  bindBackward,
  pullBack,
  pullBackMany,
  run,
  runMany,
  type BackwardInstruction,
  type Instruction,
} from './instruction.ts';
import { layOut, type Layout } from './layout.ts';
import { Trace } from './trace.ts';

/** Runs a program: `step` forward in time, `pullback` backward; every learning rule orders these two. */
export interface Machine<Name extends string = string> {
  readonly program: Program<Name>;
  readonly layout: Layout;
  /** Returns an empty trace of T steps; of a batch, with a lane for each of its sequences. */
  trace(length: number, lanes?: number): Trace<Name>;
  /** Fills frame t of the trace from frame t − 1, the inputs at t and theta. Range: 1 ≤ t ≤ T. */
  step(trace: Trace<Name>, t: number): void;
  /** The same as step(t) for t from `first` to `last`, bit for bit, and faster; their inputs are there. */
  steps(trace: Trace<Name>, first: number, last: number): void;
  /** Adds into frames t and t − 1 and into theta the gradients that flow back through step t. */
  pullback(trace: Trace<Name>, t: number): void;
  /** The same as pullback(t) for t from `last` down to `first`, bit for bit, and faster. */
  pullbacks(trace: Trace<Name>, last: number, first: number): void;
  /** The operations of one step, in order, for tools that play them one at a time. */
  readonly forward: readonly Instruction[];
  /** The additions of the backward pass of one step, in order. */
  readonly backward: readonly BackwardInstruction[];
}

/**
 * Binds a program to sizes, for example { D: 2, H: 3, K: 2 }, and to the storage of its traces.
 * Errors: those of `layOut`.
 */
export function compile<Name extends string>(
  program: Program<Name>,
  sizes: Readonly<Record<string, number>> = {},
  allocate: Allocate = javascript,
): Machine<Name> {
  const layout = layOut(program, sizes);
  const forward = program.steps.map((step) => bind(program, layout, step));
  const { thetaSize, frameSize } = layout;
  const trace = (length: number, count = 1): Trace<Name> => {
    const storage = allocate(thetaSize + count * (length + 1) * frameSize);
    return new Trace(program, layout, length, storage, { first: 0, count });
  };
  const backward = bindBackward(program, forward, adjoint(program));
  return machineOf({ program, layout, forward, backward, trace });
}

/**
 * Returns the machine with a backward pass from the loss to the parameters alone: gradients of
 * inputs, and of answers that no loss hears of, are not made; all others keep their bits.
 */
export function learner<Name extends string>(machine: Machine<Name>): Machine<Name> {
  const { program, forward } = machine;
  const lines = linesToParameters(program, adjoint(program));
  return machineOf({ ...machine, backward: bindBackward(program, forward, lines) });
}

type Parts<Name extends string> = Omit<Machine<Name>, 'step' | 'steps' | 'pullback' | 'pullbacks'>;

function machineOf<Name extends string>(parts: Parts<Name>): Machine<Name> {
  const { forward, backward } = parts;
  return {
    ...parts,
    step(trace, t) {
      for (const instruction of forward) run(instruction, trace, t);
    },
    steps(trace, first, last) {
      for (const instruction of forward)
        if (instruction.canLead) runMany(instruction, trace, first, last);
      for (let t = first; t <= last; t++)
        for (const instruction of forward) if (!instruction.canLead) run(instruction, trace, t);
    },
    pullback(trace, t) {
      for (const line of backward) pullBack(line, trace, t);
    },
    pullbacks(trace, last, first) {
      // a batch has many frames at each step and need not wait for more
      const isAlone = trace.lanes.count === 1;
      for (let t = last; t >= first; t--)
        for (const line of backward) if (!isAlone || !line.canWait) pullBack(line, trace, t);
      for (const line of backward)
        if (isAlone && line.canWait) pullBackMany(line, trace, last, first);
    },
  };
}
