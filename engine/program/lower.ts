import {
  insideFormula,
  matrixAlone,
  noMatrix,
  numberAlone,
  otherLength,
  twoShapes,
} from './lower-errors.ts';
import { isReduction } from './op.ts';
import { opOf } from './ops.ts';
import type { Names } from './quantities.ts';
import { roleOf } from './roles.ts';
import { showExpression } from './show.ts';
import { argumentShapes } from './signature.ts';
import type {
  Definition,
  Equation,
  Expression,
  Quantity,
  Ref,
  Shape,
  Step,
  Term,
} from './types.ts';

type Call = Extract<Expression, { kind: 'call' }>;
type Apply = Extract<Expression, { kind: 'apply' }>;

/** Turns equations into steps, giving every intermediate a name, a shape and a place in order. */
export function lower(
  definition: Definition,
  equations: readonly Equation[],
  names: Names,
): { steps: Step[]; quantities: Map<string, Quantity> } {
  const lowering = new Lowering(definition, names);
  for (const equation of equations) lowering.equation(equation);
  return { steps: lowering.steps, quantities: lowering.quantities() };
}

class Lowering {
  readonly steps: Step[] = [];
  private readonly shapes = new Map<string, Shape>();
  private readonly formulas = new Map<string, Expression>();
  private readonly definition: Definition;
  private readonly names: Names;

  constructor(definition: Definition, names: Names) {
    this.definition = definition;
    this.names = names;
    for (const name of [...names.inputs, ...names.defined])
      this.shapes.set(name, names.shapeOf(name));
  }

  equation({ name, right, at }: Equation): void {
    const [rows] = this.names.shapeOf(name);
    if (right.kind === 'call' && isReduction(opOf(right.op))) {
      this.shapes.set(name, [1]);
      this.call(right, name, 1);
    } else if (right.kind === 'name' || right.kind === 'number') {
      this.emit('identity', name, [this.operand(right, rows, undefined)]);
    } else this.operation(right, name, rows);
    const found = this.shapes.get(name);
    if (found?.[0] !== rows && found?.[0] !== 1) this.mismatch(at, found?.[0] ?? rows, rows, name);
  }

  /** Emits the step of a composite expression under the name `out`. */
  private operation(expression: Expression, out: string, rows: Shape[0]): void {
    switch (expression.kind) {
      case 'call':
        return this.call(expression, out, rows);
      case 'apply':
        return this.apply(expression, out, rows);
      case 'product':
        return this.product(expression.factors, out, rows);
      case 'sum':
        return this.sum(expression.terms, out, rows);
      case 'number':
      case 'name':
        throw new Error(`${this.definition.name}: «${showExpression(expression)}» is no operation`);
    }
  }

  private call({ op, args, at }: Call, out: string, rows: Shape[0]): void {
    const { shape } = opOf(op);
    const isOwn = this.names.defined.includes(out);
    if (typeof shape === 'object') {
      if (!isOwn) throw insideFormula(this.definition.name, at, op);
      const known = args.map((arg) => this.shapeOf(arg));
      const shapes = argumentShapes(shape, known, rows);
      return this.emit(
        op,
        out,
        args.map((arg, n) => this.argument(arg, shapes[n] ?? [rows])),
      );
    }
    if (isReduction(opOf(op))) {
      if (!isOwn || args.some(({ kind }) => kind !== 'name'))
        throw insideFormula(this.definition.name, at, op);
      const size = this.rowsOf(args[0]!) ?? 'H';
      return this.emit(
        op,
        out,
        args.map((arg) => this.operand(arg, size, undefined)),
      );
    }
    // the argument of the nonlinearity that makes a whole quantity f is the pre-activation a_f
    const preActivation =
      isOwn && !this.names.defined.includes(`a_${out}`) ? `a_${out}` : undefined;
    this.emit(
      op,
      out,
      args.map((arg) => this.operand(arg, rows, preActivation)),
    );
  }

  private apply({ matrix, vector, at }: Apply, out: string, rows: Shape[0]): void {
    const columns = this.rowsOf(vector) ?? 'H';
    const left = this.matrix(matrix, [rows, columns], at);
    this.emit('apply', out, [left, this.operand(vector, columns, undefined)]);
  }

  private matrix(name: string, shape: Shape, at: Equation['at']): Ref {
    const known = this.shapes.get(name);
    if (known !== undefined && (known[0] !== shape[0] || (known[1] ?? 1) !== shape[1]))
      throw twoShapes(this.definition.name, at, name, shape, known);
    this.shapes.set(name, shape);
    return { name, lag: 0 };
  }

  /** A matrix or a vector as an argument of an operation with a signature. */
  private argument(expression: Expression, shape: Shape): Ref {
    if (shape.length === 1) return this.operand(expression, shape[0], undefined);
    if (expression.kind === 'name' && expression.lag === null)
      return this.matrix(expression.name, shape, expression.at);
    throw noMatrix(this.definition.name, expression.at, showExpression(expression));
  }

  private shapeOf(expression: Expression): Shape | undefined {
    if (expression.kind === 'name') return this.shapes.get(expression.name);
    const rows = this.rowsOf(expression);
    return rows === undefined ? undefined : [rows];
  }

  private product(factors: readonly Expression[], out: string, rows: Shape[0]): void {
    const numbers = factors.filter(({ kind }) => kind === 'number');
    const constant = numbers.reduce((total, n) => total * (n.kind === 'number' ? n.value : 1), 1);
    const others = factors.filter(({ kind }) => kind !== 'number');
    this.emit(
      'product',
      out,
      others.map((part) => this.operand(part, rows, undefined)),
      [],
      constant,
    );
  }

  private sum(terms: readonly Term[], out: string, rows: Shape[0]): void {
    const numbers = terms.filter(({ of }) => of.kind === 'number');
    const constant = numbers.reduce(
      (total, { sign, of }) => total + (of.kind === 'number' ? sign * of.value : 0),
      0,
    );
    const others = terms.filter(({ of }) => of.kind !== 'number');
    const inputs = others.map(({ of }) => this.operand(of, rows, undefined));
    this.emit(
      'sum',
      out,
      inputs,
      others.map(({ sign }) => sign),
      constant,
    );
  }

  /** Returns the quantity that holds an expression's value, computing it first if need be. */
  private operand(expression: Expression, rows: Shape[0], wish: string | undefined): Ref {
    if (expression.kind === 'name') return this.named(expression, rows);
    if (expression.kind === 'number')
      throw numberAlone(this.definition.name, expression.at, expression.value);
    const name = wish ?? showExpression(expression);
    const isComputed = this.formulas.has(name);
    if (!isComputed) {
      this.formulas.set(name, expression);
      this.shapes.set(name, [rows]);
      this.operation(expression, name, rows);
    } else if (this.shapes.get(name)?.[0] !== rows)
      this.mismatch(expression.at, this.shapes.get(name)?.[0] ?? rows, rows, name);
    return { name, lag: 0 };
  }

  private named({ name, lag, at }: Extract<Expression, { kind: 'name' }>, rows: Shape[0]): Ref {
    const known = this.shapes.get(name);
    if (known === undefined) this.shapes.set(name, [rows]);
    else if (known.length === 2) throw matrixAlone(this.definition.name, at, name);
    else if (known[0] !== rows) this.mismatch(at, known[0], rows, name);
    return { name, lag: lag ?? 0 };
  }

  private mismatch(at: Equation['at'], found: Shape[0], expected: Shape[0], name: string): never {
    const written = this.names.params.includes(name) ? name : `${name}[t]`;
    throw otherLength(this.definition.name, at, { name, written }, found, expected);
  }

  /** The length that an expression has by itself, if any of its quantities says so. */
  private rowsOf(expression: Expression): Shape[0] | undefined {
    switch (expression.kind) {
      case 'name':
        return this.shapes.get(expression.name)?.[0];
      case 'number':
        return undefined;
      case 'apply':
        return this.shapes.get(expression.matrix)?.[0];
      case 'call':
        return first(expression.args, (part) => this.rowsOf(part));
      case 'product':
        return first(expression.factors, (part) => this.rowsOf(part));
      case 'sum':
        return first(expression.terms, ({ of }) => this.rowsOf(of));
    }
  }

  private emit(
    op: string,
    out: string,
    inputs: readonly Ref[],
    signs: Step['signs'] = [],
    constant = op === 'sum' ? 0 : 1,
  ): void {
    this.steps.push({ op, out, inputs, signs, constant });
  }

  /** All quantities: inputs, parameters, then computed ones in the order of the steps. */
  quantities(): Map<string, Quantity> {
    const computed = this.steps.map(({ out }) => out);
    const order = [...this.names.inputs, ...this.names.params, ...computed];
    return new Map(order.map((name) => [name, this.quantity(name)]));
  }

  private quantity(name: string): Quantity {
    const role = roleOf(name, this.definition, this.names, this.steps);
    return {
      name,
      role,
      shape: this.shapes.get(name) ?? ['H'],
      timed: role !== 'param',
      formula: this.formulas.get(name),
    };
  }
}

function first<Part>(
  parts: readonly Part[],
  find: (part: Part) => Shape[0] | undefined,
): Shape[0] | undefined {
  for (const part of parts) {
    const found = find(part);
    if (found !== undefined) return found;
  }
  return undefined;
}
