import { clipNorm, clipValue, normOf } from '#engine/learn/clipping.ts';
import { optimizerOf } from './optimizers.ts';
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

type Params = Readonly<Record<string, Tensor>>;

/** The readout losses by the names that training cases have for them. */
const LOSSES: Readonly<Record<string, string>> = {
  mse_mean: 'readout_mse',
  ce_mean: 'readout_ce_mean',
  mse_mean_last_step: 'readout_mse_last',
};

/** Runs full-batch training of layers of cells, and gives losses, gradient norms and weights. */
export function runTraining(oracle: OracleCase): Computed {
  const { config = {} } = oracle;
  let params = oracle.params ?? {};
  const names = Object.keys(params);
  const optimizer = optimizerOf(
    config['optimizer'],
    (config['hyperparameters'] as Readonly<Record<string, unknown>> | undefined) ?? config,
  );
  const losses: number[] = [];
  const norms: number[] = [];
  let first: Params = params;
  for (let step = 0; step < scalar(config['steps']); step++) {
    const { loss, gradient } = slopeOf(oracle, params);
    losses.push(loss);
    norms.push(normOf(gradient));
    if (typeof config['clip_norm'] === 'number')
      clipNorm(gradient, config['clip_norm'], { epsilon: 1e-6 });
    if (typeof config['clip_value'] === 'number') clipValue(gradient, config['clip_value']);
    const theta = new Float64Array(names.flatMap((name) => flat(params[name] ?? [])));
    optimizer.update(theta, gradient);
    params = reshaped(params, [...theta]);
    if (step === 0) first = params;
  }
  const named = (prefix: string, tensors: Params): [string, Leaf][] =>
    Object.entries(tensors).map(([name, tensor]) => [`${prefix}.${name}`, tensor]);
  return new Map<string, Leaf>([
    ['outputs.loss_before_step', losses],
    ['outputs.grad_norm_before_clip', norms],
    ['outputs.final_loss', slopeOf(oracle, params).loss],
    ...named('outputs.params_after_first_step', first),
    ...named('outputs.params_after_last_step', params),
  ]);
}

/** The loss and its gradient over all parameters, one after the other in the case's order. */
function slopeOf(
  oracle: OracleCase,
  params: Params,
): { readonly loss: number; readonly gradient: Float64Array } {
  const { config = {}, loss } = oracle;
  const isLast = config['last_step_only'] === true;
  const kind = LOSSES[loss?.kind ?? ''];
  if (loss === undefined || kind === undefined)
    throw new Error(`loss «${loss?.kind}» is unknown here`);
  const bare = Object.entries(params).map(([name, tensor]) => [
    name.replace(/^core\./, ''),
    tensor,
  ]);
  const computed = runRecurrent({
    ...oracle,
    cell: String(config['cell']),
    loss: { ...loss, kind: isLast ? kind.replace('_mean', '') + '_last' : kind },
    params: {
      'readout.bias': Array<number>(scalar(config['O'])).fill(0),
      ...(Object.fromEntries(bare) as Params),
    },
  });
  return {
    loss: scalar(computed.get('loss.value')),
    gradient: new Float64Array(
      bare.flatMap(([name]) => flat(computed.get(`grads.params.${String(name)}`) as Tensor)),
    ),
  };
}

/** Returns numbers in the nesting of the parameters, taken in order. */
function reshaped(like: Params, numbers: number[]): Params {
  const take = (tensor: Tensor): Tensor =>
    typeof tensor === 'number' ? (numbers.shift() ?? NaN) : list(tensor).map(take);
  return Object.fromEntries(Object.entries(like).map(([name, tensor]) => [name, take(tensor)]));
}
