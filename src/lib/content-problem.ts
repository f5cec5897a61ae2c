/** Position in a file, counted from 1. */
export interface At {
  readonly line: number;
  readonly column: number;
}

/** One mistake in the text of the book. */
export interface ContentProblem extends At {
  readonly file: string;
  readonly found: string;
  readonly expected: string;
  /** The nearest valid name, or what to do. */
  readonly hint: string;
}

/** Mistakes that stop what is being made, because the text makes no sense without what they are in. */
export class ContentError extends Error {
  readonly problems: readonly ContentProblem[];

  constructor(...problems: readonly ContentProblem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** One line: file:line:column, what was found, what was expected, what to do. */
export const describeProblem = ({
  file,
  line,
  column,
  found,
  expected,
  hint,
}: ContentProblem): string =>
  `${file}:${line}:${column}: found ${found}; expected ${expected}; ${hint}`;
