import type { Place } from './types.ts';

/** What a reader who typed an equation needs to know to mend it. */
export interface EquationProblem {
  readonly at: Place;
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
}

/** An equation text that makes no sense; the message says place, found, expected and a hint. */
export class EquationError extends Error {
  readonly program: string;
  readonly at: Place;
  readonly found: string;
  readonly expected: string;
  readonly hint: string;

  constructor(program: string, problem: EquationProblem) {
    const { at, found, expected, hint } = problem;
    super(
      `${program}, line ${at.line}, column ${at.column}: found ${found}; expected ${expected}; ${hint}`,
    );
    this.name = 'EquationError';
    this.program = program;
    this.at = at;
    this.found = found;
    this.expected = expected;
    this.hint = hint;
  }
}

/** Returns the candidates most like `name`, nearest first, at most three. */
export function nearest(name: string, candidates: Iterable<string>): string[] {
  return [...candidates]
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
    .filter(({ candidate, distance }) => distance <= candidate.length / 2 && candidate.length > 1)
    .sort((first, second) => first.distance - second.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** Returns a text such as «f», «i», «o». */
export const quoted = (names: Iterable<string>): string =>
  [...names].map((name) => `«${name}»`).join(', ');

/** Levenshtein's distance, one row at a time. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const substitution = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}
