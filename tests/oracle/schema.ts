/** Nested arrays of numbers, outermost index first. */
export type Tensor = number | readonly Tensor[];

/** One reference case; see tests/oracle/README.md. */
export interface OracleCase {
  readonly id: string;
  readonly cell: string;
  readonly config: Readonly<Record<string, number | boolean | string>>;
  readonly inputs: Readonly<Record<string, Tensor>>;
  readonly params: Readonly<Record<string, Tensor>>;
  readonly outputs: Readonly<Record<string, Tensor>> & {
    readonly trace?: Readonly<Record<string, Tensor>>;
  };
  readonly loss?: { readonly kind: string; readonly value: number; readonly targets?: Tensor };
  readonly grads: Readonly<Record<string, Tensor>> & {
    readonly params?: Readonly<Record<string, Tensor>>;
    readonly trace_total?: Readonly<Record<string, Tensor>>;
  };
  readonly tolerance: Tolerance;
}

export interface OracleFile {
  readonly schema: string;
  readonly group: string;
  readonly cases: readonly OracleCase[];
}

/** |got − want| ≤ rtol·|want| + atol·max(1, largest |want| of the array). */
export interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
}

/** What the engine computed for a case, under the names of the case's `outputs` and `grads`. */
export type Computed = ReadonlyMap<string, Tensor>;

/** A tensor's numbers in order. */
export const flat = (tensor: Tensor): number[] =>
  typeof tensor === 'number' ? [tensor] : tensor.flatMap(flat);

/** A matrix out of a tensor of two levels. Errors: another shape. */
export const matrix = (tensor: Tensor | undefined): number[][] => list(tensor).map(vector);

/** A vector out of a tensor of one level. Errors: another shape. */
export const vector = (tensor: Tensor | undefined): number[] =>
  list(tensor).map((value) => {
    if (typeof value !== 'number') throw new Error('found a list, expected a number');
    return value;
  });

/** The parts of a tensor. Errors: a plain number or nothing. */
export function list(tensor: Tensor | undefined): readonly Tensor[] {
  if (tensor === undefined || typeof tensor === 'number')
    throw new Error(`found ${String(tensor)}, expected a list of numbers`);
  return tensor;
}
