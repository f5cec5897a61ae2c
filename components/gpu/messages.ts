import type { Strip } from '#engine/written/landscape.ts';
import type { LandscapeName } from './landscapes.ts';

/** One strip of one landscape. */
export interface StripWork extends Strip {
  readonly kind: 'strip';
  readonly landscape: LandscapeName;
}

/** Some networks of a population, to be trained for so many updates. */
export interface TrainWork {
  readonly kind: 'train';
  /** `KEPT` numbers of each network, one after the other. */
  readonly kept: Float64Array;
  readonly gaps: Float64Array;
  readonly updates: number;
}

export type Work = StripWork | TrainWork;

/** What a worker is asked: work, and which part of which whole it is. */
export interface Order {
  readonly whole: number;
  readonly part: number;
  readonly work: Work;
}

/** Why GPU.js could not do it. */
export type Refusal = 'none' | 'lost' | 'size' | 'kernel' | 'load';

/** What computes: GPU.js with a graphics card or with graphics done in software, both in float32; the CPU in float64. */
export type Backend = 'gpu' | 'software' | 'cpu';

export type Result = readonly (Float32Array | Float64Array)[];

export type Reply =
  | {
      readonly whole: number;
      readonly part: number;
      readonly by: Backend;
      readonly results: Result;
    }
  | { readonly refusal: Refusal };
