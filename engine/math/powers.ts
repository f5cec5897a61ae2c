/** ln 2 in two parts: the high one has trailing zeros, so that k · LN2_HIGH is exact. */
export const LN2_HIGH = 6.9314718036912381649e-1;
export const LN2_LOW = 1.90821492927058770002e-10;

/** 2^k for k = -1022 … 1023, built by exact doubling and halving. */
const table = (() => {
  const powers = new Float64Array(2046);
  powers[1022] = 1;
  for (let k = 1; k <= 1023; k++) powers[1022 + k] = 2 * powers[1022 + k - 1]!;
  for (let k = 1; k <= 1022; k++) powers[1022 - k] = 0.5 * powers[1022 - k + 1]!;
  return powers;
})();

/** Returns 2^k exactly. Range: -1022 ≤ k ≤ 1023. */
export const powerOfTwo = (k: number): number => table[1022 + k]!;

/** Returns x · 2^k, in two exact factors where 2^k alone is not a normal number. */
export function scale(x: number, k: number): number {
  if (k > 1023) return x * powerOfTwo(1023) * powerOfTwo(k - 1023);
  if (k < -1022) return x * powerOfTwo(k + 1000) * powerOfTwo(-1000);
  return x * powerOfTwo(k);
}
