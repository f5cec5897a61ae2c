/** Arithmetic on numbers of some kind: what calculations are written out with. */
export interface Algebra<N> {
  constant(value: number): N;
  add(a: N, b: N): N;
  subtract(a: N, b: N): N;
  multiply(a: N, b: N): N;
  /** The elementwise operation of that name at x. */
  value(op: string, x: N): N;
  /** Its slope there; y is its value. */
  slope(op: string, y: N, x: N): N;
}

/** An operation's arguments as single numbers, rows first. */
export interface Written<N> {
  readonly inputs: readonly (readonly N[])[];
  /** Columns of a matrix, else 1. */
  readonly columns: number;
  readonly signs: readonly (1 | -1)[];
  readonly constant: number;
}

/** The same with the result and its gradient. */
export interface WrittenBack<N> extends Written<N> {
  readonly out: readonly N[];
  readonly D: readonly N[];
}

/** `run` and `pullback` of an operation number by number, in the same order. */
export interface Form {
  run<N>(algebra: Algebra<N>, parts: Written<N>): N[];
  /** Returns what is added to the gradient of input `which`. */
  pullback<N>(algebra: Algebra<N>, parts: WrittenBack<N>, which: number): N[];
}
