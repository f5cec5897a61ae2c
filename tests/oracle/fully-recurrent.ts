import {
  compile,
  fullyRecurrentForced,
  join,
  play,
  sgd,
  targetUnitsHead,
  withFunctions,
  type Machine,
  type Setting,
  type Trace,
} from '#engine/index.ts';
import { fill } from '#engine/machine/play.ts';
import { Influence, rtrl } from '#engine/learn/rtrl.ts';
import { opOf } from '#engine/program/ops.ts';
import {
  list,
  matrix,
  scalar,
  vector,
  type Computed,
  type Leaf,
  type OracleCase,
} from './schema.ts';

/** Williams and Zipser's network: the influence p of every weight on every unit, and learning while it runs. */
export function runFullyRecurrent(oracle: OracleCase): Computed {
  const [n, m] = [scalar(oracle.config?.['n_units']), scalar(oracle.config?.['n_inputs'])];
  const machine = machineOf(oracle, n, m);
  const setting = settingOf(oracle, n, m);
  const trace = play(machine, setting);
  const influence = new Influence(machine, trace);
  const asW = (numbers: Float64Array): number[][] => gradOfW(machine, numbers, n, m);
  const none = new Float64Array(machine.layout.thetaSize);
  const p: Leaf[] = [Array.from({ length: n }, () => asW(none))];
  const perStep: Leaf[] = [];
  for (let t = 1; t <= trace.length; t++) {
    perStep.push(asW(influence.advance(t)));
    p.push(influence.rows.map(asW));
  }
  rtrl(machine, trace);
  const steps = Array.from({ length: trace.length + 1 }, (_, t) => t);
  return new Map<string, Leaf>([
    ['outputs.y', steps.map((t) => [...trace.value('h', t)])],
    ['outputs.J_t', steps.slice(1).map((t) => trace.value('L', t)[0] ?? NaN)],
    ['loss.value', trace.loss()],
    ['grads.params.W', asW(trace.thetaGrad)],
    ['grads.W_per_step', perStep],
    ['rtrl.p', p],
    ...online(oracle, machine, setting, asW),
  ]);
}

function machineOf({ config = {} }: OracleCase, n: number, m: number): Machine {
  const cell = withFunctions(fullyRecurrentForced, {
    sigmoid: opOf(String(config['activation'] ?? 'sigmoid')),
  });
  return compile(join(cell, targetUnitsHead), { D: m, H: n });
}

/** Row t + 1 of the engine reads external line t and is judged by target t. */
function settingOf({ config, inputs, params, loss }: OracleCase, n: number, m: number): Setting {
  const W = matrix(params?.['W']);
  const units = loss?.target_units ?? [];
  const wanted = list(loss?.targets).map(vector);
  const rows = (read: (t: number, k: number) => number): number[][] =>
    units.map((_, t) => Array.from({ length: n }, (__, k) => read(t, k)));
  const has = (t: number, k: number): number => Number(units[t]?.includes(k) ?? false);
  const target = (t: number, k: number): number => wanted[t]?.[units[t]?.indexOf(k) ?? -1] ?? 0;
  const isForced = config?.['teacher_forcing'] === true;
  return {
    params: { W_xh: W.map((row) => row.slice(0, m)), W_hh: W.map((row) => row.slice(m)) },
    initial: { h: vector(inputs['y0']) },
    inputs: {
      x: matrix(inputs['x']),
      m: rows((t, k) => (isForced ? has(t - 1, k) : 0)),
      p: rows((t, k) => target(t - 1, k)),
      e: rows(has),
    },
    targets: rows(target),
  };
}

/** Numbers of theta in the place of W: external lines first, then units. */
function gradOfW({ layout }: Machine, theta: Float64Array, n: number, m: number): number[][] {
  const row = (name: string, i: number, length: number): number[] => {
    const start = layout.offset(name) + i * length;
    return [...theta.subarray(start, start + length)];
  };
  return Array.from({ length: n }, (_, i) => [...row('W_xh', i, m), ...row('W_hh', i, n)]);
}

/** Learning while it runs: a step down the gradient of each step's loss, with p carried on as it is. */
function online(
  { online: stated }: OracleCase,
  machine: Machine,
  setting: Setting,
  asW: (numbers: Float64Array) => number[][],
): [string, Leaf][] {
  if (stated === undefined) return [];
  const optimizer = sgd(stated.learning_rate);
  const trace: Trace = machine.trace(list(stated.y).length);
  fill(machine, trace, setting);
  const influence = new Influence(machine, trace);
  const after: Leaf[] = [];
  const states: Leaf[] = [];
  for (let t = 1; t <= trace.length; t++) {
    machine.step(trace, t);
    states.push([...trace.value('h', t)]);
    optimizer.update(trace.theta, influence.advance(t));
    after.push(asW(trace.theta));
  }
  return [
    ['online.y', states],
    ['online.W_after_step', after],
  ];
}
