import type { BigNumber, Fraction } from 'mathjs';

/**
 * Numbers of some kind and what can be done with them. Fractions have no exponential and no logarithm;
 * asking for one throws.
 */
export interface Arithmetic<N> {
  readonly name: string;
  /** Returns a float64 in this kind of number. */
  of(value: number): N;
  add(a: N, b: N): N;
  subtract(a: N, b: N): N;
  multiply(a: N, b: N): N;
  divide(a: N, b: N): N;
  exp(a: N): N;
  log(a: N): N;
  tanh(a: N): N;
  /** −1, 0 or 1, as a is below, equal to or above b. */
  compare(a: N, b: N): number;
  /** The nearest float64. */
  toNumber(a: N): number;
  /** All digits, or numerator and denominator. */
  show(a: N): string;
}

/**
 * Returns decimal numbers of `digits` digits. A float64 is taken at its exact binary value, so that what
 * differs from a trace is the trace's rounding. Loads mathjs.
 */
export async function bigNumbers(digits = 64): Promise<Arithmetic<BigNumber>> {
  const { all, create } = await import('mathjs');
  const { bignumber } = create(all!, { number: 'BigNumber', precision: digits });
  const two = bignumber(2);
  return {
    name: `decimal numbers of ${digits} digits`,
    of(value) {
      const [mantissa, exponent] = binary(value);
      return bignumber(String(mantissa)).times(two.pow(exponent));
    },
    add: (a, b) => a.plus(b),
    subtract: (a, b) => a.minus(b),
    multiply: (a, b) => a.times(b),
    divide: (a, b) => a.div(b),
    exp: (a) => a.exp(),
    log: (a) => a.ln(),
    tanh: (a) => a.tanh(),
    compare: (a, b) => a.cmp(b),
    toNumber: (a) => a.toNumber(),
    show: (a) => a.toString(),
  };
}

/**
 * Returns fractions. A float64 stands for the simplest fraction that is written like it: 0.1 is 1/10, what
 * an author means by it. Errors: exp, log, tanh, which have no fractions. Loads mathjs.
 */
export async function fractions(): Promise<Arithmetic<Fraction>> {
  const { all, create } = await import('mathjs');
  const { fraction } = create(all!, { number: 'Fraction' });
  const none = (what: string) => (): never => {
    throw new Error(`${what} has no value among fractions; calculate with bigNumbers instead`);
  };
  return {
    name: 'fractions',
    of: (value) => fraction(value),
    add: (a, b) => a.add(b),
    subtract: (a, b) => a.sub(b),
    multiply: (a, b) => a.mul(b),
    divide: (a, b) => a.div(b),
    exp: none('exp'),
    log: none('log'),
    tanh: none('tanh'),
    compare: (a, b) => a.compare(b),
    toNumber: (a) => a.valueOf(),
    show: (a) => a.toFraction(),
  };
}

/** value = mantissa · 2^exponent with a whole mantissa, exactly. Errors: a value that is not finite. */
function binary(value: number): [mantissa: number, exponent: number] {
  if (!Number.isFinite(value)) throw new Error(`found ${value}; expected a finite number`);
  let [mantissa, exponent] = [value, 0];
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent -= 1;
  }
  return [mantissa, exponent];
}
