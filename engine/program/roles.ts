import type { Definition } from './definition.ts';
import { opOf } from './ops.ts';
import type { Names } from './quantities.ts';
import type { Role, Step } from './types.ts';

/** Says what a quantity of a lowered program is. */
export function roleOf(
  name: string,
  { output }: Definition,
  { params, targets, inputs, state }: Names,
  steps: readonly Step[],
): Role {
  if (params.includes(name)) return 'param';
  if (targets.has(name)) return 'target';
  if (inputs.includes(name)) return name === 'h' ? 'state' : 'input';
  const isUsed = steps.some((step) => step.inputs.some((input) => input.name === name));
  if (!isUsed && isLoss(name, steps)) return 'loss';
  if (name === output) return 'output';
  return state.includes(name) ? 'state' : 'value';
}

/** A loss is one, and so is a sum of losses; the one that nothing uses further on is the program's. */
function isLoss(name: string, steps: readonly Step[]): boolean {
  const step = steps.find(({ out }) => out === name);
  if (step === undefined) return false;
  if (opOf(step.op).shape === 'loss') return true;
  return step.op === 'sum' && step.inputs.every((n) => isLoss(n.name, steps));
}
