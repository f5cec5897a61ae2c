import { ContentError, type At, type ContentProblem } from './content-problem.ts';

/** Turns an exception into mistakes at a place; «found; hint» is how the book's own errors read. */
export function asProblems(
  error: unknown,
  file: string,
  at: At,
  expected = 'something that exists',
  otherwise = 'correct the name',
): readonly ContentProblem[] {
  if (error instanceof ContentError) return error.problems;
  const message = error instanceof Error ? error.message : String(error);
  const [found = message, ...rest] = message.split('; ');
  const said = rest.findIndex((part) => part.startsWith('expected '));
  const wanted = said < 0 ? expected : (rest[said] ?? '').slice('expected '.length);
  const hint = rest.filter((_, index) => index !== said).join('; ') || otherwise;
  return [{ file, ...at, found, expected: wanted, hint }];
}

/** Where the first thing that a message quotes stands in a text; its beginning where it quotes nothing of it. */
export function quotedPlace(error: unknown, text: string): At {
  const message = error instanceof Error ? error.message : String(error);
  const named = [...message.matchAll(/«([^»]+)»/g)].map(([, name = '']) => name);
  const index = named.map((name) => text.indexOf(name)).find((found) => found >= 0) ?? 0;
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
