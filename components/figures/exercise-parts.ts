import Cite from './Cite.astro';
import Code from './Code.astro';
import Equation from './Equation.astro';
import N from './N.astro';
import Ref from './Ref.astro';
import Solution from './Solution.astro';
import Term from './Term.astro';
import { SOLUTION } from './solution-mark.ts';

/** The tags that a question and its solution may use. */
export const exerciseTags = { Cite, Code, Equation, N, Ref, Solution, Term };

/** Cuts the rendered body of an exercise where its solution begins. */
export function questionAndSolution(body: string): {
  question: string;
  solution: string | undefined;
} {
  const [question = '', solution] = body.split(SOLUTION);
  return { question, solution };
}
