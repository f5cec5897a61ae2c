import type { Kernel } from '../kernels/kernel.ts';
import type { Shape, Size } from './types.ts';

/** Lengths of an operation's arguments by letters: two for a matrix, one for a vector. */
export interface Signature {
  readonly inputs: readonly (readonly ['i' | 'j'] | readonly ['i', 'j'])[];
  /** The lengths that add up to the result's. */
  readonly out: readonly ('i' | 'j')[];
  /** Returns the shape of every argument, from those that are known and from the rows of the result. */
  argumentShapes(known: readonly (Shape | undefined)[], rows: Size): Shape[];
  /**
   * Returns the lengths i and j out of the numbers of the arguments.
   * Errors, as texts without a beginning: arguments or a result that do not fit.
   */
  measure(
    shapes: readonly (readonly number[])[],
    rows: number,
  ): { readonly i: number; readonly j: number } | string;
}

/** Where one operation finds its numbers: offsets into the flat array, for one time step. */
export interface Placed {
  out: number;
  /** Offsets of the inputs. */
  readonly inputs: number[];
  /** Lengths: of the output for most operations, of the input for losses; i of a signature. */
  readonly rows: number;
  /** Columns of a matrix, or j of a signature, else 1. */
  readonly columns: number;
  readonly signs: readonly (1 | -1)[];
  readonly constant: number;
}

/** One operation: how it runs and how its gradient flows back. How both are written is in `op-tex.ts`. */
export interface Op {
  readonly name: string;
  /** `call` is written name(…), `infix` by its place between quantities. */
  readonly notation: 'call' | 'infix';
  /** Number of inputs; Infinity where any number is allowed. */
  readonly arity: number;
  /**
   * `same`: inputs have the shape of the output; `apply`: matrix and vector; `inner`: two vectors
   * to one number; `loss`: the same, and the second is the target; else what the lengths are.
   */
  readonly shape: 'same' | 'apply' | 'inner' | 'loss' | Signature;
  /** Writes the output. */
  run(values: Float64Array, at: Placed): void;
  /** Adds to the gradient of input `which` what flows back to it: one addition per element. */
  pullback(values: Float64Array, grads: Float64Array, at: Placed, which: number): void;
  /** The same for vectors of many frames at once, by a kernel; only vectors move with the frame. */
  readonly many?: Many;
  /** What an elementwise operation does to a number. */
  readonly elementwise?: {
    value(x: number): number;
    slope(y: number, x: number): number;
  };
}

/** An operation over `frames` frames that lie `stride` numbers apart, with the bits of one after the other. */
export interface Many {
  run(kernel: Kernel, at: Placed, frames: number, stride: number): void;
  pullback?(kernel: Kernel, at: Placed, which: number, frames: number, stride: number): void;
}

/** Says whether an operation takes whole vectors to one number. */
export const isReduction = ({ shape }: Op): boolean => shape === 'inner' || shape === 'loss';
