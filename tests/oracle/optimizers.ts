import {
  adadelta,
  adagrad,
  adam,
  adamax,
  adamw,
  radam,
  rmsprop,
  sgd,
  type Optimizer,
} from '#engine/index.ts';
import { clipNorm, clipValue, normOf, type ClipNormSettings } from '#engine/learn/clipping.ts';
import {
  flat,
  list,
  matrix,
  scalar,
  vector,
  type Computed,
  type Leaf,
  type OracleCase,
  type Tensor,
} from './schema.ts';

type Given = Readonly<Record<string, unknown>>;

const optional = <Name extends string>(name: Name, value: unknown): Partial<Record<Name, number>> =>
  (value === undefined ? {} : { [name]: scalar(value) }) as Partial<Record<Name, number>>;

/** The optimizers by PyTorch's name and with PyTorch's names of their settings. */
export function optimizerOf(name: unknown, given: Given): Optimizer {
  const [beta1, beta2] = given['betas'] === undefined ? [] : vector(given['betas'] as Tensor);
  const rate = scalar(given['lr']);
  const common = {
    ...optional('epsilon', given['eps']),
    ...optional('weightDecay', given['weight_decay']),
  };
  const betas = {
    ...common,
    ...optional('beta1', beta1),
    ...optional('beta2', beta2),
  };
  const amsgrad = given['amsgrad'] === true;
  switch (name) {
    case 'SGD': {
      const momentum = {
        ...optional('momentum', given['momentum']),
        ...optional('dampening', given['dampening']),
        ...optional('weightDecay', given['weight_decay']),
      };
      return sgd(rate, { ...momentum, nesterov: given['nesterov'] === true });
    }
    case 'RMSprop':
      return rmsprop(rate, {
        ...common,
        ...optional('decay', given['alpha']),
        ...optional('momentum', given['momentum']),
        centered: given['centered'] === true,
      });
    case 'Adagrad':
      return adagrad(rate, {
        ...common,
        ...optional('rateDecay', given['lr_decay']),
        ...optional('initialSum', given['initial_accumulator_value']),
      });
    case 'Adadelta':
      return adadelta(rate, { ...common, ...optional('decay', given['rho']) });
    case 'Adam':
      return adam(rate, { ...betas, amsgrad });
    case 'AdamW':
      return adamw(rate, { ...betas, amsgrad });
    case 'Adamax':
      return adamax(rate, betas);
    case 'RAdam':
      return radam(rate, betas);
    default:
      throw new Error(`optimizer «${String(name)}» is unknown here`);
  }
}

/** What PyTorch calls that which the engine's optimizers remember. */
const MEMORIES: Readonly<Record<string, string>> = {
  momentum_buffer: 'velocity',
  square_avg: 'meanSquare',
  grad_avg: 'mean',
  exp_avg: 'mean',
  exp_avg_sq: 'meanSquare',
  max_exp_avg_sq: 'largest',
  exp_inf: 'largest',
  sum: 'sum',
  acc_delta: 'meanStep',
};

/** Runs an optimizer along given gradients, or down a function that the case states. */
export function runOptimizer(oracle: OracleCase): Computed {
  const { config = {}, inputs } = oracle;
  const optimizer = optimizerOf(
    config['optimizer'],
    (config['hyperparameters'] as Given | undefined) ?? config,
  );
  const theta = new Float64Array(vector(inputs['p0']));
  const wanted = list(oracle.outputs?.['p_after_step'] as Tensor);
  const objective = objectiveOf(oracle);
  const values: number[] = [];
  const after = wanted.map((_, step) => {
    values.push(objective?.value(theta) ?? NaN);
    optimizer.update(
      theta,
      objective?.grad(theta) ?? new Float64Array(vector(list(inputs['grads'])[step])),
    );
    return [...theta];
  });
  return new Map<string, Leaf>([
    ['outputs.p_after_step', after],
    ['outputs.f_before_step', values],
    ...Object.entries(MEMORIES).flatMap(([stored, name]): [string, Leaf][] => {
      const memory = optimizer.memory[name];
      return memory === undefined ? [] : [[`outputs.state_after_last_step.${stored}`, [...memory]]];
    }),
  ]);
}

interface Objective {
  readonly value: (p: Float64Array) => number;
  readonly grad: (p: Float64Array) => Float64Array;
}

/** ½ pᵀ A p − bᵀ p, or the sum of squares. */
function objectiveOf({ inputs }: OracleCase): Objective | undefined {
  if (inputs['grads'] !== undefined) return undefined;
  if (inputs['A'] === undefined)
    return {
      value: (p) => p.reduce((sum, value) => sum + value * value, 0),
      grad: (p) => p.map((value) => 2 * value),
    };
  const A = matrix(inputs['A']);
  const b = vector(inputs['b']);
  const dot = (row: readonly number[], p: Float64Array): number =>
    row.reduce((sum, value, i) => sum + value * (p[i] ?? NaN), 0);
  return {
    value: (p) => A.reduce((sum, row, i) => sum + 0.5 * (p[i] ?? NaN) * dot(row, p), 0) - dot(b, p),
    grad: (p) => Float64Array.from(A, (row, i) => dot(row, p) - (b[i] ?? NaN)),
  };
}

/** Clips by norm, by the published rule and by PyTorch's with its 1e-6, or by value. */
export function runClipping({ cell, config = {}, inputs }: OracleCase): Computed {
  const given = list(inputs['grads']);
  const gradient = (): Float64Array => new Float64Array(flat(given));
  const inShape = (numbers: Float64Array): Leaf => {
    const left = [...numbers];
    const take = (like: Tensor): Tensor =>
      typeof like === 'number' ? (left.shift() ?? NaN) : like.map(take);
    return take(given);
  };
  if (cell === 'clip_value') {
    const clipped = gradient();
    clipValue(clipped, scalar(config['clip_value']));
    return new Map([['outputs.clipped', inShape(clipped)]]);
  }
  const norm = (config['norm_type'] === 'inf' ? Infinity : config['norm_type']) as 1 | 2;
  const clippedWith = (settings: ClipNormSettings): Leaf => {
    const clipped = gradient();
    clipNorm(clipped, scalar(config['max_norm']), settings);
    return inShape(clipped);
  };
  return new Map<string, Leaf>([
    ['outputs.total_norm', normOf(gradient(), norm)],
    ['outputs.clipped_exact_rule', clippedWith({ norm })],
    ['outputs.clipped', clippedWith({ norm, epsilon: 1e-6 })],
  ]);
}
