import { matrixAlone, otherLength, twoShapes } from './lower-errors.ts';
import type { Names } from './quantities.ts';
import type { Expression, Place, Ref, Shape, Size } from './types.ts';
import { inside } from './walk.ts';

/** What is known about lengths while equations are lowered: the first use of a name decides. */
export class Shapes {
  private readonly known = new Map<string, Shape>();
  private readonly program: string;
  private readonly names: Names;

  constructor(program: string, names: Names) {
    this.program = program;
    this.names = names;
    for (const name of [...names.inputs, ...names.defined])
      this.known.set(name, names.shapeOf(name));
  }

  /** Says what a computed name holds. */
  set(name: string, shape: Shape): void {
    this.known.set(name, shape);
  }

  /** The shape of a name that occurred. */
  of = (name: string): Shape => this.known.get(name)!;

  /** A name used as a vector. Errors: it is a matrix, or has another length. */
  vector({ name, lag, at }: Extract<Expression, { kind: 'name' }>, rows: Size): Ref {
    const known = this.known.get(name);
    if (known?.length === 2) throw matrixAlone(this.program, at, name);
    const written = this.names.params.includes(name) ? name : `${name}[t]`;
    this.expect(name, written, rows, at);
    return { name, lag: lag ?? 0 };
  }

  /** A name used as a matrix. Errors: it has another shape. */
  matrix(name: string, shape: readonly [Size, Size], at: Place): Ref {
    const known = this.known.get(name);
    if (known !== undefined && (known[0] !== shape[0] || known[1] !== shape[1]))
      throw twoShapes(this.program, at, name, shape, known);
    this.known.set(name, shape);
    return { name, lag: 0 };
  }

  /** Gives a name its length, or checks it; `written` is how the text says it. */
  expect(name: string, written: string, rows: Size, at: Place): void {
    const [found] = this.known.get(name) ?? [rows];
    if (found !== rows) throw otherLength(this.program, at, { name, written }, found, rows);
    this.known.set(name, [rows]);
  }

  /** The shape that an expression has by itself, if any of its quantities says so. */
  ofExpression(expression: Expression): Shape | undefined {
    if (expression.kind === 'name') return this.known.get(expression.name);
    const rows = this.rowsOf(expression);
    return rows === undefined ? undefined : [rows];
  }

  /** The length that an expression has by itself, if any of its quantities says so. */
  rowsOf(expression: Expression): Size | undefined {
    if (expression.kind === 'name') return this.known.get(expression.name)?.[0];
    if (expression.kind === 'apply') return this.known.get(expression.matrix)?.[0];
    return inside(expression)
      .map((part) => this.rowsOf(part))
      .find((rows) => rows !== undefined);
  }
}
