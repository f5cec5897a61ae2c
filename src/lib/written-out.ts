import { tex as programTex } from '#engine/index.ts';
import { programNamed } from './experiments.ts';
import { typeset } from './typeset.ts';

/** Returns the equation of a program for steps 1, 2, …, as HTML. Errors: no such equation. */
export function writtenOut(of: string, show: string, steps: number): string[] {
  const program = programNamed(of);
  const line = programTex(program)[program.equations.findIndex(({ name }) => name === show)];
  if (line === undefined) throw new Error(`${of} has no equation for «${show}» to write out`);
  return Array.from({ length: steps }, (_, index) => typeset(atStep(line, index + 1)));
}

/** Puts the number of a step for the time index: h_{t-1} at step 3 is h_{2}. */
export const atStep = (tex: string, t: number): string =>
  tex.replaceAll(/_\{((?:[^{},]*,)*)t(-1)?\}/g, (_, before: string, lag: string | undefined) => {
    const time = lag === undefined ? t : t - 1;
    return `_{${before}${time}}`;
  });
