import { neuronLamp } from '#engine/index.ts';
import { chain, reach, type Chain, type Node } from '#engine/program/graph.ts';

/** What the drawings of a chain show: inputs, states, answers. */
export const DRAWN = ['x', 'h', 'y'] as const;

/** The lamp's chain over T steps, with the losses where they are wanted. */
export const lampChain = (length: number, shown: readonly string[] = DRAWN): Chain =>
  chain(neuronLamp, shown, length);

/** How many wires a chain of T steps has, and how many of them go from step to step. */
export function wiresOf(length: number): { readonly all: number; readonly through: number } {
  const { wires } = lampChain(length);
  return {
    all: wires.length,
    through: wires.filter(({ isThroughTime }) => isThroughTime).length,
  };
}

/** The steps whose quantity `name` a node acts on. */
export const stepsReached = (graph: Chain, from: Node, name: string): number[] =>
  reach(graph, from)
    .filter((node) => node.name === name)
    .map(({ t }) => t);
