import { define } from '../program/define.ts';
import { reciprocal } from '../program/ops-smooth.ts';

/** Leaky units that average their outputs; each unit has its own rate α. */
export const leakyOutput = define({
  name: 'leaky-output',
  source: ['mozer1991', 'jaeger2002'],
  equations: `
    n[t] = tanh(W_xh x[t] + W_hh h[t-1] + b_h)
    h[t] = (1 - alpha) * h[t-1] + alpha * n[t]`,
});

/** Leaky units that average their potential u; each unit has its own rate α. */
export const leakyPotential = define({
  name: 'leaky-potential',
  source: ['mozer1991', 'yamashita2008'],
  equations: `
    u[t] = (1 - alpha) * u[t-1] + alpha * (W_xh x[t] + W_hh tanh(u[t-1]) + b_h)
    h[t] = tanh(u[t])`,
});

/** The same in continuous time, by Euler's steps of length Δ; each unit has its own time constant τ. */
export const leakyContinuous = define({
  name: 'leaky-continuous',
  source: ['funahashi1993'],
  functions: [reciprocal],
  equations: `
    v[t] = W_xh x[t] + W_hh tanh(u[t-1]) + b_h - u[t-1]
    u[t] = u[t-1] + delta * reciprocal(tau) * v[t]
    h[t] = tanh(u[t])`,
});
