import { elementwiseOp } from './elementwise.ts';
import type { Op } from './op.ts';

/** The slope at 0 is 0, as in PyTorch. */
export const relu = elementwiseOp({
  name: 'relu',
  value: (x) => (x > 0 ? x : 0),
  slope: (_, x) => (x > 0 ? 1 : 0),
});

/** The straight line that early programs used for σ: 0 below −2.5, 1 above 2.5. */
const hardSigmoid = elementwiseOp({
  name: 'hard_sigmoid',
  value: (x) => Math.max(0, Math.min(1, 0.2 * x + 0.5)),
  slope: (y) => (y > 0 && y < 1 ? 0.2 : 0),
});

const hardTanh = elementwiseOp({
  name: 'hard_tanh',
  value: (x) => Math.max(-1, Math.min(1, x)),
  slope: (y) => (y > -1 && y < 1 ? 1 : 0),
});

/** Activations made of straight pieces. */
export const pieces: readonly Op[] = [relu, hardSigmoid, hardTanh];
