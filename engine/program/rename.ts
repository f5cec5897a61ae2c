import { nearest, quoted } from './errors.ts';
import type { Op } from './op.ts';
import { bring, opOf } from './ops.ts';
import { showExpression } from './show.ts';
import type { Expression, Program, Quantity } from './types.ts';
import { changed } from './walk.ts';

/** New names: of quantities and of operations; each returns its argument where nothing changes. */
interface Renaming {
  quantity(name: string): string;
  operation(name: string): string;
}

/**
 * Returns the same program with other functions, as in { tanh: relu }.
 * Errors: a function that the program does not use, one of another shape.
 */
export function withFunctions<Name extends string>(
  program: Program<Name>,
  functions: Readonly<Record<string, Op>>,
): Program<Name> {
  const used = new Set(program.steps.map(({ op }) => op));
  for (const [from, to] of Object.entries(functions)) {
    if (!used.has(from))
      throw new Error(
        `${program.name} does not use «${from}»; it uses ${quoted(used)}${suggestion(from, used)}`,
      );
    if (opOf(from).shape !== to.shape || opOf(from).arity !== to.arity)
      throw new Error(`${program.name}: «${to.name}» takes other arguments than «${from}»`);
  }
  bring(Object.values(functions));
  const operation = (name: string): string => functions[name]?.name ?? name;
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
    return showExpression(inOtherWords(formula, renaming));
  };
  const quantities = [...program.quantities.values()].map((quantity): [string, Quantity] => {
    const { name, formula } = quantity;
    const changed = formula === undefined ? undefined : inOtherWords(formula, renaming);
    return [nameOf(name), { ...quantity, name: nameOf(name), formula: changed }];
  });
  return {
    ...program,
    state: program.state.map(nameOf),
    equations: program.equations.map((equation) => ({
      ...equation,
      name: renaming.quantity(equation.name),
      right: inOtherWords(equation.right, renaming),
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

const inOtherWords = (expression: Expression, { quantity, operation }: Renaming): Expression =>
  changed(expression, (part) => {
    if (part.kind === 'name') return { ...part, name: quantity(part.name) };
    if (part.kind === 'call') return { ...part, op: operation(part.op) };
    if (part.kind === 'apply') return { ...part, matrix: quantity(part.matrix) };
    return part;
  });
