/** Nested arrays of numbers, outermost index first. */
export type Tensor = number | readonly Tensor[];

/** What a case states: numbers, texts, lists of both, and named parts. */
export type Stated = Leaf | { readonly [name: string]: Stated } | readonly Stated[] | undefined;
export type Leaf = number | string | boolean | readonly Leaf[];

/** One reference case; see tests/oracle/README.md. */
export interface OracleCase {
  readonly id: string;
  readonly cell: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly inputs: Readonly<Record<string, Tensor>>;
  readonly params?: Readonly<Record<string, Tensor>>;
  readonly outputs?: Readonly<Record<string, Stated>>;
  readonly loss?: {
    readonly kind: string;
    readonly value?: number;
    readonly targets?: Tensor;
    readonly target_units?: readonly (readonly number[])[];
  };
  readonly grads?: Readonly<Record<string, Stated>>;
  readonly grads_srn_one_step?: Stated;
  readonly rtrl?: Stated;
  readonly online?: {
    readonly learning_rate: number;
    readonly y: Tensor;
    readonly W_after_step: Tensor;
  };
  readonly tbptt?: Stated;
  readonly jacobian?: Stated;
  readonly derivatives?: Stated;
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

/** What the engine computed for a case, under the dotted names of the case's numbers. */
export type Computed = ReadonlyMap<string, Leaf>;

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

/** A number out of a case. Errors: anything else. */
export function scalar(value: unknown): number {
  if (typeof value !== 'number') throw new Error(`found ${String(value)}, expected a number`);
  return value;
}

/** Levels of a tensor: 0 for a number. */
export const depth = (tensor: Tensor): number =>
  typeof tensor === 'number' ? 0 : 1 + (tensor[0] === undefined ? 0 : depth(tensor[0]));

/** Everything that a case states below `prefix`, under dotted names; lists without names stay whole. */
export function leaves(prefix: string, stated: Stated | null): [string, Leaf][] {
  if (stated === undefined || stated === null) return [];
  if (typeof stated !== 'object' || isPlainList(stated)) return [[prefix, stated as Leaf]];
  return Object.entries(stated).flatMap(([name, part]) =>
    leaves(`${prefix}.${name}`, part as Stated),
  );
}

const isPlainList = (stated: object): boolean =>
  Array.isArray(stated) &&
  stated.every((part: unknown) => typeof part !== 'object' || (part !== null && isPlainList(part)));
