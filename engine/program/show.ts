import type { Equation, Expression } from './types.ts';

/** Returns the equations as text that `parse` reads back to the same equations. */
export const show = (equations: readonly Equation[]): string =>
  equations.map(({ name, right }) => `${name}[t] = ${showExpression(right)}`).join('\n');

/** Returns an expression as text; brackets stand only where the grammar needs them. */
export function showExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'name':
      return (
        expression.name + (expression.lag === null ? '' : expression.lag === 1 ? '[t-1]' : '[t]')
      );
    case 'call':
      return `${expression.op}(${expression.args.map(showExpression).join(', ')})`;
    case 'apply':
      return `${expression.matrix} ${bracketed(expression.vector, ['product', 'sum'])}`;
    case 'product':
      return expression.factors.map((factor) => bracketed(factor, ['product', 'sum'])).join(' * ');
    case 'sum':
      return expression.terms.map(({ sign, of }, n) => showTerm(sign, of, n)).join('');
  }
}

function showTerm(sign: 1 | -1, of: Expression, index: number): string {
  const text = bracketed(of, ['sum']);
  if (index === 0) return sign === 1 ? text : `-${text}`;
  return `${sign === 1 ? ' + ' : ' - '}${text}`;
}

function bracketed(expression: Expression, kinds: readonly Expression['kind'][]): string {
  const text = showExpression(expression);
  return kinds.includes(expression.kind) ? `(${text})` : text;
}
