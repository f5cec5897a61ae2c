import { expect, test } from 'vitest';
import { graphOf, type TickGraph } from '#components/views/tick-graph.ts';
import {
  layOutTick,
  type Direction,
  type PlacedNode,
  type TickLayout,
} from '#components/views/tick-layout.ts';
import { record, type Program } from '#engine/index.ts';
import { compileSmall } from './random-setting.ts';

const directions: readonly Direction[] = ['across', 'down'];

/** The graph of the first step of a program at small sizes. */
export function tickOf(program: Program): TickGraph {
  const machine = compileSmall(program);
  return graphOf(record(machine, machine.trace(1), 1));
}

const overlaps = (p: PlacedNode, q: PlacedNode): boolean =>
  Math.abs(p.x - q.x) < (p.width + q.width) / 2 && Math.abs(p.y - q.y) < (p.height + q.height) / 2;

/** Places along a wire: where it is inside a node is where it would be hidden. */
function samples({ points }: TickLayout['edges'][number]): { x: number; y: number }[] {
  return points.slice(1).flatMap((to, n) => {
    const from = points[n] ?? to;
    return [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => ({
      x: from.x + share * (to.x - from.x),
      y: from.y + share * (to.y - from.y),
    }));
  });
}

/** Registers, for any program, what the stepper needs to draw it without being told about it. */
export function testTickLaws(program: Program): void {
  const graph = tickOf(program);

  test(`the graph of ${program.name} shows every operation that makes a state or an answer, once and in order`, () => {
    const drawn = graph.nodes.filter((node) => node.kind === 'operation');
    expect(drawn.map(({ operation }) => operation)).toEqual(graph.operations);
    const made = new Set(graph.operations.map(({ out }) => out.name));
    for (const { name, role } of program.quantities.values())
      if (role === 'state' || role === 'output') expect(made).toContain(name);
  });

  test(`the graph of ${program.name} wires every operation to all that it takes and to what it makes`, () => {
    for (const node of graph.nodes) {
      if (node.kind !== 'operation') continue;
      const flowing = new Set(
        node.operation.inputs
          .filter(({ role }) => role !== 'param')
          .map(({ name, t }) => `${name} ${t}`),
      );
      expect(graph.edges.filter(({ to }) => to === node)).toHaveLength(flowing.size);
      expect(graph.edges.some(({ from }) => from === node)).toBe(true);
    }
  });

  test(`the graph of ${program.name} has a way through time from each state to the same state`, () => {
    const blue = graph.edges.filter(({ isThroughTime }) => isThroughTime);
    for (const state of program.state) {
      const isState = (t: number) => (node: TickGraph['nodes'][number]) =>
        node.kind === 'quantity' && node.operand.name === state && node.operand.t === t;
      expect(blue.some(({ from }) => isState(0)(from))).toBe(true);
      expect(blue.some(({ to }) => isState(1)(to))).toBe(true);
    }
  });

  test.each(directions)(
    `the graph of ${program.name} lies %s the page without touching nodes, inside its borders`,
    (direction) => {
      const { nodes, width, height } = layOutTick(graph, direction);
      expect(nodes.map(({ node }) => node)).toEqual(graph.nodes);
      for (const p of nodes) {
        expect(p.x - p.width / 2).toBeGreaterThanOrEqual(0);
        expect(p.y - p.height / 2).toBeGreaterThanOrEqual(0);
        expect(p.x + p.width / 2).toBeLessThanOrEqual(width);
        expect(p.y + p.height / 2).toBeLessThanOrEqual(height);
        for (const q of nodes) if (p !== q) expect(overlaps(p, q)).toBe(false);
      }
    },
  );

  test.each(directions)(
    `the graph of ${program.name} lies %s the page with wires that lead onwards, past all nodes`,
    (direction) => {
      const { nodes, edges } = layOutTick(graph, direction);
      for (const edge of edges) {
        const along = edge.points.map(({ x, y }) => (direction === 'across' ? x : y));
        expect(along).toEqual(along.toSorted((p, q) => p - q));
        for (const { x, y } of samples(edge))
          for (const node of nodes)
            expect(
              Math.abs(x - node.x) < node.width / 2 && Math.abs(y - node.y) < node.height / 2,
            ).toBe(false);
      }
    },
  );
}
