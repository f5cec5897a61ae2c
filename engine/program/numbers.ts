import type { Expression } from './types.ts';

/** Returns the value of an expression in which only numbers stand: 2 * (3 - 1); undefined for any other. */
export function valueOf(expression: Expression): number | undefined {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'product':
      return folded(expression.factors.map(valueOf), 1, (total, value) => total * value);
    case 'sum':
      return folded(
        expression.terms.map(({ sign, of }) => signed(sign, valueOf(of))),
        0,
        (total, value) => total + value,
      );
    default:
      return undefined;
  }
}

const signed = (sign: 1 | -1, value: number | undefined): number | undefined =>
  value === undefined ? undefined : sign * value;

function folded(
  values: readonly (number | undefined)[],
  start: number,
  join: (total: number, value: number) => number,
): number | undefined {
  let total = start;
  for (const value of values) {
    if (value === undefined) return undefined;
    total = join(total, value);
  }
  return total;
}
