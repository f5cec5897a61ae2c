import { z } from 'astro/zod';
import {
  bptt,
  cells,
  compile,
  encodeQuotes,
  heads,
  join,
  losses,
  neuronLamp,
  play,
  type Machine,
  type Program,
  type Trace,
} from '#engine/index.ts';
import { nearest, quoted } from '#engine/program/errors.ts';
import { basedOnSchema } from './based-on.ts';
import { contentPath, listContent, readYaml } from './content-files.ts';
import { validated } from './validate.ts';

const numbers = z.union([z.number(), z.array(z.number()), z.array(z.array(z.number()))]);

/** A named run, as data: which program, with which numbers, on which sequence. */
const experimentSchema = z.strictObject({
  about: z.string(),
  /** In a fork: what this was made from. */
  basedOn: basedOnSchema.optional(),
  cell: z.string(),
  head: z.string().optional(),
  sizes: z.record(z.string(), z.number()).default({}),
  params: z.record(z.string(), numbers),
  initial: z.record(z.string(), numbers).default({}),
  /** A text with quotation marks gives inputs and targets; or both are listed. */
  text: z.string().optional(),
  inputs: z.array(z.union([z.number(), z.array(z.number())])).optional(),
  targets: z.array(z.union([z.number(), z.array(z.number())])).optional(),
});

/** A run that was made: its machine, and its trace with gradients where there is a loss. */
export interface Run {
  readonly machine: Machine;
  readonly trace: Trace;
}

const runs = new Map<string, Run>();

/** The names of all experiments. */
export const experimentNames = (): string[] =>
  listContent('experiments', '.yaml').map((name) => name.replace(/\.yaml$/, ''));

/** Runs a named experiment, once a build. Errors: an unknown name; what the engine says of its data. */
export function runExperiment(name: string): Run {
  const made = runs.get(name) ?? make(name);
  runs.set(name, made);
  return made;
}

/** A number of an experiment: quantity `of` at step t, component i; `grad: true` for its gradient. */
export interface ExperimentNumber {
  readonly experiment: string;
  readonly of: string;
  readonly t?: number | undefined;
  readonly i?: number | undefined;
  readonly grad?: boolean | undefined;
}

/** Returns one number of an experiment; «loss» is the sum of its losses. Errors: those of the trace. */
export function experimentNumber({
  experiment,
  of,
  t,
  i = 0,
  grad = false,
}: ExperimentNumber): number {
  const { trace } = runExperiment(experiment);
  if (of === 'loss') return trace.loss();
  const view = grad ? trace.grad(of, t) : trace.value(of, t);
  const value = view[i];
  if (value === undefined)
    throw new Error(`${experiment}: «${of}» has ${view.length} numbers; there is none at i = ${i}`);
  return value;
}

/** Returns the program named «neuron-lamp», «rnn» or «rnn-softmax». Errors: an unknown name. */
export function programNamed(name: string): Program {
  if (name === neuronLamp.name) return neuronLamp;
  const names = [neuronLamp.name];
  for (const cell of cells) {
    if (name === cell.name) return cell;
    // a cell that answers by itself takes a loss alone
    const readers = cell.quantities.has('y') ? losses : heads;
    const head = readers.find((reader) => name === `${cell.name}-${reader.name}`);
    if (head !== undefined) return join(cell, head);
    names.push(cell.name, ...readers.map((reader) => `${cell.name}-${reader.name}`));
  }
  throw new Error(
    `no program «${name}»; did you mean ${quoted(nearest(name, names)) || 'neuron-lamp'}?`,
  );
}

function make(name: string): Run {
  if (!experimentNames().includes(name)) {
    const near = nearest(name, experimentNames());
    throw new Error(
      `no experiment «${name}»; there are ${quoted(near.length > 0 ? near : experimentNames())}`,
    );
  }
  const { cell, head, sizes, params, initial, text, inputs, targets } = validated(
    experimentSchema,
    readYaml(`experiments/${name}.yaml`),
    contentPath(`experiments/${name}.yaml`),
  );
  const machine = compile(programNamed(head === undefined ? cell : `${cell}-${head}`), sizes);
  const items = text === undefined ? undefined : encodeQuotes(text);
  const wanted = targets ?? items?.map(({ inside }) => inside);
  const trace = play(machine, {
    params,
    initial,
    inputs: inputs ?? items?.map(({ x }) => x) ?? [],
    ...(head === undefined || wanted === undefined ? {} : { targets: wanted }),
  });
  if (head !== undefined && wanted !== undefined) bptt(machine, trace);
  return { machine, trace };
}
