import { javascriptOver } from '../kernels/javascript.ts';
import type { Kernel, Storage } from '../kernels/kernel.ts';
import type { Program } from '../program/types.ts';
import type { Layout } from './layout.ts';

/**
 * What a run leaves behind: the value and the gradient of every quantity at every time, in two
 * flat arrays of one layout. People use the named views; the arrays cross to a worker as they are.
 */
export class Trace<Name extends string = string> {
  /** [ parameters | frame 0 | … | frame T ], the frames of each lane; frame 0 holds the initial state. */
  readonly values: Float64Array;
  readonly grads: Float64Array;
  /** What does the heavy work over these arrays. */
  readonly kernel: Kernel;
  /** Weight of the loss at each t, 1 unless set; index 0 is not used. */
  readonly lossWeights: Float64Array;
  readonly program: Program<Name>;
  readonly layout: Layout;
  /** T, the number of time steps. */
  readonly length: number;
  /** The sequences of a batch, which share their parameters: the first, and how many. */
  readonly lanes: { readonly first: number; readonly count: number };

  constructor(
    program: Program<Name>,
    layout: Layout,
    length: number,
    { values, grads, kernel }: Storage,
    lanes: Trace['lanes'] = { first: 0, count: 1 },
    lossWeights: Float64Array = new Float64Array(length + 1).fill(1),
  ) {
    this.program = program;
    this.layout = layout;
    this.length = length;
    this.values = values;
    this.grads = grads;
    this.kernel = kernel;
    this.lanes = lanes;
    this.lossWeights = lossWeights;
  }

  /** Returns a trace of the same values, in the same memory, with gradients of its own, all 0. */
  sibling(): Trace<Name> {
    return this.like(javascriptOver(this.values, new Float64Array(this.grads.length)), this.lanes);
  }

  /** Returns one sequence of a batch, in the same memory. */
  lane(index: number): Trace<Name> {
    return this.like(this, { first: this.lanes.first + index, count: 1 });
  }

  private like(storage: Storage, lanes: Trace['lanes']): Trace<Name> {
    return new Trace(this.program, this.layout, this.length, storage, lanes, this.lossWeights);
  }

  /** Sets the gradients of theta and of frames `from` to `to` to 0. */
  clearGrads(from: number, to: number): void {
    this.thetaGrad.fill(0);
    this.clearFrames(from, to);
  }

  /** Sets the gradients of frames `from` to `to` to 0. */
  clearFrames(from: number, to: number): void {
    const { thetaSize, frameSize } = this.layout;
    for (let lane = 0; lane < this.lanes.count; lane++) {
      const start = thetaSize + this.frame(from, lane) * frameSize;
      this.grads.fill(0, start, start + (to - from + 1) * frameSize);
    }
  }

  /** The number of the frame of time t, of a batch in one of its lanes. */
  frame(t: number, lane = 0): number {
    return (this.lanes.first + lane) * (this.length + 1) + t;
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

  /** Σ over lanes and t of lossWeight · L; 0 for a program without loss. */
  loss(): number {
    const name = lossName(this.program);
    if (name === undefined) return 0;
    let total = 0;
    for (let lane = 0; lane < this.lanes.count; lane++)
      for (let t = 1; t <= this.length; t++)
        total += this.lossWeights[t]! * this.values[this.start(name, t, lane)]!;
    return total;
  }

  /** Where a quantity begins in `values` and `grads`; of a batch, in one of its lanes. */
  start(name: Name, t?: number, lane = 0): number {
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
    return layout.thetaSize + this.frame(t, lane) * layout.frameSize + offset;
  }
}

/** The name of the program's loss, if it has one. */
export function lossName<Name extends string>(program: Program<Name>): Name | undefined {
  for (const [name, { role }] of program.quantities) if (role === 'loss') return name;
  return undefined;
}
