import { nearest, quoted } from './errors.ts';
import { opOf } from './ops.ts';
import { showExpression } from './show.ts';
import type { Expression, Program, Quantity } from './types.ts';

/** New names: of quantities and of operations; each returns its argument where nothing changes. */
interface Renaming {
  quantity(name: string): string;
  operation(name: string): string;
}

/**
 * Returns the same program with other functions, as in { tanh: 'relu' }.
 * Errors: a function that the program does not use, one that does not exist, one of another shape.
 */
export function withFunctions<Name extends string>(
  program: Program<Name>,
  functions: Readonly<Record<string, string>>,
): Program<Name> {
  const used = new Set(program.steps.map(({ op }) => op));
  for (const [from, to] of Object.entries(functions)) {
    if (!used.has(from))
      throw new Error(
        `${program.name} does not use «${from}»; it uses ${quoted(used)}${suggestion(from, used)}`,
      );
    if (opOf(from).shape !== opOf(to).shape || opOf(from).arity !== opOf(to).arity)
      throw new Error(`${program.name}: «${to}» takes other arguments than «${from}»`);
  }
  const operation = (name: string): string => functions[name] ?? name;
  return renamed(program, { quantity: (name) => name, operation }) as Program<Name>;
}

const suggestion = (name: string, known: Iterable<string>): string => {
  const near = nearest(name, known);
  return near.length > 0 ? `; did you mean ${quoted(near)}?` : '';
};

/** Returns the same program with other names; intermediates that are named by their formula follow. */
export function renamed(program: Program, renaming: Renaming): Program {
  const nameOf = (name: string): string => {
    const formula = program.quantities.get(name)?.formula;
    if (formula === undefined) return renaming.quantity(name);
    if (name.startsWith('a_')) return `a_${renaming.quantity(name.slice(2))}`;
    return showExpression(inside(formula, renaming));
  };
  const quantities = [...program.quantities.values()].map((quantity): [string, Quantity] => {
    const { name, formula } = quantity;
    const changed = formula === undefined ? undefined : inside(formula, renaming);
    return [nameOf(name), { ...quantity, name: nameOf(name), formula: changed }];
  });
  return {
    ...program,
    state: program.state.map(nameOf),
    equations: program.equations.map((equation) => ({
      ...equation,
      name: renaming.quantity(equation.name),
      right: inside(equation.right, renaming),
    })),
    steps: program.steps.map((step) => ({
      ...step,
      op: renaming.operation(step.op),
      out: nameOf(step.out),
      inputs: step.inputs.map(({ name, lag }) => ({ name: nameOf(name), lag })),
    })),
    quantities: new Map(quantities),
  };
}

function inside(expression: Expression, renaming: Renaming): Expression {
  switch (expression.kind) {
    case 'number':
      return expression;
    case 'name':
      return { ...expression, name: renaming.quantity(expression.name) };
    case 'call':
      return {
        ...expression,
        op: renaming.operation(expression.op),
        args: expression.args.map((part) => inside(part, renaming)),
      };
    case 'apply':
      return {
        ...expression,
        matrix: renaming.quantity(expression.matrix),
        vector: inside(expression.vector, renaming),
      };
    case 'product':
      return { ...expression, factors: expression.factors.map((part) => inside(part, renaming)) };
    case 'sum':
      return {
        ...expression,
        terms: expression.terms.map(({ sign, of }) => ({ sign, of: inside(of, renaming) })),
      };
  }
}
