import { jacobian } from '../learn/jacobian.ts';
import type { Machine } from '../machine/machine.ts';
import type { Trace } from '../machine/trace.ts';
import { times, unitMatrix, type Matrix } from '../math/matrix.ts';
import { singularValues } from '../math/singular-values.ts';

/**
 * Returns ∂state_T/∂state_{T−k} for k = 0 … T, by rows, T the last step of the trace: the products
 * J_T ⋯ J_{T−k+1}. Cost: T Jacobians.
 */
export function lagJacobians(machine: Machine, trace: Trace): Matrix[] {
  let product: Matrix = unitMatrix(jacobian(machine, trace, trace.length).length);
  const products = [product];
  for (let t = trace.length; t >= 1; t--) {
    product = times(product, jacobian(machine, trace, t));
    products.push(product);
  }
  return products;
}

/** Returns the largest factor by which a matrix stretches an arrow: its largest singular value. */
export const stretch = (matrix: Matrix): number => singularValues(matrix).values[0]!;

/** Returns the stretch of ∂state_T/∂state_{T−k} for k = 0 … T: the curve of influence by lag. */
export const lagNorms = (machine: Machine, trace: Trace): number[] =>
  lagJacobians(machine, trace).map(stretch);

/** Returns base^k for k = 0 … last, by repeated multiplication. */
export function powers(base: number, last: number): number[] {
  const found = [1];
  for (let k = 1; k <= last; k++) found.push(found[k - 1]! * base);
  return found;
}
