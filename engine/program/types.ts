/** A length: a name resolved when the program is compiled (D, H, K), or a fixed number. */
export type Size = string | number;

/** [rows] of a vector, [rows, columns] of a matrix. A scalar is a vector of one row. */
export type Shape = readonly [Size] | readonly [Size, Size];

export type Role = 'input' | 'state' | 'param' | 'value' | 'output' | 'target' | 'loss';

/** Everything that has a name and numbers. `timed` quantities have one value per time step. */
export interface Quantity {
  readonly name: string;
  readonly role: Role;
  readonly shape: Shape;
  readonly timed: boolean;
  /** The formula that names an intermediate no equation named, else undefined. */
  readonly formula: Expression | undefined;
}

/** A quantity at t − lag; the lag of a parameter is 0. */
export interface Ref {
  readonly name: string;
  readonly lag: 0 | 1;
}

/** One operation: `out[t] = op(inputs)`. Signs and the constant belong to sums and products. */
export interface Step {
  readonly op: string;
  readonly out: string;
  readonly inputs: readonly Ref[];
  readonly signs: readonly (1 | -1)[];
  readonly constant: number;
}

/** Position in the equation text, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly at: Place }
  | { readonly kind: 'name'; readonly name: string; readonly lag: 0 | 1 | null; readonly at: Place }
  | {
      readonly kind: 'call';
      readonly op: string;
      readonly args: readonly Expression[];
      readonly at: Place;
    }
  | {
      readonly kind: 'apply';
      readonly matrix: string;
      readonly vector: Expression;
      readonly at: Place;
    }
  | { readonly kind: 'product'; readonly factors: readonly Expression[]; readonly at: Place }
  | { readonly kind: 'sum'; readonly terms: readonly Term[]; readonly at: Place };

export interface Term {
  readonly sign: 1 | -1;
  readonly of: Expression;
}

/** `name[t] = right`. */
export interface Equation {
  readonly name: string;
  readonly right: Expression;
  readonly at: Place;
}

/** What one time step computes: equations as text reads them, and the steps that run them. */
export interface Program<Name extends string = string> {
  readonly name: string;
  /** Keys of the bibliography. */
  readonly source: readonly string[];
  /** Quantities used at t − 1, in order of definition. */
  readonly state: readonly Name[];
  readonly equations: readonly Equation[];
  readonly steps: readonly Step[];
  readonly quantities: ReadonlyMap<Name, Quantity>;
}
