import type { ProgramFormulas } from '#components/views/backward.ts';
import { adjointTex } from '#engine/index.ts';
import { stepTex } from '#engine/program/tex.ts';
import { programNamed } from './experiments.ts';
import { typeset } from './typeset.ts';

/** Returns the formulas of a program by its name. Errors: a program that there is not. */
export function programFormulas(name: string): ProgramFormulas {
  const program = programNamed(name);
  return {
    forward: program.steps.map((step) => typeset(stepTex(program, step))),
    backward: adjointTex(program).map((line) => typeset(line)),
  };
}
