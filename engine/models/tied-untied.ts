import { sgd } from '../learn/sgd.ts';
import { compile, type Machine } from '../machine/machine.ts';
import type { Trace } from '../machine/trace.ts';
import { rng, type RandomStream } from '../math/rng.ts';
import { unroll, type Tying } from '../program/unroll.ts';
import { neuronLamp } from './neuron-lamp.ts';
import { fillUnrolled, pullbackUnrolled } from './unrolled.ts';

/** A quotation in a short text: steps of its marks, 0 for a mark that does not come. */
export interface Marks {
  readonly open: number;
  readonly close: number;
}

/** What is trained: a chain of the lamp's neuron, all copies tied or each by itself. */
export interface TiedSetting {
  readonly tying: Tying;
  /** Steps of the chain, and of every training text. */
  readonly length: number;
  /** In training, marks stand at steps 1 to `seen` only. */
  readonly seen: number;
  readonly seed: number;
  readonly updates: number;
  readonly batch: number;
  readonly learningRate: number;
}

/** What the book uses unless a reader changes it. */
export const tiedDefaults = {
  length: 8,
  seen: 4,
  updates: 800,
  batch: 8,
  learningRate: 0.1,
} as const;

/** A chain that was trained, with the weights it began with. */
export interface TiedResult {
  readonly seed: number;
  readonly tying: Tying;
  /** By name: w, u, … tied, w_1, u_1, … untied. */
  readonly before: Readonly<Record<string, number>>;
  readonly after: Readonly<Record<string, number>>;
  /** See `answersOf`. */
  readonly answers: Answers;
}

/**
 * The lamp's answer, by the step of the only mark and then by step, both from 1 on (index 0 is step 1);
 * undefined where the chain has no copy.
 */
export type Answers = readonly (readonly (number | undefined)[])[];

const NAMES = ['w', 'u', 'b', 'a', 'c'] as const;

/** Every text of one quotation with marks at steps from … to; the closing mark may be missing. */
export function quotations(from: number, to: number): Marks[] {
  const all: Marks[] = [];
  for (let open = from; open <= to; open++) {
    all.push({ open, close: 0 });
    for (let close = open + 1; close <= to; close++) all.push({ open, close });
  }
  return all;
}

/** The inputs and targets of a text: the opening mark counts as inside, the closing one as outside. */
export function marked(length: number, { open, close }: Marks): { x: number[]; d: number[] } {
  const steps = Array.from({ length }, (_, index) => index + 1);
  const isInside = (t: number): boolean => open > 0 && t >= open && (close === 0 || t < close);
  return {
    x: steps.map((t) => (t === open ? 1 : t === close && close > 0 ? -1 : 0)),
    d: steps.map((t) => (isInside(t) ? 1 : 0)),
  };
}

/**
 * Trains one chain on quotations near the beginning of the text, and yields the share that is done.
 * The result holds its answers to marks at each of `longest` steps. Cost: updates · batch runs.
 */
export function* trainTied(setting: TiedSetting, longest: number): Generator<number, TiedResult> {
  const { tying, length, seen, seed, updates, batch } = setting;
  const machine = compile(unroll(neuronLamp, length, tying));
  const source = rng(seed);
  const trace = untrained(machine, setting, source.stream('weights'));
  const before = weightsOf(trace);
  const texts = [...quotations(1, seen), { open: 0, close: 0 }].map((text) => marked(length, text));
  const random = source.stream('texts');
  const optimizer = sgd(setting.learningRate);
  const sum = new Float64Array(machine.layout.thetaSize);
  for (let update = 0; update < updates; update++) {
    sum.fill(0);
    for (let n = 0; n < batch; n++) {
      const { x, d } = texts[random.integer(0, texts.length - 1)]!;
      fillUnrolled(trace, { params: {}, initial: { h: 0 }, inputs: x, targets: d });
      machine.step(trace, 1);
      pullbackUnrolled(machine, trace);
      for (let i = 0; i < sum.length; i++) sum[i]! += trace.thetaGrad[i]! / batch;
    }
    optimizer.update(trace.theta, sum);
    yield (update + 1) / updates;
  }
  const after = weightsOf(trace);
  return { seed, tying, before, after, answers: answersOf(setting, after, longest) };
}

/** The same chain before the first update. */
export function untrainedTied(setting: TiedSetting, longest: number): TiedResult {
  const { tying, length, seed } = setting;
  const machine = compile(unroll(neuronLamp, length, tying));
  const before = weightsOf(untrained(machine, setting, rng(seed).stream('weights')));
  return { seed, tying, before, after: before, answers: answersOf(setting, before, longest) };
}

/** Small random weights; the copies of an untied chain begin alike, so that training alone parts them. */
function untrained(machine: Machine, { tying, length }: TiedSetting, random: RandomStream): Trace {
  const trace = machine.trace(1);
  for (const name of NAMES) {
    const value = 0.5 * random.normal();
    if (tying === 'tied') trace.value(name)[0] = value;
    else for (let t = 1; t <= length; t++) trace.value(`${name}_${t}`)[0] = value;
  }
  return trace;
}

/** All parameters by name. */
function weightsOf(trace: Trace): Record<string, number> {
  const weights: Record<string, number> = {};
  for (const { name, role } of trace.program.quantities.values())
    if (role === 'param') weights[name] = trace.value(name)[0]!;
  return weights;
}

/**
 * Asks a chain about texts with one opening mark, at each of `longest` steps. A tied chain is written
 * out as long as need be; an untied one ends where its weights end.
 */
function answersOf(
  { tying, length }: TiedSetting,
  weights: Readonly<Record<string, number>>,
  longest: number,
): Answers {
  const steps = tying === 'tied' ? longest : length;
  const machine = compile(unroll(neuronLamp, steps, tying));
  const trace = machine.trace(1);
  fillUnrolled(trace, { params: weights, initial: { h: 0 }, inputs: [] });
  const times = Array.from({ length: longest }, (_, index) => index + 1);
  return times.map((open) => {
    if (open > steps) return times.map(() => undefined);
    fillUnrolled(trace, { params: {}, inputs: marked(steps, { open, close: 0 }).x });
    machine.step(trace, 1);
    return times.map((t) => (t > steps ? undefined : trace.value(`y_${t}`, 1)[0]));
  });
}
