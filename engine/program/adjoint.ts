import type { Program, Ref, Role, Step } from './types.ts';

/** One line of the backward pass: the gradient of `into` grows by what flows back through `step`. */
export interface AdjointStep {
  readonly step: Step;
  /** Index into `step.inputs`. */
  readonly which: number;
  readonly into: Ref;
}

/**
 * Returns the backward pass of one step, last operation first. Every line adds; nothing is
 * overwritten, so the order in which uses of a quantity report does not matter for the result's meaning.
 */
export function adjoint(program: Program): AdjointStep[] {
  return program.steps
    .toReversed()
    .flatMap((step) => step.inputs.map((into, which) => ({ step, which, into })))
    .filter(({ into }) => receivesGradient(program, into));
}

/** Gradients of targets are never asked for. */
const receivesGradient = (program: Program, { name }: Ref): boolean =>
  program.quantities.get(name)?.role !== 'target';

/** Returns those lines of a backward pass that lead from the loss to parameters or to states before. */
export function linesToParameters(program: Program, lines: readonly AdjointStep[]): AdjointStep[] {
  const roleOf = (name: string): Role | undefined => program.quantities.get(name)?.role;
  // what a loss hears of, at this step or later
  const heard = new Set<string>(program.state);
  for (const { step, into } of lines)
    if (roleOf(step.out) === 'loss' || heard.has(step.out)) heard.add(step.out).add(into.name);
  return lines.filter(({ step, into }) => heard.has(step.out) && roleOf(into.name) !== 'input');
}
