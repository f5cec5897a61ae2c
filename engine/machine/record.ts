import { adjointLineTex } from '../program/adjoint.ts';
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

/** Runs step t operation by operation and returns what each did; the trace ends up as by `step`. */
export function record(machine: Machine, trace: Trace, t: number): Operation[] {
  return machine.forward.map(({ step, op, place }) => {
    op.run(trace.values, place(t));
    return {
      op: step.op,
      out: operand(trace, { name: step.out, lag: 0 }, t),
      inputs: step.inputs.map((ref) => operand(trace, ref, t)),
      signs: step.signs,
      constant: step.constant,
      tex: stepTex(machine.program, step),
    };
  });
}

/** Runs the backward pass of step t addition by addition; the gradients end up as by `pullback`. */
export function recordPullback(machine: Machine, trace: Trace, t: number): Contribution[] {
  const { grads, values } = trace;
  return machine.backward.map(({ step, op, place, line }) => {
    const into = operand(trace, line.into, t);
    const start = trace.start(line.into.name, into.t);
    const target = grads.subarray(start, start + into.values.length);
    const before = [...target];
    // the rule adds into zeros, so that its term can be seen, and is then added once
    target.fill(0);
    op.pullback(values, grads, place(t), line.which);
    const term = [...target];
    target.forEach((_, i) => (target[i] = before[i]! + term[i]!));
    return {
      op: step.op,
      into,
      from: operand(trace, { name: step.out, lag: 0 }, t),
      fromGrad: [...trace.grad(step.out, t)],
      inputs: step.inputs.map((ref) => operand(trace, ref, t)),
      before,
      term,
      after: [...target],
      tex: adjointLineTex(machine.program, line),
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
    values: [...trace.value(name, time)],
  };
}
