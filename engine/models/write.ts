import { stepHolding, type Hold } from '../machine/hold.ts';
import type { Machine } from '../machine/machine.ts';
import { fill, type Setting } from '../machine/play.ts';
import type { Trace } from '../machine/trace.ts';
import { log } from '../math/log.ts';
import type { RandomStream } from '../math/rng.ts';
import { draw, tempered } from '../math/sample.ts';
import type { Program } from '../program/types.ts';

/** How a network that predicts classes writes on by itself. */
export interface Writing {
  readonly params: Setting['params'];
  readonly initial?: Setting['initial'];
  /** Classes that it reads first, at least one. */
  readonly prompt: readonly number[];
  /** How many classes it writes after those. */
  readonly count: number;
  /** 0 takes the likeliest class, 1 draws as the network predicts, more is bolder. Default: 1. */
  readonly temperature?: number;
  /** Components that are kept at a value while it reads and writes. */
  readonly holds?: readonly Hold[];
}

/** What was written, with the run that wrote it. */
export interface WrittenClasses {
  readonly classes: readonly number[];
  /** log p of all that was written, at temperature 1, in nats. */
  readonly logProbability: number;
  readonly trace: Trace;
}

/**
 * Lets a machine that predicts classes read its own draws, as one-hot rows of `input`. Errors: an
 * empty prompt, a class that the input does not have, a machine without classes, those of `fill`.
 */
export function write(
  machine: Machine,
  { params, initial = {}, prompt, count, temperature = 1, holds = [] }: Writing,
  random: RandomStream,
  input = 'x',
): WrittenClasses {
  if (prompt.length === 0) throw new Error('write: the prompt is empty; give at least one class');
  const classes: number[] = [];
  const length = prompt.length + count - 1;
  const blank = Array.from({ length }, () => Array<number>(machine.layout.length(input)).fill(0));
  const trace = machine.trace(length);
  fill(machine, trace, { params, initial, inputs: { [input]: blank } });
  const logitName = logitsOf(machine.program);
  let logProbability = 0;
  for (let t = 1; t <= length; t++) {
    const read = prompt[t - 1] ?? classes.at(-1)!;
    const row = trace.value(input, t);
    if (!(read in row))
      throw new Error(`write: there is no class ${read}; «${input}» has ${row.length}`);
    row[read] = 1;
    stepHolding(machine, trace, t, holds);
    if (t < prompt.length) continue;
    const logits = trace.value(logitName, t);
    const next = draw(tempered(logits, temperature), random);
    logProbability += log(tempered(logits, 1)[next]!);
    classes.push(next);
  }
  return { classes, logProbability, trace };
}

/** What the loss compares with the target, before softmax. */
function logitsOf({ name, steps }: Program): string {
  const loss = steps.find(({ op }) => op === 'cross_entropy' || op === 'kl_divergence');
  const [logits] = loss?.inputs ?? [];
  if (logits === undefined)
    throw new Error(`${name} has no cross_entropy, so it has no classes; join it with softmaxHead`);
  return logits.name;
}
