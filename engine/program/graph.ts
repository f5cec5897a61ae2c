import type { Program } from './types.ts';
import { visit } from './walk.ts';

/** A quantity of the rolled drawing feeds another, now or `lag` steps later. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly lag: number;
}

/** A quantity at a time. */
export interface Node {
  readonly name: string;
  readonly t: number;
}

/** One wire of the unrolled drawing. */
export interface Wire {
  readonly from: Node;
  readonly to: Node;
  /** True if it leads from one step to a later one. */
  readonly isThroughTime: boolean;
}

/** The program written out over T steps: wires between quantities at times, and no loop. */
export interface Chain {
  /** In the order in which a machine computes them; the starting states and inputs come first. */
  readonly nodes: readonly Node[];
  readonly wires: readonly Wire[];
}

/**
 * Returns what feeds what among the named quantities; those that are not named are passed through.
 * An arrow of lag 1 is a loop of the rolled drawing, or a part of one. Errors: an unknown name.
 */
export function arrows(program: Program, shown: readonly string[]): Arrow[] {
  for (const name of shown)
    if (!program.quantities.has(name))
      throw new Error(`${program.name} has no quantity «${name}» to draw`);
  return shown.flatMap((to) =>
    sources(program, to, shown).map(({ from, lag }) => ({ from, to, lag })),
  );
}

function sources(
  program: Program,
  of: string,
  shown: readonly string[],
): { from: string; lag: number }[] {
  const equation = program.equations.find(({ name }) => name === of);
  const found = new Map<string, { from: string; lag: number }>();
  const add = (from: string, lag: number): void => {
    found.set(`${from} ${lag}`, { from, lag });
  };
  if (equation === undefined) return [];
  visit(equation.right, (part) => {
    if (part.kind !== 'name' || part.lag === null) return;
    if (shown.includes(part.name)) return add(part.name, part.lag);
    for (const { from, lag } of sources(program, part.name, shown)) add(from, lag + part.lag);
  });
  return [...found.values()];
}

/** Writes the arrows out over T steps. What reaches back before step 1 starts from a state at 0. */
export function chain(program: Program, shown: readonly string[], length: number): Chain {
  const drawn = arrows(program, shown);
  const wires: Wire[] = [];
  for (let t = 1; t <= length; t++)
    for (const { from, to, lag } of drawn)
      wires.push({
        from: { name: from, t: t - lag },
        to: { name: to, t },
        isThroughTime: lag > 0,
      });
  const started = wires.map(({ from }) => from).filter(({ t }) => t < 1);
  const computed = (name: string): boolean =>
    program.equations.some((equation) => equation.name === name);
  const times = Array.from({ length }, (_, index) => index + 1);
  const given = shown.filter((name) => !computed(name));
  // within a step the equations stand in an order that can be computed
  const ordered = program.equations.map(({ name }) => name).filter((name) => shown.includes(name));
  return {
    wires,
    nodes: [
      ...started,
      ...times.flatMap((t) => given.map((name) => ({ name, t }))),
      ...times.flatMap((t) => ordered.map((name) => ({ name, t }))),
    ],
  };
}

/** Returns every node that a node acts on, along wires, itself not included. */
export function reach({ wires }: Chain, start: Node): Node[] {
  const found = new Map<string, Node>();
  const follow = (node: Node): void => {
    for (const { from, to } of wires) {
      const key = `${to.name} ${to.t}`;
      if (from.name !== node.name || from.t !== node.t || found.has(key)) continue;
      found.set(key, to);
      follow(to);
    }
  };
  follow(start);
  return [...found.values()];
}

/** Returns how many wires the longest way to a node has. */
export function depth({ wires }: Chain, { name, t }: Node): number {
  const into = wires.filter(({ to }) => to.name === name && to.t === t);
  return into.reduce((most, { from }) => Math.max(most, 1 + depth({ nodes: [], wires }, from)), 0);
}
