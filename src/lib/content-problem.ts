/** One mistake in the text of the book. */
export interface ContentProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly expected: string;
  /** The nearest valid name, or what to do. */
  readonly hint: string;
}

/** A mistake that stops what is being made, because the text makes no sense without it. */
export class ContentError extends Error {
  readonly problem: ContentProblem;

  constructor(problem: ContentProblem) {
    super(describeProblem(problem));
    this.name = 'ContentError';
    this.problem = problem;
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
