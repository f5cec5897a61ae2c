import { elementwise } from './ops-elementwise.ts';
import { linear } from './ops-linear.ts';
import type { Op } from './op.ts';

/** What texts may use so far. Nothing else in the engine knows an operation by its name. */
const known = new Map<string, Op>();

/** Lets texts use these operations from now on, so that a page loads those alone that its texts need. */
export function bring(ops: readonly Op[]): void {
  for (const op of ops) known.set(op.name, op);
}

bring([...elementwise, ...linear]);

/** The operations that an equation may call by name. */
export const functionNames = (): string[] => [...known.keys()].filter(isFunction);

/** Says whether a name is an operation's that an equation may call. */
export const isFunction = (name: string): boolean => known.get(name)?.notation === 'call';

/** Returns an operation. Errors: a name that no definition brought. */
export function opOf(name: string): Op {
  const op = known.get(name);
  if (op === undefined)
    throw new Error(`no operation «${name}»; there are ${[...known.keys()].join(', ')}`);
  return op;
}
