/**
 * What a network spends its time on, over one storage: three products and two activations. Each runs
 * over `frames` vectors, every next one `stride` numbers after the last, as if it were called for one
 * after the other. Every sum runs in ascending order, so all kernels give the same bits; terms with a
 * factor of 0 may be left out, which changes no bit while the other factor is finite.
 */
export interface Kernel {
  readonly name: 'javascript' | 'webassembly';
  /** values[out] = M v. */
  product: Product;
  /** grads[out] += Mᵀ g, where g are the gradients at `vector`; each sum is finished, then added. */
  transposed: Product;
  /** grads[M] += g vᵀ, where g are the gradients at `out`. */
  outer: Product;
  sigmoid: Activation;
  tanh: Activation;
}

/** Runs over offsets into the storage; M has `rows` × `columns` and does not move from frame to frame. */
export type Product = (
  out: number,
  matrix: number,
  vector: number,
  rows: number,
  columns: number,
  frames: number,
  stride: number,
) => void;

/** values[out] = f(values[vector]) for `rows` numbers of each frame. */
export type Activation = (
  out: number,
  vector: number,
  rows: number,
  frames: number,
  stride: number,
) => void;

/** Two arrays of equal layout and the kernel over them. */
export interface Storage {
  readonly values: Float64Array;
  readonly grads: Float64Array;
  readonly kernel: Kernel;
}

/** Returns storage for `size` numbers and as many gradients, all 0. */
export type Allocate = (size: number) => Storage;
