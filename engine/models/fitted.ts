import { compile, type Machine } from '../machine/machine.ts';
import type { Program } from '../program/types.ts';

/** Binds a program to those of the sizes that it has. Errors: a size that it has and is not given. */
export function fitted(program: Program, sizes: Readonly<Record<string, number>>): Machine {
  const used = new Set([...program.quantities.values()].flatMap(({ shape }) => [...shape]));
  return compile(
    program,
    Object.fromEntries(Object.entries(sizes).filter(([name]) => used.has(name))),
  );
}
