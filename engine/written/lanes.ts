import { slopeOf, valueOf } from './functions.ts';
import type { Line, Register, Repeat, Routine } from './routine.ts';

/** A routine made ready to run in float64 for many numbers at once: the same bits as one at a time. */
export interface Lanes {
  /** How many run at once. */
  readonly width: number;
  /** Arguments by name: one number for all, or one each. Returns the results, which the next run overwrites. */
  run(args: Readonly<Record<string, number | Float64Array>>): Float64Array[];
}

/**
 * Makes a routine ready. Each line is done for all lanes before the next, so that reading a line costs nothing
 * beside doing it; no code is generated. Cost: the routine's lines times the width.
 */
export function lanesOf(routine: Routine, width: number): Lanes {
  const registers = Array.from({ length: routine.size }, (): Float64Array | undefined => undefined);
  const at = (register: Register): Float64Array =>
    (registers[register] ??= new Float64Array(width));
  const runs = (lines: readonly Line[], args: Args): void => {
    for (const line of lines) runLine(line, at, args, runs);
  };
  return {
    width,
    run(args) {
      runs(routine.lines, args);
      return routine.results.map(at);
    },
  };
}

type Args = Readonly<Record<string, number | Float64Array>>;
type At = (register: Register) => Float64Array;
type Runs = (lines: readonly Line[], args: Args) => void;

function runLine(line: Line, at: At, args: Args, runs: Runs): void {
  if (line.kind === 'repeat') return runRounds(line, at, args, runs);
  const out = at(line.out);
  switch (line.kind) {
    case 'constant':
      out.fill(line.value);
      break;
    case 'argument': {
      const given = argument(args, line.name);
      if (typeof given === 'number') out.fill(given);
      else out.set(given);
      break;
    }
    case 'add':
      return added(out, at(line.a), at(line.b));
    case 'subtract':
      return subtracted(out, at(line.a), at(line.b));
    case 'multiply':
      return multiplied(out, at(line.a), at(line.b));
    case 'value':
      return mapped(out, at(line.x), valueOf(line.op));
    case 'slope':
      return sloped(out, at(line.y), at(line.x), slopeOf(line.op));
  }
}

function runRounds(line: Repeat, at: At, args: Args, runs: Runs): void {
  const { carried, start, next, lines, times } = line;
  const rounds = Number(argument(args, times.argument)) - times.less;
  const carry = (from: readonly Register[]): void => {
    // all move at once: what is both read and written is copied first
    const moved = from.map((register, n) =>
      carried.includes(register) && register !== carried[n] ? at(register).slice() : at(register),
    );
    carried.forEach((register, n) => at(register).set(moved[n]!));
  };
  carry(start);
  for (let round = 0; round < rounds; round++) {
    runs(lines, args);
    carry(next);
  }
}

function argument(args: Args, name: string): number | Float64Array {
  const given = args[name];
  if (given === undefined) throw new Error(`argument «${name}» is missing`);
  return given;
}

function added(out: Float64Array, a: Float64Array, b: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = a[i]! + b[i]!;
}

function subtracted(out: Float64Array, a: Float64Array, b: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = a[i]! - b[i]!;
}

function multiplied(out: Float64Array, a: Float64Array, b: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = a[i]! * b[i]!;
}

function mapped(out: Float64Array, x: Float64Array, value: (x: number) => number): void {
  for (let i = 0; i < out.length; i++) out[i] = value(x[i]!);
}

function sloped(
  out: Float64Array,
  y: Float64Array,
  x: Float64Array,
  slope: (y: number, x: number) => number,
): void {
  for (let i = 0; i < out.length; i++) out[i] = slope(y[i]!, x[i]!);
}
