import { rnn, rnnRelu, type Program, type Setting, type Trace } from '#engine/index.ts';
import { matrix, vector, type OracleCase, type Tensor } from './schema.ts';

/** How a cell of the reference files is said in the engine: program, parameters in, gradients out. */
export interface CellAdapter {
  readonly program: Program;
  /** Engine parameters of the layer with this suffix («l0», «l0_reverse»). */
  params(oracle: OracleCase, suffix: string): Setting['params'];
  /** Gradients under the reference's names, of one trace. */
  grads(trace: Trace, suffix: string): Record<string, Tensor>;
}

/** PyTorch keeps two biases where the engine has one; both have its gradient. */
const plain = (program: Program): CellAdapter => ({
  program,
  params: ({ params, config }, suffix) => ({
    W_xh: matrix(params[`weight_ih_${suffix}`]),
    W_hh: matrix(params[`weight_hh_${suffix}`]),
    b_h: added(params[`bias_ih_${suffix}`], params[`bias_hh_${suffix}`], Number(config['H'])),
  }),
  grads: (trace, suffix) => ({
    [`weight_ih_${suffix}`]: [...trace.grad('W_xh')],
    [`weight_hh_${suffix}`]: [...trace.grad('W_hh')],
    [`bias_ih_${suffix}`]: [...trace.grad('b_h')],
    [`bias_hh_${suffix}`]: [...trace.grad('b_h')],
  }),
});

/** The adapters by the reference's name of a cell. */
export const adapters: ReadonlyMap<string, CellAdapter> = new Map([
  ['rnn_tanh', plain(rnn)],
  ['rnn_relu', plain(rnnRelu)],
]);

function added(first: Tensor | undefined, second: Tensor | undefined, length: number): number[] {
  if (first === undefined || second === undefined) return Array.from({ length }, () => 0);
  const other = vector(second);
  return vector(first).map((value, i) => value + (other[i] ?? NaN));
}
