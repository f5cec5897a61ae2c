import { adjoint, type AdjointStep } from '../program/adjoint.ts';
import type { Op, Placed } from '../program/op.ts';
import { opOf } from '../program/ops.ts';
import { measure } from '../program/signature.ts';
import type { Program, Step } from '../program/types.ts';
import { layOut, type Layout } from './layout.ts';
import { Trace } from './trace.ts';

/** Runs a program: `step` forward in time, `pullback` backward; every learning rule orders these two. */
export interface Machine<Name extends string = string> {
  readonly program: Program<Name>;
  readonly layout: Layout;
  /** Returns an empty trace of T steps. */
  trace(length: number): Trace<Name>;
  /** Fills frame t of the trace from frame t − 1, the inputs at t and theta. Range: 1 ≤ t ≤ T. */
  step(trace: Trace<Name>, t: number): void;
  /** Adds into frames t and t − 1 and into theta the gradients that flow back through step t. */
  pullback(trace: Trace<Name>, t: number): void;
  /** The operations of one step, in order, for tools that play them one at a time. */
  readonly forward: readonly Instruction[];
  /** The additions of the backward pass of one step, in order. */
  readonly backward: readonly BackwardInstruction[];
}

/** A step of the program bound to places of the layout. */
export interface Instruction {
  readonly step: Step;
  readonly op: Op;
  /** Returns the step's offsets at time t; the same object every time. */
  place(t: number): Placed;
}

export interface BackwardInstruction extends Instruction {
  readonly line: AdjointStep;
}

/** Binds a program to sizes, for example { D: 2, H: 3, K: 2 }. Errors: those of `layOut`. */
export function compile<Name extends string>(
  program: Program<Name>,
  sizes: Readonly<Record<string, number>> = {},
): Machine<Name> {
  const layout = layOut(program, sizes);
  const forward = program.steps.map((step) => instruction(program, layout, step));
  const byStep = new Map(forward.map((bound) => [bound.step, bound]));
  const backward = adjoint(program).map((line) => ({ ...byStep.get(line.step)!, line }));
  return {
    program,
    layout,
    forward,
    backward,
    trace: (length) => new Trace(program, layout, length),
    step({ values }, t) {
      for (const { op, place } of forward) op.run(values, place(t));
    },
    pullback({ values, grads }, t) {
      for (const { op, place, line } of backward) op.pullback(values, grads, place(t), line.which);
    },
  };
}

function instruction(program: Program, layout: Layout, step: Step): Instruction {
  const op = opOf(step.op);
  const stride = (name: string): number =>
    program.quantities.get(name)?.timed ? layout.frameSize : 0;
  const base = (name: string, lag: number): number =>
    layout.offset(name) + (stride(name) === 0 ? 0 : layout.thetaSize - lag * layout.frameSize);
  const outBase = base(step.out, 0);
  const bases = step.inputs.map(({ name, lag }) => base(name, lag));
  const strides = step.inputs.map(({ name }) => stride(name));
  const { rows, columns } = lengths(program, layout, step, op);
  const placed: Placed = {
    out: outBase,
    inputs: [...bases],
    rows,
    columns,
    signs: step.signs,
    constant: step.constant,
  };
  const place = (t: number): Placed => {
    placed.out = outBase + t * layout.frameSize;
    for (let n = 0; n < bases.length; n++) placed.inputs[n] = bases[n]! + t * strides[n]!;
    return placed;
  };
  return { step, op, place };
}

/** The lengths that an operation runs over. Errors: arguments of a signature that do not fit. */
function lengths(
  program: Program,
  layout: Layout,
  { inputs, out, op: name }: Step,
  { shape }: Op,
): Pick<Placed, 'rows' | 'columns'> {
  if (typeof shape === 'object') {
    const shapes = inputs.map((ref) => [layout.rows(ref.name), layout.columns(ref.name)]);
    const measured = measure(shape, shapes, layout.rows(out));
    if (typeof measured === 'string')
      throw new Error(`${program.name}: in «${out}[t] = ${name}(…)» ${measured}; change the sizes`);
    return { rows: measured.i, columns: measured.j };
  }
  const [first] = inputs;
  const measured = shape === 'same' || first === undefined ? out : first.name;
  return { rows: layout.rows(measured), columns: layout.columns(measured) };
}
