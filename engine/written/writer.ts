import type { Algebra } from './algebra.ts';
import { slopeOf, valueOf } from './functions.ts';
import { neededLines } from './needed.ts';
import type { Line, Register, Routine, Times } from './routine.ts';

/**
 * Arithmetic that is not done but written down, line by line. What is constant is done at once, in float64;
 * adding 0 and multiplying by 1 or 0 write nothing.
 */
export class Writer implements Algebra<Register> {
  /** Constants and arguments stand before all loops. */
  private readonly given: Line[] = [];
  private readonly constants = new Map<number, Register>();
  private readonly known = new Map<Register, number>();
  private lines: Line[] = [];
  private size = 0;

  argument(name: string): Register {
    const out = this.register();
    this.given.push({ kind: 'argument', out, name });
    return out;
  }

  constant(value: number): Register {
    const before = this.constants.get(value);
    if (before !== undefined) return before;
    const out = this.register();
    this.given.push({ kind: 'constant', out, value });
    this.constants.set(value, out);
    this.known.set(out, value);
    return out;
  }

  add(a: Register, b: Register): Register {
    const [first, second] = [this.known.get(a), this.known.get(b)];
    if (first !== undefined && second !== undefined) return this.constant(first + second);
    if (first === 0) return b;
    if (second === 0) return a;
    return this.binary('add', a, b);
  }

  subtract(a: Register, b: Register): Register {
    const [first, second] = [this.known.get(a), this.known.get(b)];
    if (first !== undefined && second !== undefined) return this.constant(first - second);
    return second === 0 ? a : this.binary('subtract', a, b);
  }

  multiply(a: Register, b: Register): Register {
    const [first, second] = [this.known.get(a), this.known.get(b)];
    if (first !== undefined && second !== undefined) return this.constant(first * second);
    if (first === 0 || second === 0) return this.constant(0);
    if (first === 1) return b;
    return second === 1 ? a : this.binary('multiply', a, b);
  }

  value(op: string, x: Register): Register {
    const known = this.known.get(x);
    if (known !== undefined) return this.constant(valueOf(op)(known));
    return this.put({ kind: 'value', out: this.register(), op, x });
  }

  slope(op: string, y: Register, x: Register): Register {
    const [value, argument] = [this.known.get(y), this.known.get(x)];
    if (value !== undefined && argument !== undefined)
      return this.constant(slopeOf(op)(value, argument));
    return this.put({ kind: 'slope', out: this.register(), op, y, x });
  }

  /** Writes a loop: what `round` makes of the carried numbers, so many times; returns them at its end. */
  repeat(
    times: Times,
    start: readonly Register[],
    round: (carried: readonly Register[]) => readonly Register[],
  ): readonly Register[] {
    const outside = this.lines;
    this.lines = [];
    const carried = start.map(() => this.register());
    const next = round(carried);
    outside.push({ kind: 'repeat', times, carried, start, lines: this.lines, next });
    this.lines = outside;
    return carried;
  }

  /** Ends the routine: only what its results need stays. */
  routine(results: readonly Register[]): Routine {
    const lines = neededLines([...this.given, ...this.lines], results);
    return { lines, results, size: this.size };
  }

  private register(): Register {
    return this.size++;
  }

  private binary(kind: 'add' | 'subtract' | 'multiply', a: Register, b: Register): Register {
    return this.put({ kind, out: this.register(), a, b });
  }

  private put(line: Exclude<Line, { kind: 'repeat' }>): Register {
    this.lines.push(line);
    return line.out;
  }
}
