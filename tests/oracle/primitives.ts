import { compile, define, neuron, play, type Program, type Trace } from '#engine/index.ts';
import { fixedPoints, foldDrive, foldState } from '#engine/analysis/fixed-points.ts';
import { retention, stepsUntil } from '#engine/analysis/leak.ts';
import { bptt } from '#engine/learn/bptt.ts';
import { entropy, exp, inBits, perplexity } from '#engine/math/index.ts';
import { logSumExp } from '#engine/program/ops-softmax.ts';
import {
  depth,
  list,
  scalar,
  vector,
  type Computed,
  type Leaf,
  type OracleCase,
  type Tensor,
} from './schema.ts';

/** Runs a program of x for one step; `d` is its target, if any. */
function runOnce(program: Program, x: readonly number[], d?: readonly number[]): Trace {
  const machine = compile(program, { K: x.length });
  const setting = { params: {}, inputs: [x], ...(d === undefined ? {} : { targets: [d] }) };
  const trace = play(machine, setting);
  if (d !== undefined) bptt(machine, trace);
  return trace;
}

/** The functions that the reference calls by other names. */
const FUNCTION_NAMES: Readonly<Record<string, string>> = { elu1: 'elu', gelu_erf: 'gelu' };

/** Values and slopes of elementwise functions. */
function runFunctions({ inputs, outputs }: OracleCase): Computed {
  const z = vector(inputs['z']);
  return new Map(
    Object.keys(outputs ?? {}).flatMap((name): [string, Leaf][] => {
      const text = `y[t] = ${FUNCTION_NAMES[name] ?? name}(x[t])`;
      const sizes = { x: 'K', y: 'K' };
      const machine = compile(define({ name, source: [], sizes, equations: text }), {
        K: z.length,
      });
      const trace = play(machine, { params: {}, inputs: [z] });
      trace.grad('y', 1).fill(1);
      machine.pullback(trace, 1);
      return [
        [`outputs.${name}`, [...trace.value('y', 1)]],
        [`derivatives.${name}`, [...trace.grad('x', 1)]],
      ];
    }),
  );
}

/** Softmax, its logarithm and the cross-entropy of one class, at a temperature. */
function runSoftmax({ config, inputs }: OracleCase): Computed {
  const logits = vector(inputs['logits']);
  const program = define({
    name: 'tempered-softmax',
    source: [],
    sizes: { x: 'K', d: 'K', o: 'K', y: 'K', l: 'K' },
    equations: `
      o[t] = ${1 / scalar(config?.['temperature'])} * x[t]
      y[t] = softmax(o[t])
      l[t] = log_softmax(o[t])
      L[t] = cross_entropy(o[t], d[t])`,
  });
  const target = scalar(inputs['target']);
  const trace = runOnce(
    program,
    logits,
    logits.map((_, k) => Number(k === target)),
  );
  const nats = trace.value('L', 1)[0] ?? NaN;
  return new Map<string, Leaf>([
    ['outputs.probabilities', [...trace.value('y', 1)]],
    ['outputs.log_probabilities', [...trace.value('l', 1)]],
    ['outputs.logsumexp', logSumExp(trace.value('o', 1), 0, logits.length)],
    ['outputs.cross_entropy_nats', nats],
    ['outputs.cross_entropy_bits', inBits(nats)],
    ['outputs.perplexity', perplexity(nats)],
    ['outputs.entropy_nats', entropy(trace.value('y', 1))],
    ['derivatives.d_cross_entropy_nats_d_logits', [...trace.grad('x', 1)]],
  ]);
}

/** Losses of answers y in (0, 1). */
function runLosses({ inputs }: OracleCase): Computed {
  const [y, d] = [vector(inputs['y']), vector(inputs['t'])];
  const squares = runOnce(
    define({
      name: 'squares',
      source: [],
      sizes: { x: 'K', d: 'K' },
      equations: 'L[t] = squared_error(x[t], d[t])',
    }),
    y,
    d,
  );
  const binary = runOnce(
    define({
      name: 'binary',
      source: [],
      sizes: { x: 'K', d: 'K', o: 'K' },
      // the engine's cross-entropy takes logits
      equations: 'o[t] = log(x[t]) - log(1 - x[t]); L[t] = bce(o[t], d[t])',
    }),
    y,
    d,
  );
  const slopes = [...squares.grad('x', 1)];
  return new Map<string, Leaf>([
    ['outputs.bce_sum', binary.loss()],
    ['outputs.half_sse', squares.loss()],
    ['outputs.mse_mean', (2 * squares.loss()) / y.length],
    ['derivatives.d_bce_sum_d_y', [...binary.grad('x', 1)]],
    ['derivatives.d_half_sse_d_y', slopes],
    ['derivatives.d_mse_mean_d_y', slopes.map((slope) => (2 * slope) / y.length)],
  ]);
}

/** The map h → tanh(w h + b) of one neuron without input: where it rests, and one orbit. */
function runMap({ inputs, outputs }: OracleCase): Computed {
  const w = scalar(inputs['w']);
  const fold: [string, Leaf][] = [
    ['outputs.h_at_fold', foldState(w)],
    ['outputs.critical_abs_b', foldDrive(w)],
  ];
  if (inputs['b'] === undefined) return new Map(fold);
  const b = scalar(inputs['b']);
  const steps = list(outputs?.['orbit'] as number[]).map(() => [0]);
  const machine = compile(neuron);
  const initial = { h: scalar(inputs['h0']) };
  const trace = play(machine, { params: { w, u: 0, b }, initial, inputs: steps });
  const slopes = steps.map((_, index) => {
    trace.grads.fill(0);
    trace.grad('h', index + 1).fill(1);
    for (let t = index + 1; t >= 1; t--) machine.pullback(trace, t);
    return trace.grad('h', 0)[0] ?? NaN;
  });
  const points = fixedPoints(w, b);
  return new Map<string, Leaf>([
    ...fold,
    ['outputs.fixed_points', points.map(({ value }) => value)],
    ['outputs.slope_at_fixed_points', points.map(({ slope }) => slope)],
    ['outputs.orbit', steps.map((_, index) => trace.value('h', index + 1)[0] ?? NaN)],
    ['outputs.dh_t_dh_0', slopes],
  ]);
}

/** How long a leaky unit remembers. The steps asked for are in the name of the output. */
function runLeak({ inputs, outputs }: OracleCase): Computed {
  const tau = scalar(inputs['tau']);
  const asked = Object.keys(outputs ?? {}).filter((name) => name.startsWith('retention_after'));
  return new Map<string, Leaf>([
    ...asked.map((name): [string, Leaf] => [
      `outputs.${name}`,
      (name.match(/\d+/g) ?? []).map((steps) => retention(tau, Number(steps))),
    ]),
    ['outputs.half_life_steps', stepsUntil(tau, 0.5)],
    ['outputs.steps_to_1_over_e', stepsUntil(tau, exp(-1))],
  ]);
}

/** Softmax, or its logarithm, along the last axis of a tensor. */
function runRows({ config, inputs }: OracleCase): Computed {
  const op = config?.['op'] === 'LogSoftmax' ? 'log_softmax' : 'softmax';
  const program = define({
    name: op,
    source: [],
    sizes: { x: 'K', y: 'K' },
    equations: `y[t] = ${op}(x[t])`,
  });
  const along = (tensor: Tensor): Tensor =>
    depth(tensor) > 1
      ? list(tensor).map(along)
      : [...runOnce(program, vector(tensor)).value('y', 1)];
  return new Map([['outputs.y', along(list(inputs['x']))]]);
}

/** Runners of single functions and of what follows from them, by the reference's name of the cell. */
export const primitives: Readonly<Record<string, (oracle: OracleCase) => Computed>> = {
  elementwise: runFunctions,
  softmax_ce: runSoftmax,
  losses: runLosses,
  scalar_map: runMap,
  leak: runLeak,
  softmax: runRows,
};
