import type { Machine } from '../machine/machine.ts';
import { lossName } from '../machine/trace.ts';
import { adjoint } from '../program/adjoint.ts';
import type { Ref, Step } from '../program/types.ts';
import type { Algebra, Form, Written } from './algebra.ts';
import { formOf } from './operations.ts';

/** Numbers of quantities by name, rows first. */
export type Named<N> = ReadonlyMap<string, readonly N[]>;

/** A sequence to be written out. */
export interface WrittenSetting<N> {
  readonly params: Named<N>;
  /** The states at t = 0. */
  readonly initial: Named<N>;
  /** Inputs and targets, one map per step. */
  readonly given: readonly Named<N>[];
  /** One weight per step; undefined where the loss is not asked. */
  readonly lossWeights: readonly (N | undefined)[];
}

/**
 * Returns what a step computes from the step before and from what is given: parameters, inputs and targets.
 * Errors: an operation that has no written form.
 */
export function writeStep<N>(
  { program, layout }: Machine,
  algebra: Algebra<N>,
  before: Named<N>,
  given: Named<N>,
): Map<string, readonly N[]> {
  const frame = new Map(given);
  for (const step of program.steps) {
    const parts = partsOf(layout, step, (ref) => (ref.lag === 1 ? before : frame).get(ref.name));
    frame.set(step.out, writtenOf(program.name, step).run(algebra, parts));
  }
  return frame;
}

/**
 * Returns the loss of a sequence and its gradient with respect to every parameter, all steps written out:
 * forward, then back by the adjoint of the program. Errors: those of `writeStep`; a program without loss.
 */
export function writeBptt<N>(
  machine: Machine,
  algebra: Algebra<N>,
  setting: WrittenSetting<N>,
): { readonly loss: N; readonly gradient: Named<N> } {
  const frames = runSteps(machine, algebra, setting);
  const loss = lossName(machine.program);
  if (loss === undefined)
    throw new Error(`${machine.program.name} has no loss; join it with a head first`);
  const gradient = new Map<string, N[]>();
  const grads = frames.map((): Map<string, N[]> => new Map());
  let total = algebra.constant(0);
  setting.lossWeights.forEach((weight, index) => {
    if (weight === undefined) return;
    const value = frames[index + 1]!.get(loss)![0]!;
    total = algebra.add(total, algebra.multiply(weight, value));
    grads[index + 1]!.set(loss, [weight]);
  });
  for (let t = setting.given.length; t >= 1; t--) {
    const at = <V>(ref: Ref, maps: readonly V[], params: V): V =>
      machine.program.quantities.get(ref.name)?.timed ? maps[t - ref.lag]! : params;
    pullbackStep(machine, algebra, {
      value: (ref) => at<Named<N>>(ref, frames, setting.params).get(ref.name),
      grads: (ref) => at(ref, grads, gradient),
    });
  }
  return { loss: total, gradient };
}

function runSteps<N>(
  machine: Machine,
  algebra: Algebra<N>,
  { params, initial, given }: WrittenSetting<N>,
): Named<N>[] {
  const frames: Named<N>[] = [initial];
  for (const rows of given)
    frames.push(writeStep(machine, algebra, frames.at(-1)!, new Map([...params, ...rows])));
  return frames;
}

/** Where the pullback of one step finds values and leaves gradients. */
interface Memory<N> {
  value(ref: Ref): readonly N[] | undefined;
  grads(ref: Ref): Map<string, N[]>;
}

/** Adds what flows back through one step; nothing flows from a quantity that has no gradient yet. */
function pullbackStep<N>(
  { program, layout }: Machine,
  algebra: Algebra<N>,
  memory: Memory<N>,
): void {
  for (const { step, which, into } of adjoint(program)) {
    const result = { name: step.out, lag: 0 } as const;
    const D = memory.grads(result).get(step.out);
    if (D === undefined) continue;
    const parts = partsOf(layout, step, (ref) => memory.value(ref));
    const out = memory.value(result) ?? [];
    const terms = writtenOf(program.name, step).pullback(algebra, { ...parts, out, D }, which);
    const grads = memory.grads(into);
    const before = grads.get(into.name);
    grads.set(
      into.name,
      before === undefined ? terms : before.map((sum, i) => algebra.add(sum, terms[i]!)),
    );
  }
}

function partsOf<N>(
  layout: Machine['layout'],
  { inputs, signs, constant }: Step,
  find: (ref: Ref) => readonly N[] | undefined,
): Written<N> {
  const [first] = inputs;
  return {
    inputs: inputs.map((ref) => find(ref) ?? []),
    columns: first === undefined ? 1 : layout.columns(first.name),
    signs,
    constant,
  };
}

function writtenOf(program: string, { op }: Step): Form {
  const form = formOf(op);
  if (form === undefined)
    throw new Error(`${program}: «${op}» has no written form, so no kernel can be made of it`);
  return form;
}

/** Says whether kernels can be made of a program. */
export const canBeWritten = ({ steps }: Machine['program']): boolean =>
  steps.every(({ op }) => formOf(op) !== undefined);
