import {
  compile,
  join,
  linearHead,
  softmaxHead,
  type Machine,
  type Setting,
  type Trace,
} from '#engine/index.ts';
import { unpack, type Blocks } from '#engine/models/pytorch.ts';
import { adapterOf } from './cells.ts';
import { flat, list, matrix, scalar, vector, type OracleCase } from './schema.ts';

/** A case of one sequence: the machine, what goes in, and the names of its parameters. */
export interface Sequence {
  readonly machine: Machine;
  readonly setting: Setting;
  /** What is read, and what is wanted, step by step. */
  readonly x: readonly (readonly number[])[];
  readonly targets: readonly (readonly number[])[];
  readonly blocks: Blocks;
  /** The parameters as the case has them. */
  readonly stored: Readonly<Record<string, readonly number[]>>;
}

/** Reads a case without batch: a cell, and a readout where the case has a loss. */
export function sequenceOf(oracle: OracleCase): Sequence {
  const { config = {}, inputs, params = {}, loss } = oracle;
  const { program, blocks } = adapterOf(oracle.cell, config);
  const isClassifier = loss?.kind.includes('_ce') === true;
  const whole =
    loss === undefined ? program : join(program, isClassifier ? softmaxHead : linearHead);
  const machine = compile(whole, {
    D: scalar(config['I']),
    H: scalar(config['H']),
    ...(loss === undefined ? {} : { K: scalar(config['O']) }),
  });
  const { layout } = machine;
  const stored = (name: string): number[] | undefined =>
    params[name] === undefined ? undefined : flat(params[name]);
  const given = Object.fromEntries(
    Object.entries(blocks).filter(([name]) => params[name] !== undefined),
  );
  const x = matrix(inputs['x']);
  const s0 = vector(inputs['s0']);
  let start = 0;
  const initial = Object.fromEntries(
    program.state.map((name) => [name, s0.slice(start, (start += layout.length(name)))]),
  );
  const classes = isClassifier ? scalar(config['O']) : 0;
  const targets =
    loss === undefined
      ? []
      : list(loss.targets).map((target) =>
          typeof target === 'number'
            ? Array.from({ length: classes }, (_, k) => (k === target ? 1 : 0))
            : vector(target),
        );
  const readout: Blocks =
    loss === undefined ? {} : { 'readout.weight': ['W_hy'], 'readout.bias': ['b_y'] };
  const all = { ...given, ...readout };
  return {
    machine,
    blocks: all,
    stored: Object.fromEntries(Object.keys(all).map((name) => [name, stored(name) ?? []])),
    setting: {
      params: unpack(layout, all, stored),
      initial,
      inputs: x,
      ...(loss === undefined ? {} : { targets }),
    },
    x,
    targets,
  };
}

/** The state of a step: all state quantities one after the other. */
export const stateAt = (trace: Trace, t: number): number[] =>
  trace.program.state.flatMap((name) => [...trace.value(name, t)]);
