import { quoted } from './errors.ts';
import { renamed } from './rename.ts';
import type { Program, Quantity, Shape, Size } from './types.ts';

/**
 * Returns one program that runs `cell` and then `head` in every step; what the head takes in
 * and the cell computes is one quantity. Where both own a name, as the output gate and the logit o,
 * the head's becomes `o_y`. Errors: both give an answer or a loss of one name.
 */
export function join<A extends string, B extends string>(
  cell: Program<A>,
  reader: Program<B>,
): Program<A | B | `${B}_y`> {
  const head = renamed(reader, {
    quantity: (name) => (isShadowed(cell, reader, name) ? `${name}_y` : name),
    operation: (name) => name,
  }) as Program<B>;
  const clash = [...head.quantities.values()].filter(
    ({ name, role }) =>
      (role === 'output' || role === 'loss') && cell.quantities.has(name as unknown as A),
  );
  if (clash.length > 0)
    throw new Error(
      `${cell.name} and ${head.name} both define ${quoted(clash.map(({ name }) => name))}; rename it in one of them`,
    );
  const [left, right] = unified(cell, head);
  return {
    name: `${cell.name}-${head.name}`,
    source: [...new Set([...cell.source, ...head.source])],
    state: [...cell.state, ...head.state],
    equations: [...cell.equations, ...head.equations],
    steps: [...cell.steps, ...head.steps],
    // what the cell knows of a shared quantity stands, so it is written last; the order is the cell's first
    quantities: new Map<A | B, Quantity>([...left, ...right, ...left]),
  };
}

const isShadowed = (cell: Program, head: Program, name: string): boolean => {
  const role = head.quantities.get(name)?.role;
  const isOwn = role === 'param' || head.steps.some(({ out }) => out === name);
  return isOwn && role !== 'output' && role !== 'loss' && cell.quantities.has(name);
};

/** Gives quantities of both programs one length: a fixed one wins over a name, the cell's name over the head's. */
function unified<A extends string, B extends string>(
  cell: Program<A>,
  head: Program<B>,
): [[A, Quantity][], [B, Quantity][]] {
  let [left, right] = [[...cell.quantities], [...head.quantities]];
  for (const [name, { shape }] of head.quantities) {
    const shared = cell.quantities.get(name as unknown as A)?.shape;
    if (shared === undefined || shared[0] === shape[0]) continue;
    if (typeof shape[0] === 'string') right = resized(right, shape[0], shared[0]);
    else if (typeof shared[0] === 'string') left = resized(left, shared[0], shape[0]);
    else
      throw new Error(
        `${cell.name} has «${name}» of length ${shared[0]}, but ${head.name} expects ${shape[0]}`,
      );
  }
  return [left, right];
}

function resized<Name extends string>(
  quantities: readonly [Name, Quantity][],
  from: Size,
  to: Size,
): [Name, Quantity][] {
  const shape = (old: Shape): Shape => old.map((size) => (size === from ? to : size)) as [Size];
  return quantities.map(([name, quantity]) => [
    name,
    { ...quantity, shape: shape(quantity.shape) },
  ]);
}
