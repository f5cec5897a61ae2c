import { exp, expm1 } from './exp.ts';
import { log1p } from './log.ts';

/** Returns tanh x with portable bits, by way of e^{2x} − 1. Error below 2.5 ulp. */
export function tanh(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = x < 0 ? -x : x;
  if (size >= 22) return x < 0 ? -1 : 1;
  if (size < 2.7755575615628914e-17) return x;
  const isLarge = size >= 1;
  const t = expm1(isLarge ? 2 * size : -2 * size);
  const result = isLarge ? 1 - 2 / (t + 2) : -t / (t + 2);
  return x < 0 ? -result : result;
}

/** Returns 1 / (1 + e^{−x}) with portable bits; two branches, so that e^{|x|} never overflows. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}

/** Returns log(1 + e^x) without overflow. */
export const softplus = (x: number): number => (x > 0 ? x + log1p(exp(-x)) : log1p(exp(x)));
