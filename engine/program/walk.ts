import type { Expression } from './types.ts';

/** The expressions that stand directly inside one. */
export function inside(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'call':
      return expression.args;
    case 'apply':
      return [expression.vector];
    case 'product':
      return expression.factors;
    case 'sum':
      return expression.terms.map(({ of }) => of);
    default:
      return [];
  }
}

/** Calls `see` for an expression and everything inside it. */
export function visit(expression: Expression, see: (part: Expression) => void): void {
  see(expression);
  for (const part of inside(expression)) visit(part, see);
}

/** Returns an expression in which `change` was made of every part, the inner ones first. */
export function changed(
  expression: Expression,
  change: (part: Expression) => Expression,
): Expression {
  const again = (part: Expression): Expression => changed(part, change);
  switch (expression.kind) {
    case 'call':
      return change({ ...expression, args: expression.args.map(again) });
    case 'apply':
      return change({ ...expression, vector: again(expression.vector) });
    case 'product':
      return change({ ...expression, factors: expression.factors.map(again) });
    case 'sum':
      return change({
        ...expression,
        terms: expression.terms.map(({ sign, of }) => ({ sign, of: again(of) })),
      });
    default:
      return change(expression);
  }
}
