import { describe, expect, test } from 'vitest';
import {
  bptt,
  cells,
  compile,
  join,
  lamp,
  neuron,
  play,
  rnn,
  sigmoidHead,
  softmaxHead,
} from '#engine/index.ts';
import type { Machine, Program, Trace } from '#engine/index.ts';
import { Duals, repeatDuals } from '#engine/written/duals.ts';
import { slopeOf, valueOf } from '#engine/written/functions.ts';
import { lanesOf } from '#engine/written/lanes.ts';
import type { Register, Routine } from '#engine/written/routine.ts';
import { routineText } from '#engine/written/text.ts';
import { canBeWritten, writeBptt, writeStep } from '#engine/written/written.ts';
import { Writer } from '#engine/written/writer.ts';
import { rng } from '#engine/math/index.ts';
import { everyProgram } from './every-program.ts';
import { randomSetting } from './random-setting.ts';

const STEPS = 5;
const programs = everyProgram.filter(canBeWritten);
const machines = programs.flatMap((program) =>
  [1, 2].map((hidden) => [`${program.name}, H = ${hidden}`, tiny(program, hidden)] as const),
);

describe('writeBptt', () => {
  test('has a written form for every cell but one, whose outputs are a softmax', () => {
    expect(cells.filter((cell) => !canBeWritten(cell)).map(({ name }) => name)).toEqual(['mtrnn']);
  });

  test.each(machines)(
    'is the loss and the gradient of the engine, bit for bit: %s',
    (_, machine) => {
      const trace = randomTrace(machine);
      const names = paramsOf(machine);
      const { routine, args } = bpttRoutine(machine, trace, names);
      const expected = [trace.loss(), ...names.flatMap((name) => [...trace.grad(name)])];
      expect(runText(routine, args)).toEqual(expected.map(withoutSign));
    },
  );
});

describe('lanesOf', () => {
  test.each(machines.slice(0, 12))('gives every lane what the text gives: %s', (_, machine) => {
    const trace = randomTrace(machine);
    const { routine, args } = bpttRoutine(machine, trace, paramsOf(machine));
    const [first] = Object.keys(args);
    const varied = [0.5, -1.25, args[first!]!];
    const results = lanesOf(routine, 3).run({ ...args, [first!]: Float64Array.from(varied) });
    varied.forEach((value, lane) =>
      expect(results.map((lanes) => withoutSign(lanes[lane]!))).toEqual(
        runText(routine, { ...args, [first!]: value }),
      ),
    );
  });
});

describe('repeatDuals', () => {
  test('carries the derivatives of bptt through a loop of any length', () => {
    const machine = compile(join(neuron, lamp));
    const trace = play(machine, {
      params: { w: 1.3, u: 2, b: -0.1, a: 3, c: 0.2 },
      initial: { h: -0.4 },
      inputs: Array.from({ length: 9 }, () => 0.3),
      targets: Array.from({ length: 9 }, () => 1),
      lossWeights: [0, 0, 0, 0, 0, 0, 0, 0, 1],
    });
    bptt(machine, trace);
    const [loss, byW, byB] = runText(neuronRoutine(machine), { w: 1.3, b: -0.1, T: 9 });
    expect(loss).toBe(trace.loss());
    // the same products in another order, nine steps deep
    expect(byW! / trace.grad('w')[0]! - 1).toBeCloseTo(0, 13);
    expect(byB! / trace.grad('b')[0]! - 1).toBeCloseTo(0, 13);
  });

  test('moves all numbers at once, as in an exchange', () => {
    const writer = new Writer();
    const start = [writer.argument('a'), writer.argument('b')];
    const end = writer.repeat({ argument: 'T', less: 0 }, start, ([a, b]) => [b!, a!]);
    const routine = writer.routine(end);
    const args = { a: 1, b: 2, T: 3 };
    expect(runText(routine, args)).toEqual([2, 1]);
    expect(lanesOf(routine, 1).run(args)).toEqual([Float64Array.of(2), Float64Array.of(1)]);
  });
});

describe('a routine', () => {
  test('holds no line that its results do not need', () => {
    const machine = compile(join(rnn, sigmoidHead), { D: 1, H: 2, K: 1 });
    const trace = randomTrace(machine);
    const all = bpttRoutine(machine, trace, paramsOf(machine)).routine;
    const loss: Routine = bpttRoutine(machine, trace, []).routine;
    // the forward pass alone: 5 steps of two units, and a readout where the loss is asked
    expect(loss.lines.filter(({ kind }) => kind === 'value').length).toBeLessThan(5 * 4);
    expect(loss.lines.length).toBeLessThan(all.lines.length / 2);
  });

  test('is refused where an operation has no written form, by name', () => {
    const machine = tiny(join(rnn, softmaxHead), 2);
    expect(() => bpttRoutine(machine, randomTrace(machine), [])).toThrow(
      'rnn-softmax: «softmax» has no written form, so no kernel can be made of it',
    );
  });
});

/** Binds a program to sizes that fit into a kernel: one number in, one out, one or two units. */
function tiny(program: Program, hidden: number): Machine {
  const names = [...program.quantities.values()].flatMap(({ shape }) => [...shape]);
  const sizes = names.filter((size) => typeof size === 'string');
  return compile(
    program,
    Object.fromEntries(sizes.map((size) => [size, size === 'H' || size === 'C' ? hidden : 1])),
  );
}

/** A run with random numbers and its gradient; some steps have no loss. */
function randomTrace(machine: Machine): Trace {
  const random = rng(3).stream('weights');
  const lossWeights = Array.from({ length: STEPS }, (_, t) => (t % 2 === 1 ? 0 : random.uniform()));
  const trace = play(machine, { ...randomSetting(machine, STEPS, 7), lossWeights });
  bptt(machine, trace);
  return trace;
}

const paramsOf = ({ program }: Machine): string[] =>
  [...program.quantities.values()].filter(({ timed }) => !timed).map(({ name }) => name);

/** The loss and some gradients of a run, written out, and the numbers of the run as its arguments. */
function bpttRoutine(
  machine: Machine,
  trace: Trace,
  names: readonly string[],
): { routine: Routine; args: Record<string, number> } {
  const writer = new Writer();
  const args: Record<string, number> = {};
  const argumentsOf = (name: string, t?: number): Register[] =>
    Array.from(trace.value(name, t), (value, i) => {
      const key = `${name}_${t ?? 'p'}_${i}`;
      args[key] = value;
      return writer.argument(key);
    });
  const computed = new Set(machine.program.steps.map(({ out }) => out));
  const given = [...machine.program.quantities.values()]
    .filter(({ name, timed }) => timed && !computed.has(name))
    .map(({ name }) => name);
  const at = (list: readonly string[], t?: number): Map<string, Register[]> =>
    new Map(list.map((name) => [name, argumentsOf(name, t)]));
  const { loss, gradient } = writeBptt(machine, writer, {
    params: at(paramsOf(machine)),
    initial: at(machine.program.state, 0),
    given: Array.from({ length: STEPS }, (_, index) => at(given, index + 1)),
    lossWeights: Array.from(trace.lossWeights.subarray(1), (weight) =>
      weight === 0 ? undefined : writer.constant(weight),
    ),
  });
  const zeros = (name: string): Register[] =>
    Array.from({ length: machine.layout.length(name) }, () => writer.constant(0));
  const grads = names.flatMap((name) => gradient.get(name) ?? zeros(name));
  return { routine: writer.routine([loss, ...grads]), args };
}

/** The loss at the end of a text of letters, with its slopes in w and b, as a loop. */
function neuronRoutine(machine: Machine): Routine {
  const writer = new Writer();
  const duals = new Duals(writer, 2);
  const given = new Map([
    ['w', [duals.variable(writer.argument('w'), 0)]],
    ['b', [duals.variable(writer.argument('b'), 1)]],
    ...Object.entries({ u: 2, a: 3, c: 0.2, x: 0.3, d: 1 }).map(
      ([name, value]) => [name, [duals.constant(value)]] as const,
    ),
  ]);
  const [h] = repeatDuals(writer, { argument: 'T', less: 1 }, [duals.constant(-0.4)], ([state]) =>
    writeStep(machine, duals, new Map([['h', [state!]]]), given).get('h')!,
  );
  const last = writeStep(machine, duals, new Map([['h', [h!]]]), given).get('L')![0]!;
  return writer.routine([last.value, ...last.tangents.map((tangent) => tangent!)]);
}

/** Runs a routine's text as JavaScript, with the functions of the operation table. */
function runText(routine: Routine, args: Readonly<Record<string, number>>): number[] {
  const { body, results, functions } = routineText(routine);
  const known = functions.map((name) => {
    const [kind, ...op] = name.split('_') as ['value' | 'slope', ...string[]];
    return (kind === 'value' ? valueOf : slopeOf)(op.join('_'));
  });
  const names = [...Object.keys(args), ...functions];
  const run = new Function(...names, `${body}\nreturn [${results.join(', ')}];`);
  return (run(...Object.values(args), ...known) as number[]).map(withoutSign);
}

/** −0 and 0 are the same number: a term that is 0 is not written. */
const withoutSign = (value: number): number => value + 0;
