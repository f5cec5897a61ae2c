import type { Definition } from './definition.ts';
import { insideFormula, noMatrix, numberAlone } from './lower-errors.ts';
import { isReduction, type Op } from './op.ts';
import { opOf } from './ops.ts';
import { valueOf } from './numbers.ts';
import type { Names } from './quantities.ts';
import { roleOf } from './roles.ts';
import { Shapes } from './shapes.ts';
import { showExpression } from './show.ts';
import type { Equation, Expression, Quantity, Ref } from './types.ts';
import type { Shape, Size, Step } from './types.ts';

type Call = Extract<Expression, { kind: 'call' }>;
type Apply = Extract<Expression, { kind: 'apply' }>;
type Product = Extract<Expression, { kind: 'product' }>;
type Sum = Extract<Expression, { kind: 'sum' }>;

/** What takes a step of its own. */
type Composite = Exclude<Expression, { kind: 'number' | 'name' }>;

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
  private readonly formulas = new Map<string, Expression>();
  private readonly definition: Definition;
  private readonly names: Names;
  private readonly shapes: Shapes;

  constructor(definition: Definition, names: Names) {
    this.definition = definition;
    this.names = names;
    this.shapes = new Shapes(definition.name, names);
  }

  equation({ name, right }: Equation): void {
    const [rows] = this.names.shapeOf(name);
    if (right.kind === 'call' && isReduction(opOf(right.op))) {
      this.shapes.set(name, [1]);
      this.call(right, name, 1);
    } else if (right.kind === 'name' || right.kind === 'number') {
      this.emit('identity', name, [this.operand(right, rows)]);
    } else this.operation(right, name, rows);
  }

  /** Emits the step of a composite expression under the name `out`. */
  private operation(expression: Composite, out: string, rows: Size): void {
    switch (expression.kind) {
      case 'call':
        return this.call(expression, out, rows);
      case 'apply':
        return this.apply(expression, out, rows);
      case 'product':
        return this.product(expression, out, rows);
      case 'sum':
        return this.sum(expression, out, rows);
    }
  }

  private call({ op, args, at }: Call, out: string, rows: Size): void {
    const { shape } = opOf(op);
    const isOwn = this.names.defined.includes(out);
    const isNamed = args.every(({ kind }) => kind === 'name');
    if (shape !== 'same' && !(isOwn && (typeof shape === 'object' || isNamed)))
      throw insideFormula(this.definition.name, at, op);
    const shapes = this.shapesOf(args, shape, rows);
    // the argument of the nonlinearity that makes a whole quantity f is the pre-activation a_f
    const wish = shape === 'same' && isOwn && !this.isTaken(`a_${out}`) ? `a_${out}` : undefined;
    const inputs = args.map((arg, n) => this.argument(arg, shapes[n]!, wish));
    this.emit(op, out, inputs);
  }

  private shapesOf(args: readonly Expression[], shape: Op['shape'], rows: Size): Shape[] {
    if (typeof shape === 'object')
      return shape.argumentShapes(
        args.map((arg) => this.shapes.ofExpression(arg)),
        rows,
      );
    const size = shape === 'same' ? rows : (this.shapes.rowsOf(args[0]!) ?? 'H');
    return args.map(() => [size]);
  }

  private isTaken = (name: string): boolean =>
    [...this.names.defined, ...this.names.params].includes(name);

  private apply({ matrix, vector, at }: Apply, out: string, rows: Size): void {
    const columns = this.shapes.rowsOf(vector) ?? 'H';
    const left = this.shapes.matrix(matrix, [rows, columns], at);
    this.emit('apply', out, [left, this.operand(vector, columns)]);
  }

  /** A matrix or a vector as an argument of an operation; `wish` names it if it has to be computed. */
  private argument(expression: Expression, shape: Shape, wish: string | undefined): Ref {
    if (shape.length === 1) return this.operand(expression, shape[0], wish);
    if (expression.kind === 'name' && expression.lag === null)
      return this.shapes.matrix(expression.name, shape, expression.at);
    throw noMatrix(this.definition.name, expression.at, showExpression(expression));
  }

  private product({ factors, at }: Product, out: string, rows: Size): void {
    const constant = factors.reduce((total, part) => total * (valueOf(part) ?? 1), 1);
    const others = factors.filter((part) => valueOf(part) === undefined);
    if (others.length === 0) throw numberAlone(this.definition.name, at, constant);
    const inputs = others.map((part) => this.operand(part, rows));
    this.emit('product', out, inputs, [], constant);
  }

  private sum({ terms, at }: Sum, out: string, rows: Size): void {
    const constant = terms.reduce((total, { sign, of }) => total + sign * (valueOf(of) ?? 0), 0);
    const others = terms.filter(({ of }) => valueOf(of) === undefined);
    if (others.length === 0) throw numberAlone(this.definition.name, at, constant);
    const inputs = others.map(({ of }) => this.operand(of, rows));
    const signs = others.map(({ sign }) => sign);
    this.emit('sum', out, inputs, signs, constant);
  }

  /** Returns the quantity that holds an expression's value, computing it first if need be. */
  private operand(expression: Expression, rows: Size, wish?: string): Ref {
    if (expression.kind === 'name') return this.shapes.vector(expression, rows);
    if (expression.kind === 'number')
      throw numberAlone(this.definition.name, expression.at, expression.value);
    const name = wish ?? showExpression(expression);
    const isComputed = this.formulas.has(name);
    this.shapes.expect(name, `(${name})`, rows, expression.at);
    if (!isComputed) {
      this.formulas.set(name, expression);
      this.operation(expression, name, rows);
    }
    return { name, lag: 0 };
  }

  private emit(
    op: string,
    out: string,
    inputs: readonly Ref[],
    signs: Step['signs'] = [],
    constant = 1,
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
      shape: this.shapes.of(name),
      timed: role !== 'param',
      formula: this.formulas.get(name),
    };
  }
}
