import { sgd } from '#engine/index.ts';
import { runRecurrent } from './recurrent.ts';
import {
  flat,
  list,
  scalar,
  type Computed,
  type Leaf,
  type OracleCase,
  type Tensor,
} from './schema.ts';

/** Runs full-batch training through a read-out without bias, and gives the weights after the last step. */
export function runGoldenTraining(oracle: OracleCase): Computed {
  const { config = {}, loss } = oracle;
  if (config['optimizer'] !== 'SGD' || loss?.kind !== 'mse_mean_last_step')
    throw new Error(`«${String(config['optimizer'])}» on «${loss?.kind}» is unknown here`);
  let params = oracle.params ?? {};
  const optimizers = new Map(Object.keys(params).map((name) => [name, sgd(scalar(config['lr']))]));
  for (let step = 0; step < scalar(config['steps']); step++) {
    const computed = runRecurrent({
      ...oracle,
      cell: String(config['cell']),
      loss: { ...loss, kind: 'readout_mse_last' },
      params: { ...params, 'readout.bias': Array<number>(scalar(config['O'])).fill(0) },
    });
    const updated = Object.entries(params).map(([name, tensor]): [string, Tensor] => {
      const theta = new Float64Array(flat(tensor));
      const grad = computed.get(`grads.params.${name}`) as Tensor;
      optimizers.get(name)?.update(theta, new Float64Array(flat(grad)));
      return [name, reshaped(tensor, [...theta])];
    });
    params = Object.fromEntries(updated);
  }
  return new Map(
    Object.entries(params).map(([name, tensor]): [string, Leaf] => [
      `outputs.params_after_last_step.${name}`,
      tensor,
    ]),
  );
}

/** Returns numbers in the nesting of a tensor; takes them off the front. */
function reshaped(like: Tensor, numbers: number[]): Tensor {
  return typeof like === 'number'
    ? (numbers.shift() ?? NaN)
    : list(like).map((part) => reshaped(part, numbers));
}
