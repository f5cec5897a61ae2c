import { readNumber } from '#components/lib/format.ts';
import { EquationError, type Machine, type Program } from '#engine/index.ts';
import {
  benchCheck,
  benchDefaults,
  benchMachine,
  benchRun,
  readCell,
  type BenchCheck,
  type BenchRun,
} from '#engine/models/cell-bench.ts';
import type { Starts } from '#engine/models/start.ts';
import { log } from '#engine/math/index.ts';

/** A cell that makes sense, ready for the bench. */
export interface Bench {
  readonly cell: Program;
  readonly machine: Machine;
  readonly starts: Starts;
  readonly check: BenchCheck;
}

/** Why a text is no cell: in sentences, and where. */
export interface BenchProblem {
  readonly place: { readonly line: number; readonly column: number } | undefined;
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
}

/** Seed of the check and of the pictures. */
export const FIRST_SEED = 1;

/** Reads a text and a list of starts. Returns the cell, or what is wrong with it; never throws. */
export function setUp(text: string, start: string): Bench | BenchProblem {
  try {
    const cell = readCell(text);
    const machine = benchMachine(cell);
    const starts = readStarts(start);
    return { cell, machine, starts, check: benchCheck(machine, starts, FIRST_SEED) };
  } catch (error) {
    if (error instanceof EquationError)
      return { place: error.at, found: error.found, expected: error.expected, hint: error.hint };
    const message = error instanceof Error ? error.message : String(error);
    return { place: undefined, found: message, expected: '', hint: '' };
  }
}

export const isProblem = (outcome: Bench | BenchProblem): outcome is BenchProblem =>
  'found' in outcome;

/** Reads «b_f = 3, alpha = 0.1». Errors: a part that is no name with a number. */
export function readStarts(text: string): Starts {
  const starts: Record<string, number> = {};
  for (const part of text.split(/[,;\n]/).filter((piece) => piece.trim() !== '')) {
    const [name = '', written = '', ...more] = part.split('=').map((piece) => piece.trim());
    const value = readNumber(written);
    if (!/^[A-Za-z]\w*$/.test(name) || value === undefined || more.length > 0)
      throw new Error(
        `«${part.trim()}» under “Start with” is no start; write for example b_f = 3, b_i = −3`,
      );
    starts[name] = value;
  }
  return starts;
}

/** The line in which something is wrong, and a mark under its column. */
export function pointedLine(
  text: string,
  { line, column }: { readonly line: number; readonly column: number },
): { readonly line: string; readonly pointer: string } {
  return {
    line: text.split('\n')[line - 1] ?? '',
    pointer: `${' '.repeat(Math.max(0, column - 1))}▲`,
  };
}

/** Where in a text a line and column lie, counted in characters from 0. */
export function offsetOf(
  text: string,
  { line, column }: { readonly line: number; readonly column: number },
): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, part) => sum + part.length + 1, 0) + column - 1;
}

/** Trains seeds from `from` on, one after the other; hands each run on as it ends, yields the share that is done. */
export function* trainBench(
  { machine, starts }: Bench,
  from: number,
  done: (run: BenchRun) => void,
): Generator<number, true> {
  const { seeds } = benchDefaults;
  for (let n = 0; n < seeds; n++) {
    const training = benchRun(machine, starts, from + n);
    for (;;) {
      const next = training.next();
      if (next.done === true) {
        done(next.value);
        break;
      }
      yield (n + next.value) / seeds;
    }
  }
  return true;
}

/** Trains all seeds without pausing. */
export function benchRuns(bench: Bench, from = FIRST_SEED): BenchRun[] {
  const runs: BenchRun[] = [];
  const work = trainBench(bench, from, (run) => runs.push(run));
  while (work.next().done !== true);
  return runs;
}

/** How many digits behind the point the two gradients share. */
export const digitsShared = (worst: number): number => {
  let digits = 0;
  for (let unit = 0.1; worst < unit && digits < 15; unit /= 10) digits += 1;
  return digits;
};

/** A cell has learned the task when at most one character in a hundred gets the wrong lamp. */
export const hasLearned = ({ right }: BenchRun): boolean => right >= 0.99;

const LOG_TEN = log(10);

/** Powers of ten of positive numbers; 0 lies below every chart, and what is no number is left out. */
export const exponents = (values: readonly number[]): number[] =>
  values.map((value) => (value === 0 ? -Infinity : log(value) / LOG_TEN));
