import type { AdjointStep } from '../program/adjoint.ts';
import type { Op, Placed } from '../program/op.ts';
import { opOf } from '../program/ops.ts';
import type { Program, Ref, Role, Step } from '../program/types.ts';
import type { Layout } from './layout.ts';
import type { Trace } from './trace.ts';

/** A step of the program bound to places of the layout. */
export interface Instruction {
  readonly step: Step;
  readonly op: Op;
  /** What runs the step for many frames at once, if its vectors move with the frame and its matrix does not. */
  readonly many: Op['many'];
  /** Of inputs and parameters alone: it can run before the steps that come first. */
  readonly canLead: boolean;
  /** Returns the step's offsets at a frame; the same object every time. */
  place(frame: number): Placed;
}

export interface BackwardInstruction extends Instruction {
  readonly line: AdjointStep;
  /** Into a parameter that is used nowhere else: what it adds can wait. */
  readonly canWait: boolean;
}

const GIVEN: ReadonlySet<Role> = new Set(['input', 'param']);

/** Binds one step of a program to the places of its layout. */
export function bind(program: Program, layout: Layout, step: Step): Instruction {
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
  const place = (frame: number): Placed => {
    placed.out = outBase + frame * layout.frameSize;
    for (let n = 0; n < bases.length; n++) placed.inputs[n] = bases[n]! + frame * strides[n]!;
    return placed;
  };
  // only the matrix of a product stays where it is
  const isLaidOut = strides.every((move, n) => (move === 0) === (op.shape === 'apply' && n === 0));
  const many = isLaidOut ? op.many : undefined;
  const isGiven = ({ name }: Ref): boolean => GIVEN.has(program.quantities.get(name)!.role);
  return { step, op, many, place, canLead: many !== undefined && step.inputs.every(isGiven) };
}

/** Binds the backward pass to the places of the forward instructions. */
export function bindBackward(
  program: Program,
  forward: readonly Instruction[],
  lines: readonly AdjointStep[],
): BackwardInstruction[] {
  const byStep = new Map(forward.map((bound) => [bound.step, bound]));
  return lines.map((line) => {
    const bound = byStep.get(line.step)!;
    const uses = lines.filter(({ into }) => into.name === line.into.name).length;
    const isParam = program.quantities.get(line.into.name)?.role === 'param';
    return { ...bound, line, canWait: isParam && uses === 1 && bound.many?.pullback !== undefined };
  });
}

/** Runs an instruction at time t of every lane. */
export function run({ op, many, place }: Instruction, trace: Trace, t: number): void {
  const { values, kernel, lanes, length, layout } = trace;
  let frame = trace.frame(t);
  if (many !== undefined)
    return many.run(kernel, place(frame), lanes.count, (length + 1) * layout.frameSize);
  for (let lane = 0; lane < lanes.count; lane++, frame += length + 1) op.run(values, place(frame));
}

/** Runs an instruction of every lane for t from `first` to `last`. */
export function runMany(
  { many, place }: Instruction,
  trace: Trace,
  first: number,
  last: number,
): void {
  const { kernel, lanes, layout } = trace;
  for (let lane = 0; lane < lanes.count; lane++)
    many?.run(kernel, place(trace.frame(first, lane)), last - first + 1, layout.frameSize);
}

/** Runs a line of the backward pass at time t of every lane. */
export function pullBack(
  { op, many, place, line: { which } }: BackwardInstruction,
  trace: Trace,
  t: number,
): void {
  const { values, grads, kernel, lanes, length, layout } = trace;
  let frame = trace.frame(t);
  const stride = (length + 1) * layout.frameSize;
  if (many?.pullback) return many.pullback(kernel, place(frame), which, lanes.count, stride);
  for (let lane = 0; lane < lanes.count; lane++, frame += length + 1)
    op.pullback(values, grads, place(frame), which);
}

/** Runs a line of the backward pass of one lane for t from `last` down to `first`. */
export function pullBackMany(
  { many, place, line }: BackwardInstruction,
  trace: Trace,
  last: number,
  first: number,
): void {
  const at = place(trace.frame(last));
  many?.pullback?.(trace.kernel, at, line.which, last - first + 1, -trace.layout.frameSize);
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
    const measured = shape.measure(shapes, layout.rows(out));
    if (typeof measured === 'string')
      throw new Error(`${program.name}: in «${out}[t] = ${name}(…)» ${measured}; change the sizes`);
    return { rows: measured.i, columns: measured.j };
  }
  const [first] = inputs;
  const measured = shape === 'same' || first === undefined ? out : first.name;
  return { rows: layout.rows(measured), columns: layout.columns(measured) };
}
