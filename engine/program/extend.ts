import { define } from './define.ts';
import type { Op } from './op.ts';
import { show } from './show.ts';
import type { Program, Size } from './types.ts';

/** Equations around a program's own, and the lengths of what they name. */
export interface Extension {
  readonly name: string;
  readonly source?: readonly string[];
  readonly before?: string;
  readonly after?: string;
  readonly functions?: readonly Op[];
  /** Lengths other than H; those of the program's own quantities are known. */
  readonly sizes: Readonly<Record<string, Size>>;
  readonly output?: string;
}

/**
 * Returns the program whose text is `before`, the program's own equations, and `after`: they may
 * use each other's results, the earlier ones at t − 1. Errors: those of `define`.
 */
export function extended(program: Program, extension: Extension): Program {
  const { name, source = [], before = '', after = '', functions = [], sizes, output } = extension;
  const equations = [before, show(program.equations), after].filter((text) => text !== '');
  const definition = {
    name,
    functions,
    source: [...new Set([...program.source, ...source])],
    sizes: { ...sizesOf(program), ...sizes },
    equations: equations.join('\n') as string,
  };
  return define(output === undefined ? definition : { ...definition, output });
}

/** The lengths of what a program's text names and computes or takes in. */
const sizesOf = ({ quantities }: Program): Record<string, Size> =>
  Object.fromEntries(
    [...quantities.values()]
      .filter(({ timed, formula }) => timed && formula === undefined)
      .map(({ name, shape }) => [name, shape[0]]),
  );
