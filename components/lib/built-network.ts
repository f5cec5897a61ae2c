import { compile, define, everyOp, play, type Machine, type Trace } from '#engine/index.ts';
import type {
  CaseRun,
  NetworkCase,
  NetworkExercise,
  NetworkJudgement,
  NetworkMistake,
  Want,
} from './exercise.ts';
import { number, short } from './format.ts';
import { fieldsOf } from './network-fields.ts';
import { numbersOf } from './network-numbers.ts';
import { caseName, wished } from './network-words.ts';
import { escaped, praise, say, shownNumber } from './say.ts';

/** Judges what stands in the fields: the network runs on every case. Cost: a millisecond or two. */
export function judgeNetwork(exercise: NetworkExercise, given: string): NetworkJudgement {
  const read = numbersOf(exercise, given);
  if ('problem' in read)
    return { outcome: 'unreadable', say: escaped(read.problem), faulty: read.key };
  const names = { ...exercise.values, ...namesOf(read.values) };
  const found = runs(exercise, read.values);
  const failure = firstFailure(exercise, found);
  if (failure === undefined) return { ...praise(exercise, names), runs: found };
  const known = exercise.mistakes.find((mistake) => fits(mistake, read.values[mistake.of] ?? NaN));
  const words = `${failure} ${say(known?.say ?? [], names)}`.trim();
  return { outcome: 'not-yet', say: words, runs: found };
}

const fits = ({ above, below }: NetworkMistake, value: number): boolean =>
  value > above && value < below;

/** Names that sentences may use: without the dot of a matrix's numbers. */
const namesOf = (values: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key.replace('.', '_'), value]));

/** Runs the network with these numbers on every case. */
export function runs(
  exercise: NetworkExercise,
  values: Readonly<Record<string, number>>,
): CaseRun[] {
  const machine = machineOf(exercise);
  const params = Object.fromEntries(
    Object.entries(exercise.params).map(([name, numbers]) => [name, [...numbers]]),
  );
  for (const { key, parameter, at } of fieldsOf(exercise)) {
    const numbers = params[parameter];
    if (numbers !== undefined) numbers[at] = values[key] ?? NaN;
  }
  return exercise.cases.map((one) => runOf(exercise, machine, one, params));
}

const machines = new WeakMap<NetworkExercise, Machine>();

function machineOf(exercise: NetworkExercise): Machine {
  const { name, equations, shapes, state, output } = exercise.program;
  const known = machines.get(exercise);
  if (known !== undefined) return known;
  const answer = output === '' ? {} : { output };
  const program = define({
    name,
    source: [],
    functions: everyOp,
    equations,
    sizes: shapes,
    state,
    ...answer,
  });
  const made = compile(program, exercise.sizes);
  machines.set(exercise, made);
  return made;
}

function runOf(
  { within, program }: NetworkExercise,
  machine: Machine,
  { inputs, initial, wanted, wants }: NetworkCase,
  params: Readonly<Record<string, readonly number[]>>,
): CaseRun {
  const layout = machine.layout;
  // by rows, as the machine takes them
  const shaped = Object.entries(params).map(
    ([name, numbers]) => [name, inRows(numbers, layout.columns(name))] as const,
  );
  const hasTarget = [...machine.program.quantities.values()].some(({ role }) => role === 'target');
  const trace = play(machine, {
    params: Object.fromEntries(shaped),
    initial,
    inputs,
    ...(hasTarget && wanted.length > 0
      ? { targets: wanted.map((d) => d ?? 0), lossWeights: wanted.map((d) => (d === null ? 0 : 1)) }
      : {}),
  });
  const answers = wanted.map((_, index) => trace.value(program.output, index + 1)[0] ?? NaN);
  const wrongSteps = wanted.flatMap((want, index) => {
    const answer = answers[index] ?? NaN;
    const isRight =
      want === null ||
      (within === undefined ? answer > 0.5 === (want === 1) : Math.abs(answer - want) <= within);
    return isRight ? [] : [index + 1];
  });
  const found = wants.map((want) => {
    const value = valueOf(machine, trace, want);
    const { above = -Infinity, below = Infinity } = want;
    return { value, isRight: value > above && value < below };
  });
  const isRight = wrongSteps.length === 0 && found.every((each) => each.isRight);
  return { answers, wrongSteps, found, isRight };
}

/** A number of the run, or its slope by another: one way back from it. */
function valueOf(machine: Machine, trace: Trace, { of, by }: Want): number {
  if (by === undefined)
    return of.name === 'loss' ? trace.loss() : (trace.value(of.name, of.t)[of.i] ?? NaN);
  trace.grads.fill(0);
  if (of.name === 'loss')
    for (let t = 1; t <= trace.length; t++) trace.grad('L', t)[0] = trace.lossWeights[t] ?? 0;
  else trace.grad(of.name, of.t)[of.i] = 1;
  for (let t = of.t ?? trace.length; t >= (by.t ?? 1); t--) machine.pullback(trace, t);
  return trace.grad(by.name, by.t)[by.i] ?? NaN;
}

const inRows = (numbers: readonly number[], columns: number): number[][] =>
  Array.from({ length: numbers.length / columns }, (_, row) =>
    numbers.slice(row * columns, (row + 1) * columns),
  );

/** Says which case failed first, where, and what should have been. */
function firstFailure(
  { cases, within }: NetworkExercise,
  found: readonly CaseRun[],
): string | undefined {
  const n = found.findIndex(({ isRight }) => !isRight);
  const [one, run] = [cases[n], found[n]];
  if (one === undefined || run === undefined) return undefined;
  const [step] = run.wrongSteps;
  if (step !== undefined) {
    const [answer, wanted] = [run.answers[step - 1] ?? NaN, one.wanted[step - 1] ?? NaN];
    const shown = shownNumber(answer, number(answer, answer > 0.4 && answer < 0.6 ? 3 : 2));
    const should = within === undefined ? (wanted === 1 ? 'on' : 'off') : short(wanted);
    const what = within === undefined ? 'the lamp says' : 'the answer is';
    return `${caseName(one)}: at step ${step} ${what} ${shown} and should be ${should}.`;
  }
  const index = run.found.findIndex(({ isRight }) => !isRight);
  const [want, value] = [one.wants[index], run.found[index]?.value ?? NaN];
  if (want === undefined) return undefined;
  return `${caseName(one)}: ${say(want.what, {})} is ${shownNumber(value, number(value))} and should be ${wished(want)}.`;
}
