import { adjoint, type AdjointStep } from './adjoint.ts';
import { opTexOf } from './op-tex.ts';
import { partsOf, texOf } from './tex.ts';
import type { Program } from './types.ts';

/** Returns the backward pass as TeX, one line per addition. */
export const adjointTex = (program: Program): string[] =>
  adjoint(program).map((line) => adjointLineTex(program, line));

/** Returns one line, as in `h̄_{t-1} += W_hhᵀ ā_h`. */
export function adjointLineTex(program: Program, { step, which, into }: AdjointStep): string {
  const flow = opTexOf(step.op).adjointTex(partsOf(program, step), which);
  return `${texOf(program, into, true)} \\mathrel{+}= ${flow}`;
}
