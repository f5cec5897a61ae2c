/**
 * The functions of the operation table, and the measures, as kernels compute them in float32. They are not the engine's: a
 * graphics card has its own exp and log. What saturates is written so that it keeps its digits there:
 * 1 − tanh² would be 0 from 9 on.
 */
const FLOAT32: Readonly<Record<string, string>> = {
  value_identity: '(x) { return x; }',
  slope_identity: '(y, x) { return 1.0; }',
  value_tanh:
    '(x) { const e = Math.exp(-2.0 * Math.abs(x)); return Math.sign(x) * (1.0 - e) / (1.0 + e); }',
  slope_tanh:
    '(y, x) { const e = Math.exp(-2.0 * Math.abs(x)); return 4.0 * e / ((1.0 + e) * (1.0 + e)); }',
  value_sigmoid:
    '(x) { const e = Math.exp(-Math.abs(x)); const s = 1.0 / (1.0 + e); if (x < 0.0) { return e * s; } return s; }',
  slope_sigmoid: '(y, x) { const e = Math.exp(-Math.abs(x)); return e / ((1.0 + e) * (1.0 + e)); }',
  value_relu: '(x) { return Math.max(x, 0.0); }',
  slope_relu: '(y, x) { if (x > 0.0) { return 1.0; } return 0.0; }',
  value_softplus: '(x) { return Math.max(x, 0.0) + Math.log(1.0 + Math.exp(-Math.abs(x))); }',
  slope_softplus:
    '(y, x) { const e = Math.exp(-Math.abs(x)); const s = 1.0 / (1.0 + e); if (x < 0.0) { return e * s; } return s; }',
  value_log: '(x) { return Math.log(x); }',
  value_root: '(x) { return Math.sqrt(x); }',
  value_inverse_root: '(x) { return 1.0 / Math.sqrt(x); }',
  value_below_one: '(x) { if (x < 1.0) { return 1.0; } return 0.0; }',
};

/** The names of all functions that kernels have. */
export const float32Names: readonly string[] = Object.keys(FLOAT32);

/** Returns a function as text. Errors: one that kernels do not have. */
export function float32Function(name: string): string {
  const rest = FLOAT32[name];
  if (rest === undefined)
    throw new Error(`kernels have no «${name}»; they have ${float32Names.join(', ')}`);
  return `function ${name}${rest}`;
}
