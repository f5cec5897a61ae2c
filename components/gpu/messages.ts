import type { Strip } from '#engine/written/landscape.ts';
import type { LandscapeName } from './landscapes.ts';

/** What a worker is asked: one strip of one landscape. */
export interface Order extends Strip {
  readonly landscape: LandscapeName;
  /** Which picture the strip belongs to. */
  readonly picture: number;
}

/** Why GPU.js could not do it. */
export type Refusal = 'none' | 'lost' | 'size' | 'kernel' | 'load';

export type Reply =
  | {
      readonly picture: number;
      readonly firstRow: number;
      readonly results: readonly (Float32Array | Float64Array)[];
    }
  | { readonly refusal: Refusal };
