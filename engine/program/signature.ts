import type { Signature } from './op.ts';
import type { Shape, Size } from './types.ts';

/**
 * Returns the shape of every argument of an operation, from those that are known and from the
 * rows of its result; a length that nothing says is H.
 */
export function argumentShapes(
  { inputs, out }: Signature,
  known: readonly (Shape | undefined)[],
  rows: Size,
): Shape[] {
  const lengths = new Map<string, Size>();
  const learn = (letter: string, size: Size | undefined): void => {
    if (size !== undefined && !lengths.has(letter)) lengths.set(letter, size);
  };
  inputs.forEach((letters, n) =>
    letters.forEach((letter, axis) => learn(letter, known[n]?.[axis])),
  );
  const [whole] = out;
  if (out.length === 1 && whole !== undefined) learn(whole, rows);
  const sizeOf = (letter: string): Size => lengths.get(letter) ?? 'H';
  return inputs.map(([first, second]) =>
    second === undefined ? [sizeOf(first)] : [sizeOf(first), sizeOf(second)],
  );
}

/**
 * Returns the lengths i and j of an operation out of the numbers of its arguments.
 * Errors, as texts without a beginning: arguments or a result that do not fit.
 */
export function measure(
  { inputs, out }: Signature,
  shapes: readonly (readonly number[])[],
  rows: number,
): { readonly i: number; readonly j: number } | string {
  const lengths = new Map<string, number>();
  for (const [n, letters] of inputs.entries())
    for (const [axis, letter] of letters.entries()) {
      lengths.set(letter, shapes[n]![axis]!);
    }
  const total = out.reduce((sum, letter) => sum + lengths.get(letter)!, 0);
  if (total !== rows) return `the result has length ${total}; its name has ${rows}`;
  return { i: lengths.get('i')!, j: lengths.get('j')! };
}
