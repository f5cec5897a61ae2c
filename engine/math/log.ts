import { LN2_HIGH, LN2_LOW, powerOfTwo } from './powers.ts';

/**
 * Returns the natural logarithm with bits that are the same in every JavaScript engine.
 * log 0 = −Infinity, log of a negative number is NaN. Error below 1 ulp. Method: fdlibm (1993).
 */
export function log(x: number): number {
  if (Number.isNaN(x) || x < 0) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return x;
  const [mantissa, k] = split(x);
  const f = mantissa - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even =
    w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const odd =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const halfSquare = 0.5 * f * f;
  return k * LN2_HIGH - (halfSquare - (s * (halfSquare + odd + even) + k * LN2_LOW) - f);
}

/** Returns log(1 + x) without cancellation near 0. Range: x > −1. Error below 2 ulp. */
export function log1p(x: number): number {
  const u = 1 + x;
  if (u === 1) return x;
  if (u === Infinity) return u;
  // the rounding error of 1 + x, divided by the slope 1/u, is added back
  return log(u) + (x - (u - 1)) / u;
}

/** x = mantissa · 2^k with √½ ≤ mantissa < √2, by exact scalings. */
function split(x: number): [mantissa: number, k: number] {
  let mantissa = x;
  let k = 0;
  for (let p = 512; p >= 1; p /= 2) {
    if (mantissa >= powerOfTwo(p)) {
      mantissa *= powerOfTwo(-p);
      k += p;
    } else if (mantissa * powerOfTwo(p) < 2) {
      mantissa *= powerOfTwo(p);
      k -= p;
    }
  }
  // subnormal numbers need more than the 1023 halvings above
  while (mantissa < 1) {
    mantissa *= 2;
    k -= 1;
  }
  if (mantissa > 1.4142135623730951) {
    mantissa *= 0.5;
    k += 1;
  }
  return [mantissa, k];
}
