import type { Program } from '../program/types.ts';
import type { Layout } from './layout.ts';

/**
 * What a run leaves behind: the value and the gradient of every quantity at every time, in two
 * flat arrays of one layout. People use the named views; the arrays cross to a worker as they are.
 */
export class Trace<Name extends string = string> {
  /** [ parameters | frame 0 | … | frame T ]; frame 0 holds the initial state. */
  readonly values: Float64Array;
  readonly grads: Float64Array;
  /** Weight of the loss at each t, 1 unless set; index 0 is not used. */
  readonly lossWeights: Float64Array;
  readonly program: Program<Name>;
  readonly layout: Layout;
  /** T, the number of time steps. */
  readonly length: number;

  constructor(program: Program<Name>, layout: Layout, length: number, like?: Trace<Name>) {
    this.program = program;
    this.layout = layout;
    this.length = length;
    const size = layout.thetaSize + (length + 1) * layout.frameSize;
    this.values = like?.values ?? new Float64Array(size);
    this.grads = new Float64Array(size);
    this.lossWeights = like?.lossWeights ?? new Float64Array(length + 1).fill(1);
  }

  /** Returns a trace of the same values, in the same memory, with gradients of its own, all 0. */
  sibling(): Trace<Name> {
    return new Trace(this.program, this.layout, this.length, this);
  }

  /** Sets the gradients of theta and of frames `from` to `to` to 0. */
  clearGrads(from: number, to: number): void {
    const { thetaSize, frameSize } = this.layout;
    this.grads.fill(0, 0, thetaSize);
    this.grads.fill(0, thetaSize + from * frameSize, thetaSize + (to + 1) * frameSize);
  }

  /** All parameters, as one view. */
  get theta(): Float64Array {
    return this.values.subarray(0, this.layout.thetaSize);
  }

  /** The gradients of all parameters, as one view. */
  get thetaGrad(): Float64Array {
    return this.grads.subarray(0, this.layout.thetaSize);
  }

  /** A view of the value of a parameter, or of a timed quantity at 0 ≤ t ≤ T; rows first. */
  value(name: Name, t?: number): Float64Array {
    const start = this.start(name, t);
    return this.values.subarray(start, start + this.layout.length(name));
  }

  /** A view of the gradient of the loss with respect to the same numbers. */
  grad(name: Name, t?: number): Float64Array {
    const start = this.start(name, t);
    return this.grads.subarray(start, start + this.layout.length(name));
  }

  /** Σ over t of lossWeight · L; 0 for a program without loss. */
  loss(): number {
    const name = lossName(this.program);
    if (name === undefined) return 0;
    let total = 0;
    for (let t = 1; t <= this.length; t++) total += this.lossWeights[t]! * this.value(name, t)[0]!;
    return total;
  }

  /** Where a quantity begins in `values` and `grads`. */
  start(name: Name, t?: number): number {
    const { layout, program, length } = this;
    const isTimed = program.quantities.get(name)?.timed ?? false;
    const offset = layout.offset(name);
    if (!isTimed && t !== undefined)
      throw new Error(
        `${program.name}: «${name}» is a parameter and has no time index; leave out t = ${t}`,
      );
    if (!isTimed) return offset;
    if (t === undefined || !Number.isInteger(t) || t < 0 || t > length)
      throw new Error(
        `${program.name}: «${name}» at t = ${t}; expected a whole number from 0 to ${length}`,
      );
    return layout.thetaSize + t * layout.frameSize + offset;
  }
}

/** The name of the program's loss, if it has one. */
export function lossName<Name extends string>(program: Program<Name>): Name | undefined {
  for (const [name, { role }] of program.quantities) if (role === 'loss') return name;
  return undefined;
}
