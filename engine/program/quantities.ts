import type { Definition } from './definition.ts';
import { EquationError, nearest, quoted } from './errors.ts';
import { isFunction, opOf } from './ops.ts';
import type { Equation, Expression, Shape, Size } from './types.ts';
import { visit } from './walk.ts';

type Name = Extract<Expression, { kind: 'name' }>;

/** Which names a text uses and how. */
export interface Names {
  /** Defined by an equation, in order. */
  readonly defined: readonly string[];
  /** Given from outside, in the order of `sizes`. */
  readonly inputs: readonly string[];
  /** Second arguments of losses. */
  readonly targets: ReadonlySet<string>;
  /** Used at t − 1, in order of definition. */
  readonly state: readonly string[];
  /** Parameters in order of first use. */
  readonly params: readonly string[];
  sizeOf(name: string): Size;
  shapeOf(name: string): Shape;
}

/** Sorts the names of a program and reports those that nothing defines. */
export function analyse(definition: Definition, equations: readonly Equation[]): Names {
  const sizes: Readonly<Record<string, Size>> = definition.sizes ?? { x: 'D' };
  const defined = checkDefinitions(definition.name, equations);
  const inputs = Object.keys(sizes).filter((name) => !defined.includes(name));
  const timed = new Set([...defined, ...inputs]);
  const lagged = new Set<string>();
  const params = new Set<string>();
  const targets = new Set<string>();
  const known = new Set<string>(inputs);
  for (const equation of equations) {
    visit(equation.right, (expression) => {
      if (expression.kind === 'apply') {
        checkParameter(definition.name, timed, expression.matrix, expression);
        params.add(expression.matrix);
      }
      if (expression.kind === 'call' && opOf(expression.op).shape === 'loss')
        collectTarget(expression.args[1], targets);
      if (expression.kind !== 'name') return;
      if (expression.lag === null) {
        checkParameter(definition.name, timed, expression.name, expression);
        params.add(expression.name);
      } else checkTimed(definition.name, { timed, known, inputs }, expression, equation);
      if (expression.lag === 1) lagged.add(expression.name);
    });
    known.add(equation.name);
  }
  const sizeOf = (name: string): Size => sizes[name] ?? 'H';
  return {
    defined,
    inputs,
    targets,
    state: defined.filter((name) => lagged.has(name)),
    params: [...params],
    sizeOf,
    shapeOf: (name) => [sizeOf(name)],
  };
}

function checkDefinitions(program: string, equations: readonly Equation[]): string[] {
  const places = new Map<string, number>();
  for (const { name, at } of equations) {
    const before = places.get(name);
    if (before !== undefined)
      throw new EquationError(program, {
        at,
        found: `a second definition of «${name}»`,
        expected: 'each name to be defined once',
        hint: `«${name}» is already defined in line ${before}; give one of the two another name`,
      });
    if (isFunction(name))
      throw new EquationError(program, {
        at,
        found: `«${name}», which is a function`,
        expected: 'the name of a quantity',
        hint: `choose another name, for example ${name}_1`,
      });
    places.set(name, at.line);
  }
  return [...places.keys()];
}

function collectTarget(target: Expression | undefined, targets: Set<string>): void {
  if (target?.kind === 'name') targets.add(target.name);
}

function checkParameter(
  program: string,
  timed: ReadonlySet<string>,
  name: string,
  { at }: Expression,
): void {
  if (timed.has(name))
    throw new EquationError(program, {
      at,
      found: `«${name}» without a time index`,
      expected: `«${name}[t]» or «${name}[t-1]»`,
      hint: 'a name without time index is a parameter, and this one changes with time',
    });
  if (isFunction(name))
    throw new EquationError(program, {
      at,
      found: `the function «${name}» without its argument`,
      expected: `«${name}(…)»`,
      hint: 'put the argument in brackets',
    });
}

interface Known {
  readonly timed: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  readonly inputs: readonly string[];
}

function checkTimed(
  program: string,
  names: Known,
  { name, lag, at }: Name,
  equation: Equation,
): void {
  const index = lag === 1 ? '[t-1]' : '[t]';
  if (!names.timed.has(name)) {
    const near = nearest(name, names.timed);
    throw new EquationError(program, {
      at,
      found: `«${name}${index}», which nothing defines`,
      expected: `one of ${quoted(names.timed)}`,
      hint:
        near.length > 0
          ? `did you mean ${quoted(near)}? Otherwise add an equation ${name}[t] = …`
          : `add an equation ${name}[t] = …`,
    });
  }
  if (lag === 1 && names.inputs.includes(name))
    throw new EquationError(program, {
      at,
      found: `the input «${name}» at t-1`,
      expected: `«${name}[t]»`,
      hint: `only computed quantities are remembered; add ${name}_1[t] = identity(${name}[t]) and use ${name}_1[t-1]`,
    });
  if (lag === 0 && !names.known.has(name))
    throw new EquationError(program, {
      at,
      found: `«${name}[t]» before it is computed`,
      expected: `«${name}[t-1]» or a quantity defined further up`,
      hint:
        name === equation.name
          ? `an equation cannot use its own result; write ${name}[t-1]`
          : `move the equation of «${name}» above this one`,
    });
}
