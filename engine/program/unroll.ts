import { define } from './define.ts';
import { showExpression } from './show.ts';
import type { Expression, Program, Size } from './types.ts';
import { changed } from './walk.ts';

/** One set of parameters for all steps, or a set of its own for each. */
export type Tying = 'tied' | 'untied';

/**
 * Returns the program that runs `length` steps of another as a single one, without a loop: each
 * equation is written out once a step, and what was the state one step ago is the copy before.
 * Copies are numbered: h[t] of step 3 is h_3, its input x_3, the start h_0 an input like any other.
 * Untied, each step has its own parameters too: w becomes w_1, w_2, …
 * Errors: a length that is no whole number from 1.
 */
export function unroll(program: Program, length: number, tying: Tying = 'tied'): Program {
  if (!Number.isInteger(length) || length < 1)
    throw new Error(`unroll: length is ${length}; expected a whole number from 1`);
  const steps = Array.from({ length }, (_, index) => index + 1);
  const lines = steps.flatMap((t) =>
    program.equations.map(
      ({ name, right }) => `${name}_${t}[t] = ${showExpression(copy(right, t, tying))}`,
    ),
  );
  return define({
    name: `${program.name}-${tying}-${length}`,
    source: program.source,
    sizes: sizesOf(program, steps),
    equations: lines.join('\n'),
  }) as Program;
}

/** The expression as step t computes it: states of t − 1 are ordinary quantities, computed before. */
function copy(expression: Expression, t: number, tying: Tying): Expression {
  const param = (name: string): string => (tying === 'tied' ? name : `${name}_${t}`);
  return changed(expression, (part) => {
    if (part.kind === 'apply') return { ...part, matrix: param(part.matrix) };
    if (part.kind !== 'name') return part;
    const { name, lag } = part;
    return lag === null
      ? { ...part, name: param(name) }
      : { ...part, name: `${name}_${t - lag}`, lag: 0 };
  });
}

/** The lengths of all copies; a loss has its own. */
function sizesOf(program: Program, steps: readonly number[]): Record<string, Size> {
  const sizes: Record<string, Size> = {};
  for (const { name, role, shape, timed, formula } of program.quantities.values()) {
    if (!timed || role === 'loss' || formula !== undefined) continue;
    if (program.state.includes(name)) sizes[`${name}_0`] = shape[0];
    for (const t of steps) sizes[`${name}_${t}`] = shape[0];
  }
  return sizes;
}
