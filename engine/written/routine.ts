/** One number of a routine, by the place where it is kept. */
export type Register = number;

/** A number of rounds: an argument, less so many. */
export interface Times {
  readonly argument: string;
  readonly less: number;
}

/** One line of a routine: a register gets its number, or lines are repeated. */
export type Line =
  | { readonly kind: 'constant'; readonly out: Register; readonly value: number }
  | { readonly kind: 'argument'; readonly out: Register; readonly name: string }
  | {
      readonly kind: 'add' | 'subtract' | 'multiply';
      readonly out: Register;
      readonly a: Register;
      readonly b: Register;
    }
  | { readonly kind: 'value'; readonly out: Register; readonly op: string; readonly x: Register }
  | {
      readonly kind: 'slope';
      readonly out: Register;
      readonly op: string;
      readonly y: Register;
      readonly x: Register;
    }
  | Repeat;

/** Lines that run several times; each register of `carried` begins as `start` and goes on as `next`. */
export interface Repeat {
  readonly kind: 'repeat';
  readonly times: Times;
  readonly carried: readonly Register[];
  readonly start: readonly Register[];
  readonly lines: readonly Line[];
  readonly next: readonly Register[];
}

/** A calculation written out in single numbers: what one thread of a kernel does, and one lane of its twin. */
export interface Routine {
  readonly lines: readonly Line[];
  readonly results: readonly Register[];
  /** How many registers there are. */
  readonly size: number;
}

/** The registers that a line reads. */
export function reads(line: Line): readonly Register[] {
  switch (line.kind) {
    case 'constant':
    case 'argument':
      return [];
    case 'add':
    case 'subtract':
    case 'multiply':
      return [line.a, line.b];
    case 'value':
      return [line.x];
    case 'slope':
      return [line.y, line.x];
    case 'repeat':
      return [...line.start, ...line.next, ...line.lines.flatMap(reads)];
  }
}
