import { contentProblems } from '../lib/content-check.ts';
import { describeProblem } from '../lib/content-problem.ts';

/** Prints every mistake of all content, one a line, and ends with code 1 when there is one. */
const problems = contentProblems();
for (const problem of problems) process.stdout.write(`${describeProblem(problem)}\n`);
process.stdout.write(
  problems.length === 0 ? 'content: no mistakes\n' : `content: ${problems.length} mistakes\n`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
