import type { Op } from './op.ts';
import type { Size } from './types.ts';

/** What an author writes: the whole of a cell or a head. */
export interface Definition<Text extends string = string> {
  readonly name: string;
  /** Keys of the bibliography. */
  readonly source: readonly string[];
  readonly equations: Text;
  /** Functions of the text besides tanh, sigmoid and identity. */
  readonly functions?: readonly Op[];
  /**
   * Lengths of vectors other than H, and with them the quantities that come from outside:
   * a name that no equation defines is an input. Default { x: 'D' }.
   */
  readonly sizes?: Readonly<Record<string, Size>>;
  /** States, when their order matters; the default is all names used at t − 1, as defined. */
  readonly state?: readonly string[];
  /** The quantity that is read as the answer, if any. */
  readonly output?: string;
}
