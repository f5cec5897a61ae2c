import { bptt, compile, play, withFunctions, type Machine, type Trace } from '#engine/index.ts';
import { mtrnnOf } from '#engine/cells/mtrnn-groups.ts';
import { tanh } from '#engine/program/ops-elementwise.ts';
import {
  blocksOf,
  checkMask,
  groupsOf,
  part,
  perUnit,
  sectionsOf,
  type Section,
} from './mtrnn-sections.ts';
import { byExample, exampleOf, summed } from './batch.ts';
import {
  list,
  matrix,
  scalar,
  vector,
  type Computed,
  type Leaf,
  type OracleCase,
} from './schema.ts';

/** Multiple-timescale networks, led, free, or in between. */
export function runMtrnn(oracle: OracleCase): Computed {
  const { config = {}, params = {}, inputs } = oracle;
  const sections = sectionsOf(config);
  const machine = machineOf(oracle, sections);
  const W = matrix(params['W']);
  const given = {
    ...Object.fromEntries(blocksOf(sections).map(({ name, cut }) => [name, cut(W)])),
    ...perUnit(sections, 'tau', vector(params['tau'])),
    // a case without biases has them 0
    ...perUnit(sections, 'b', params['b'] === undefined ? W.map(() => 0) : vector(params['b'])),
  };
  checkMask(inputs['mask'] === undefined ? [] : matrix(inputs['mask']), sections);
  const traces = byExample(inputs['x'], (b) => {
    const u0 = vector(list(inputs['u0'])[b]);
    const trace = play(machine, {
      params: given,
      initial: Object.fromEntries(sections.map((s) => [s.potential, part(s, u0)])),
      inputs: inputsOf(oracle, sections, b),
    });
    bptt(machine, trace);
    return trace;
  });
  return resultsOf(oracle, sections, traces);
}

function machineOf({ config = {}, loss }: OracleCase, sections: readonly Section[]): Machine {
  const groups = groupsOf(sections);
  const compared = loss?.kind.startsWith('kl') === true ? 'kl_divergence' : 'squared_error';
  const program = mtrnnOf(
    'mtrnn',
    groups.map(({ suffix }) => suffix),
    compared,
  );
  const isTanh = config['style'] === 'tanh';
  const sizes = groups.map(({ suffix, length }) => [`K${suffix}`, length]);
  return compile(isTanh ? withFunctions(program, { sigmoid: tanh, softmax: tanh }) : program, {
    ...Object.fromEntries(sizes),
    H: scalar(config['n_fast']),
    C: scalar(config['n_slow']),
  });
}

/** How much of its own last answer the network reads at each step. */
function mixAt({ config = {} }: OracleCase, t: number): number {
  const closed = config['closed_loop_from_step_index'];
  if (typeof closed === 'number' && t >= closed) return 1;
  return t >= 1 ? Number(config['feedback_mix'] ?? 0) : 0;
}

function inputsOf(
  oracle: OracleCase,
  sections: readonly Section[],
  b: number,
): Record<string, number[][]> {
  const x = exampleOf(oracle.inputs['x'], b);
  const targets = exampleOf(oracle.loss?.targets, b);
  const rows = groupsOf(sections).flatMap((s): [string, number[][]][] => [
    [`x${s.suffix}`, x.map((row) => part(s, row))],
    [`m${s.suffix}`, x.map((_, t) => Array<number>(s.length).fill(mixAt(oracle, t)))],
    [`d${s.suffix}`, targets.map((row) => part(s, row))],
  ]);
  return Object.fromEntries(rows);
}

function resultsOf(
  { inputs }: OracleCase,
  sections: readonly Section[],
  traces: readonly Trace[],
): Computed {
  const inTime = (read: (trace: Trace, t: number) => number[]): Leaf =>
    list(inputs['x']).map((_, t) => traces.map((trace) => read(trace, t + 1)));
  const grads = summed(
    traces.map((trace) => ({
      W: gradOfW(sections, trace),
      tau: sections.flatMap((s) => [...trace.grad(`tau_${s.letter}${s.suffix}`)]),
      b: sections.flatMap((s) => [...trace.grad(`b_${s.letter}${s.suffix}`)]),
    })),
  );
  return new Map<string, Leaf>([
    ['outputs.u', inTime((trace, t) => sections.flatMap((s) => [...trace.value(s.potential, t)]))],
    ['outputs.y', inTime((trace, t) => sections.flatMap((s) => [...trace.value(s.answer, t)]))],
    ['loss.value', traces.reduce((sum, trace) => sum + trace.loss(), 0)],
    [
      'grads.x',
      inTime((trace, t) => groupsOf(sections).flatMap((s) => [...trace.grad(`x${s.suffix}`, t)])),
    ],
    ['grads.u0', traces.map((trace) => sections.flatMap((s) => [...trace.grad(s.potential, 0)]))],
    ...Object.entries(grads).map(([name, numbers]): [string, Leaf] => [
      `grads.params.${name}`,
      numbers,
    ]),
  ]);
}

/** The gradients of all blocks in their places; 0 where no matrix is. */
function gradOfW(sections: readonly Section[], trace: Trace): number[] {
  const size = sections.reduce((sum, { length }) => sum + length, 0);
  const whole = new Array<number>(size * size).fill(0);
  for (const { name, by, from } of blocksOf(sections))
    trace.grad(name).forEach((value, n) => {
      const row = by.from + Math.floor(n / from.length);
      whole[row * size + from.from + (n % from.length)] = value;
    });
  return whole;
}
