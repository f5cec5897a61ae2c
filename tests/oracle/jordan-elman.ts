import {
  bptt,
  compile,
  crossEntropyLoss,
  join,
  jordan,
  jordanDecay,
  jordanDecayForced,
  jordanForced,
  logisticHead,
  play,
  rnnSigmoid,
  squaredErrorLoss,
  withFunctions,
  type Machine,
  type Program,
  type Setting,
  type Trace,
} from '#engine/index.ts';
import { tbptt } from '#engine/learn/tbptt.ts';
import { pack, unpack, type Blocks } from '#engine/models/pytorch.ts';
import { opOf } from '#engine/program/ops.ts';
import { byExample, exampleOf, summed } from './batch.ts';
import { flat, list, scalar, vector, type Computed, type Leaf, type OracleCase } from './schema.ts';

const JORDAN_BLOCKS: Blocks = {
  weight_ih: ['W_xh'],
  bias_h: ['b_h'],
  weight_hy: ['W_hy'],
  bias_y: ['b_y'],
};

/** Networks whose answer comes back, with and without a memory of answers, led by a teacher or not. */
export function runJordan(oracle: OracleCase): Computed {
  const { config = {}, inputs } = oracle;
  const isForced = config['teacher_forcing'] === true;
  const hasMemory = inputs['s0'] !== undefined || oracle.cell === 'jordan_decay';
  const machine = compile(jordanProgram(oracle, isForced, hasMemory), sizesOf(oracle));
  const blocks = { ...JORDAN_BLOCKS, weight_yh: [hasMemory ? 'W_sh' : 'W_yh'] };
  const params = {
    ...unpack(machine.layout, blocks, (name) => storedNumbers(oracle, name)),
    ...(hasMemory ? { mu: vectorOf(config['mu'], scalar(config['O'])) } : {}),
  };
  const traces = byExample(inputs['x'], (b) => {
    const targets = targetRows(oracle, b);
    const first = startOf(oracle, 'y0', b, scalar(config['O']));
    const trace = play(machine, {
      params,
      initial: {
        ...(isForced ? {} : { y: first }),
        ...(hasMemory ? { s: startOf(oracle, 's0', b, first.length) } : {}),
      },
      inputs: {
        x: exampleOf(inputs['x'], b),
        ...(isForced ? { p: [first, ...targets.slice(0, -1)] } : {}),
      },
      targets,
    });
    bptt(machine, trace);
    return trace;
  });
  const states = hasMemory ? ['h', 'y', 's'] : ['h', 'y'];
  return new Map<string, Leaf>([
    ...resultsOf(oracle, traces, blocks, states),
    // under a teacher the first answer is the first that he gives
    ['grads.y0', traces.map((trace) => [...(isForced ? trace.grad('p', 1) : trace.grad('y', 0))])],
    ...(hasMemory
      ? ([['grads.s0', traces.map((trace) => [...trace.grad('s', 0)])]] as [string, Leaf][])
      : []),
  ]);
}

function jordanProgram({ config = {}, loss }: OracleCase, isForced: boolean, hasMemory: boolean) {
  const plain: Program = isForced ? jordanForced : jordan;
  const remembering: Program = isForced ? jordanDecayForced : jordanDecay;
  const functions = {
    tanh: opOf(String(config['activation'] ?? 'tanh')),
    identity: opOf(String(config['output_activation'] ?? 'identity')),
  };
  const isClassifier = loss?.kind.startsWith('ce') === true;
  return join(
    withFunctions(hasMemory ? remembering : plain, functions),
    isClassifier ? crossEntropyLoss : squaredErrorLoss,
  );
}

/** Elman's network, by full BPTT and as he trained it, with the context taken as given. */
export function runElman(oracle: OracleCase): Computed {
  const { config = {}, inputs } = oracle;
  const activation = String(config['activation'] ?? 'sigmoid');
  const cell = withFunctions(rnnSigmoid, { sigmoid: opOf(activation) });
  const machine = compile(join(cell, logisticHead), sizesOf(oracle));
  const blocks = { ...JORDAN_BLOCKS, weight_hh: ['W_hh'] };
  const params = unpack(machine.layout, blocks, (name) => storedNumbers(oracle, name));
  const settings = byExample(inputs['x'], (b): Setting => {
    const targets = targetRows(oracle, b);
    const initial = { h: startOf(oracle, 'h0', b, scalar(config['H'])) };
    return { params, initial, inputs: exampleOf(inputs['x'], b), targets };
  });
  const traces = settings.map((setting) => learned(machine, setting, bptt));
  const oneStep = settings.map((setting) => learned(machine, setting, tbptt(1)));
  return new Map<string, Leaf>([
    ...resultsOf(oracle, traces, blocks, ['h', 'y']),
    ['grads.h0', traces.map((trace) => [...trace.grad('h', 0)])],
    ...gradsOf('grads_srn_one_step.params', oneStep, blocks),
  ]);
}

function learned(machine: Machine, setting: Setting, rule: typeof bptt): Trace {
  const trace = play(machine, setting);
  rule(machine, trace);
  return trace;
}

const sizesOf = ({ config = {} }: OracleCase): Record<string, number> => ({
  D: scalar(config['I']),
  H: scalar(config['H']),
  K: scalar(config['O']),
});

const storedNumbers = ({ params }: OracleCase, name: string): number[] | undefined =>
  params?.[name] === undefined ? undefined : flat(params[name]);

const vectorOf = (value: unknown, length: number): number[] =>
  Array.isArray(value) ? (value as number[]) : Array<number>(length).fill(scalar(value));

const startOf = ({ inputs }: OracleCase, name: string, b: number, length: number): number[] =>
  inputs[name] === undefined ? Array<number>(length).fill(0) : vector(list(inputs[name])[b]);

/** Classes become one-hot rows. */
const targetRows = ({ loss, config }: OracleCase, b: number): number[][] =>
  list(loss?.targets).map((row) => {
    const target = list(row)[b];
    if (typeof target !== 'number') return vector(target);
    return Array.from({ length: scalar(config?.['O']) }, (_, k) => Number(k === target));
  });

function resultsOf(
  { inputs }: OracleCase,
  traces: readonly Trace[],
  blocks: Blocks,
  states: readonly string[],
): [string, Leaf][] {
  const steps = list(inputs['x']).map((_, t) => t + 1);
  const inTime = (read: (trace: Trace, t: number) => Iterable<number>): Leaf =>
    steps.map((t) => traces.map((trace) => [...read(trace, t)]));
  return [
    ...states.map((name): [string, Leaf] => [
      `outputs.${name}`,
      inTime((trace, t) => trace.value(name, t)),
    ]),
    ['loss.value', traces.reduce((sum, trace) => sum + trace.loss(), 0)],
    ['grads.x', inTime((trace, t) => trace.grad('x', t))],
    ...gradsOf('grads.params', traces, blocks),
  ];
}

const gradsOf = (prefix: string, traces: readonly Trace[], blocks: Blocks): [string, Leaf][] =>
  Object.entries(summed(traces.map((trace) => pack(blocks, (name) => trace.grad(name))))).map(
    ([name, numbers]) => [`${prefix}.${name}`, numbers],
  );
