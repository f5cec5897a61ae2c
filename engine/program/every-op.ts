import { bring } from './ops.ts';
import { elementwise } from './ops-elementwise.ts';
import { linear } from './ops-linear.ts';
import { losses } from './ops-losses.ts';
import { memory } from './ops-memory.ts';
import { pieces } from './ops-pieces.ts';
import { smooth } from './ops-smooth.ts';
import { distributions } from './ops-softmax.ts';
import type { Op } from './op.ts';

/** The closed table of all operations: for texts whose author is the reader. */
export const everyOp: readonly Op[] = [
  ...elementwise,
  ...pieces,
  ...distributions,
  ...smooth,
  ...linear,
  ...memory,
  ...losses,
];

bring(everyOp);
