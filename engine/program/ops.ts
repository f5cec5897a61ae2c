import { elementwise } from './ops-elementwise.ts';
import { losses } from './ops-losses.ts';
import { linear } from './ops-linear.ts';
import { memory } from './ops-memory.ts';
import { smooth } from './ops-smooth.ts';
import { distributions } from './ops-softmax.ts';
import type { Op } from './op.ts';

/** The closed table: nothing else in the engine knows an operation by its name. */
export const OPS: ReadonlyMap<string, Op> = new Map(
  [...elementwise, ...distributions, ...smooth, ...linear, ...memory, ...losses].map((op) => [
    op.name,
    op,
  ]),
);

/** The operations that an equation calls by name. */
export const FUNCTIONS: ReadonlyMap<string, Op> = new Map(
  [...OPS].filter(([, op]) => op.notation === 'call'),
);

/** Returns an operation of the table. Errors: a name that is not in it. */
export function opOf(name: string): Op {
  const op = OPS.get(name);
  if (op === undefined)
    throw new Error(`no operation «${name}»; there are ${[...OPS.keys()].join(', ')}`);
  return op;
}
