export interface ClipNormSettings {
  /** Which norm: 1, 2 or Infinity. */
  readonly norm?: 1 | 2 | typeof Infinity;
  /** Added to the norm before dividing; PyTorch has 1e-6 here, the published rule 0. */
  readonly epsilon?: number;
}

/** Returns the 1-, 2- or ∞-norm of all numbers together. */
export function normOf(values: Float64Array, norm: ClipNormSettings['norm'] = 2): number {
  if (norm === Infinity) return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (norm === 1) return values.reduce((sum, value) => sum + Math.abs(value), 0);
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}

/**
 * Shrinks a gradient in place so that its norm is at most `most`, keeping its direction; returns the
 * norm before. Source: pascanu2013. Errors: a bound that is not above 0.
 */
export function clipNorm(
  gradient: Float64Array,
  most: number,
  { norm = 2, epsilon = 0 }: ClipNormSettings = {},
): number {
  checkBound('clipNorm', most);
  const before = normOf(gradient, norm);
  const factor = before + epsilon > most ? most / (before + epsilon) : 1;
  for (let i = 0; i < gradient.length; i++) gradient[i]! *= factor;
  return before;
}

/** Limits each component in place to ±most, which may turn the gradient. Source: mikolov2012. */
export function clipValue(gradient: Float64Array, most: number): void {
  checkBound('clipValue', most);
  for (let i = 0; i < gradient.length; i++)
    gradient[i] = Math.min(most, Math.max(-most, gradient[i]!));
}

function checkBound(rule: string, most: number): void {
  if (!(most > 0)) throw new Error(`${rule}: the bound is ${most}; expected a number above 0`);
}
