import { define } from '../program/define.ts';
import { relu } from '../program/ops-pieces.ts';
import type { Program, Size } from '../program/types.ts';

/** How far a convolution looks back: `kernel` inputs, each `dilation` steps before the next. */
export interface Reach {
  readonly kernel: number;
  readonly dilation: number;
}

/** Returns how many of the last inputs can change an answer: 1 + (kernel − 1) · dilation for each layer, together. */
export const receptiveField = (layers: readonly Reach[]): number =>
  layers.reduce((total, { kernel, dilation }) => total + (kernel - 1) * dilation, 1);

/**
 * Returns a causal convolution h_t = ReLU(Σ_k W_k x_{t − k·dilation} + b) as a recurrent program: its state is
 * a line of delays through which the inputs wander, and nothing in it is learned. Inputs before the first are 0.
 * Sources: oord2016, bai2018. Errors: a kernel or a dilation that is not a whole number ≥ 1.
 */
export function causalConvolution({ kernel, dilation }: Reach): Program {
  for (const [name, value] of Object.entries({ kernel, dilation }))
    if (!Number.isInteger(value) || value < 1)
      throw new Error(`convolution: ${name} is ${value}; expected a whole number ≥ 1`);
  const delays = (kernel - 1) * dilation;
  const line = Array.from({ length: delays }, (_, n) => `x_${n + 1}[t] = x_${n}[t-1]`);
  const taps = Array.from({ length: kernel }, (_, k) => `W_${k} x_${k * dilation}[t]`);
  const sizes: Record<string, Size> = { x: 'D' };
  for (let n = 0; n <= delays; n++) sizes[`x_${n}`] = 'D';
  return define({
    name: `convolution-${kernel}-${dilation}`,
    source: ['oord2016', 'bai2018'],
    functions: [relu],
    sizes,
    equations: ['x_0[t] = identity(x[t])', ...line, `h[t] = relu(${taps.join(' + ')} + b_h)`].join(
      '\n',
    ) as string,
  });
}
