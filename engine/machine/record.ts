import { adjointLineTex } from '../program/adjoint-tex.ts';
import { stepTex } from '../program/tex.ts';
import type { Ref, Role } from '../program/types.ts';
import type { Machine } from './machine.ts';
import type { Trace } from './trace.ts';

/** A quantity at one time, with its numbers. */
export interface Operand {
  readonly name: string;
  readonly role: Role;
  /** Undefined for parameters. */
  readonly t: number | undefined;
  readonly rows: number;
  readonly columns: number;
  /** Row by row. */
  readonly values: readonly number[];
}

/** One operation of a forward step, with everything in view. */
export interface Operation {
  readonly op: string;
  readonly out: Operand;
  readonly inputs: readonly Operand[];
  readonly signs: readonly (1 | -1)[];
  readonly constant: number;
  readonly tex: string;
}

/** One addition of the backward pass: `after = before + term`, element by element. */
export interface Contribution {
  readonly op: string;
  /** The quantity whose gradient grows. */
  readonly into: Operand;
  /** The result of the operation, whose gradient flows back. */
  readonly from: Operand;
  readonly fromGrad: readonly number[];
  readonly inputs: readonly Operand[];
  readonly before: readonly number[];
  readonly term: readonly number[];
  readonly after: readonly number[];
  readonly tex: string;
}

/** Formulas by instruction: they hang on no numbers, so each is written once. */
const written = new WeakMap<object, string>();

function once(of: object, write: () => string): string {
  const known = written.get(of);
  if (known !== undefined) return known;
  const text = write();
  written.set(of, text);
  return text;
}

/** Runs step t operation by operation and returns what each did; the trace ends up as by `step`. */
export function record(machine: Machine, trace: Trace, t: number): Operation[] {
  return machine.forward.map((instruction) => {
    const { step, op, place } = instruction;
    op.run(trace.values, place(trace.frame(t)));
    return {
      op: step.op,
      out: operand(trace, { name: step.out, lag: 0 }, t),
      inputs: step.inputs.map((ref) => operand(trace, ref, t)),
      signs: step.signs,
      constant: step.constant,
      tex: once(instruction, () => stepTex(machine.program, step)),
    };
  });
}

/** Runs the backward pass of step t addition by addition; the gradients end up as by `pullback`. */
export function recordPullback(machine: Machine, trace: Trace, t: number): Contribution[] {
  const { grads, values, layout } = trace;
  return machine.backward.map((instruction) => {
    const { step, op, place, line } = instruction;
    const into = operand(trace, line.into, t);
    const start = trace.start(line.into.name, into.t);
    const { length } = into.values;
    const before = numbersFrom(grads, start, length);
    // the rule adds into zeros, so that its term can be seen, and is then added once
    grads.fill(0, start, start + length);
    op.pullback(values, grads, place(trace.frame(t)), line.which);
    const term = numbersFrom(grads, start, length);
    for (let i = 0; i < length; i++) grads[start + i] = before[i]! + term[i]!;
    return {
      op: step.op,
      into,
      from: operand(trace, { name: step.out, lag: 0 }, t),
      fromGrad: numbersFrom(grads, trace.start(step.out, t), layout.length(step.out)),
      inputs: step.inputs.map((ref) => operand(trace, ref, t)),
      before,
      term,
      after: numbersFrom(grads, start, length),
      tex: once(instruction, () => adjointLineTex(machine.program, line)),
    };
  });
}

function operand(trace: Trace, { name, lag }: Ref, t: number): Operand {
  const { program, layout } = trace;
  const { role, timed } = program.quantities.get(name)!;
  const time = timed ? t - lag : undefined;
  return {
    name,
    role,
    t: time,
    rows: layout.rows(name),
    columns: layout.columns(name),
    values: numbersFrom(trace.values, trace.start(name, time), layout.length(name)),
  };
}

function numbersFrom(numbers: Float64Array, start: number, length: number): number[] {
  const copy = new Array<number>(length);
  for (let i = 0; i < length; i++) copy[i] = numbers[start + i]!;
  return copy;
}
