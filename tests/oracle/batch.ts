import { list, matrix, type Tensor } from './schema.ts';

/** Runs every example of a batch [T][B][…]. */
export const byExample = <Result>(
  x: Tensor | undefined,
  run: (example: number) => Result,
): Result[] => list(list(x)[0]).map((_, b) => run(b));

/** One example's rows of a batch [T][B][…]. */
export const exampleOf = (x: Tensor | undefined, b: number): number[][] =>
  matrix(list(x).map((row) => list(row)[b] as Tensor));

/** Adds named vectors up, name by name. */
export function summed(
  parts: readonly Readonly<Record<string, readonly number[]>>[],
): Record<string, number[]> {
  const [first = {}, ...others] = parts;
  return Object.fromEntries(
    Object.entries(first).map(([name, numbers]) => [
      name,
      numbers.map((value, i) =>
        others.reduce((sum, part) => sum + (part[name]?.[i] ?? NaN), value),
      ),
    ]),
  );
}
