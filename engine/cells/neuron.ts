import { define } from '../program/define.ts';

/** One neuron with a loop: the five numbers of chapter 1 are its w, u, b and the lamp's a, c. */
export const neuron = define({
  name: 'neuron',
  source: ['elman1990'],
  sizes: { x: 1, h: 1 },
  equations: `
    h[t] = tanh(w * h[t-1] + u * x[t] + b)`,
});
