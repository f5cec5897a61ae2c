import { LN2_HIGH, LN2_LOW, powerOfTwo, scale } from './powers.ts';

const INVERSE_LN2 = 1.442695040888963387;

/**
 * Returns e^x with bits that are the same in every JavaScript engine: only + − × ÷ are used.
 * Error below 1 ulp. Method: argument reduction and rational approximation as published with
 * fdlibm (Sun Microsystems, 1993).
 */
export function exp(x: number): number {
  // one test for nearly all numbers: between these, 2^k is a normal number
  const isUsual = x > -708 && x < 709;
  if (!isUsual) {
    if (Number.isNaN(x)) return x;
    if (x > 709.782712893384) return Infinity;
    if (x < -745.1332191019411) return 0;
  }
  const k = Math.trunc(INVERSE_LN2 * x + (x < 0 ? -0.5 : 0.5));
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const r2 = r * r;
  const remainder =
    r -
    r2 *
      (1.66666666666666019037e-1 +
        r2 *
          (-2.77777777770155933842e-3 +
            r2 *
              (6.61375632143793436117e-5 +
                r2 * (-1.6533902205465251539e-6 + r2 * 4.13813679705723846039e-8))));
  const power = 1 - (low - (r * remainder) / (2 - remainder) - high);
  return isUsual ? power * powerOfTwo(k) : scale(power, k);
}

/** Returns e^x − 1 without cancellation near 0. Error below 1 ulp. Method: fdlibm, as in `exp`. */
export function expm1(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -56 * 0.6931471805599453) return -1;
  if ((x < 0 ? -x : x) < powerOfTwo(-54)) return x;
  const k = (x < 0 ? -x : x) <= 0.34657359027997264 ? 0 : reductionIndex(x);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const correction = high - r - low;
  const half = 0.5 * r;
  const hxs = r * half;
  const r1 =
    1 +
    hxs *
      (-3.33333333333331316428e-2 +
        hxs *
          (1.58730158725481460165e-3 +
            hxs *
              (-7.93650757867487942473e-5 +
                hxs * (4.00821782732936239552e-6 + hxs * -2.01099218183624371326e-7))));
  const t = 3 - r1 * half;
  const quotient = hxs * ((r1 - t) / (6 - r * t));
  if (k === 0) return r - (r * quotient - hxs);
  return timesPowerLessOne(k, r, r * (quotient - correction) - correction - hxs);
}

/** (1 + r − e) · 2^k − 1, where r − e is small. */
function timesPowerLessOne(k: number, r: number, e: number): number {
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k <= -2 || k > 56) return scale(1 - (e - r), k) - 1;
  // the two forms differ in which of 1 and 2^-k is added last, to lose no bit
  if (k < 20) return scale(1 - powerOfTwo(-k) - (e - r), k);
  return scale(r - (e + powerOfTwo(-k)) + 1, k);
}

function reductionIndex(x: number): number {
  if (x > 0 && x < 1.0397207708399179) return 1;
  if (x < 0 && x > -1.0397207708399179) return -1;
  return Math.trunc(INVERSE_LN2 * x + (x < 0 ? -0.5 : 0.5));
}
