import { EquationError } from './errors.ts';
import { opOf } from './ops.ts';
import type { Place, Shape, Size } from './types.ts';

/** A matrix that is used with two shapes. */
export const twoShapes = (
  program: string,
  at: Place,
  name: string,
  found: readonly [Size, Size],
  known: Shape,
) =>
  new EquationError(program, {
    at,
    found: `«${name}» as ${found[0]} × ${found[1]}`,
    expected: `${known[0]} × ${known[1] ?? 1}, as at its first use`,
    hint: 'use another matrix name here',
  });

/** A vector or a formula where an operation takes a matrix. */
export const noMatrix = (program: string, at: Place, text: string) =>
  new EquationError(program, {
    at,
    found: `«${text}»`,
    expected: 'a matrix',
    hint: 'write the name of a parameter, without a time index',
  });

/** A matrix where a vector stands. */
export const matrixAlone = (program: string, at: Place, name: string) =>
  new EquationError(program, {
    at,
    found: `the matrix «${name}» alone`,
    expected: 'a vector after it',
    hint: `write ${name} x[t]; for an elementwise weight use another name`,
  });

/** A number where a quantity stands. */
export const numberAlone = (program: string, at: Place, value: number) =>
  new EquationError(program, {
    at,
    found: `the number ${value} alone`,
    expected: 'a quantity',
    hint: 'numbers may only be added to a quantity or multiply one',
  });

/** Two lengths that meet in one operation; `name` is written as it stands in the text. */
export const otherLength = (
  program: string,
  at: Place,
  { name, written }: { readonly name: string; readonly written: string },
  found: Size,
  expected: Size,
) =>
  new EquationError(program, {
    at,
    found: `«${name}» of length ${found}`,
    expected: `length ${expected}`,
    hint: `multiply it by a matrix first, for example W_1 ${written}`,
  });

/** An operation that has to be an equation of its own, inside another. */
export function insideFormula(program: string, at: Place, op: string): EquationError {
  const { shape } = opOf(op);
  const isFunction = typeof shape === 'object';
  const kind = shape === 'loss' ? 'loss' : isFunction ? 'function' : 'number';
  return new EquationError(program, {
    at,
    found: `the ${kind} «${op}» inside a formula`,
    expected: `an equation of its own${isFunction ? '' : ' with two named quantities'}`,
    hint: isFunction ? `write v[t] = ${op}(…)` : `write L[t] = ${op}(o[t], d[t])`,
  });
}
