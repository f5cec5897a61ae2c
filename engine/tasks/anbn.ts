import { checkSize, nextSymbols, type TaskSequence } from './sequence.ts';

/** S begins, E ends. */
export const COUNT_ALPHABET = ['S', 'a', 'b', 'E'] as const;

/** Returns S aⁿ bⁿ E, read symbol by symbol, the next one being asked for. Source: gers2001. Errors: n below 1. */
export function anbn(n: number): TaskSequence {
  checkSize('anbn', 'n', n, 1);
  const a = Array<string>(n).fill('a');
  return nextSymbols(COUNT_ALPHABET, ['S', ...a, ...a.map(() => 'b'), 'E']);
}

/** Returns which symbols may follow a beginning of such a string; none where it is no beginning. */
export function legalNext(text: readonly string[]): readonly string[] {
  const shape = /^S(a*)(b*)(E?)$/.exec(text.join(''));
  const [as, bs, end] = [shape?.[1]?.length ?? 0, shape?.[2]?.length ?? 0, shape?.[3] ?? ''];
  if (shape === null || end !== '' || bs > as) return [];
  if (as === 0) return ['a'];
  if (bs === 0) return ['a', 'b'];
  return bs < as ? ['b'] : ['E'];
}

/**
 * Says whether a reader knows the string: after every beginning it takes exactly the legal symbols for
 * possible. Rows of `answers` belong to steps and are in the alphabet's order; what reaches
 * `threshold` counts as taken for possible.
 */
export const knows = (
  { symbols }: TaskSequence,
  answers: readonly (readonly number[])[],
  threshold = 0.5,
): boolean =>
  symbols.every((_, t) => {
    const legal = legalNext(symbols.slice(0, t + 1));
    return COUNT_ALPHABET.every(
      (symbol, k) => legal.includes(symbol) === answers[t]![k]! >= threshold,
    );
  });
