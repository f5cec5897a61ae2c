export { exp, expm1 } from './exp.ts';
export { log, log1p } from './log.ts';
export { entropy, inBits, perplexity } from './information.ts';
export { erfc } from './erf.ts';
export { tanh, sigmoid, softplus } from './activations.ts';
export { oneHot } from './one-hot.ts';
export { rng, type RandomStream } from './rng.ts';
