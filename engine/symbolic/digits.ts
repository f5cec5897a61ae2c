import { log } from '../math/log.ts';
import type { Arithmetic } from './arithmetic.ts';

/**
 * Returns to how many significant digits a shown number agrees with the exact one: −log₁₀ of the relative
 * error, 17 at most, which is all that a float64 has; 17 too where both are 0.
 */
export function rightDigits<N>(shown: number, exact: N, arithmetic: Arithmetic<N>): number {
  const { of, subtract, divide, toNumber } = arithmetic;
  const error = subtract(of(shown), exact);
  if (toNumber(error) === 0) return 17;
  if (toNumber(exact) === 0) return 0;
  const relative = Math.abs(toNumber(divide(error, exact)));
  return Math.max(0, Math.min(17, -log(relative) / log(10)));
}
