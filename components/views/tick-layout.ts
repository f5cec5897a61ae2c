import type { Operand } from '#engine/index.ts';
import type { TickEdge, TickGraph, TickNode } from './tick-graph.ts';

/** Where the steps of a step run: from left to right, or downwards on a narrow page. */
export type Direction = 'across' | 'down';

export interface PlacedNode {
  readonly node: TickNode;
  /** Centre and size. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedEdge {
  readonly edge: TickEdge;
  /** From the border of one node to that of the other: within a rank, between ranks, in turn. */
  readonly points: readonly Point[];
}

export interface TickLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/** Something that takes a place in a rank: a node, or an edge on its way past. */
interface Item {
  readonly node: TickNode | undefined;
  readonly rank: number;
  /** −1 beside what makes answers, 0 on the way through time, 1 beside what is read. */
  readonly lane: number;
  /** Extent across the ranks, and along them. */
  readonly breadth: number;
  readonly depth: number;
  readonly neighbours: Item[];
  at: number;
}

const CIRCLE = 38;
const PILL = { width: 66, height: 28, line: 19 };
/** Free room: between neighbours in a rank, between ranks, at the border, and between lanes. */
const ROOM = {
  across: { beside: 34, between: 26, border: 26, lane: 92 },
  down: { beside: 22, between: 24, border: 26, lane: 106 },
};
/** The order has settled by then on every program of the book; more changes nothing. */
const SWEEPS = 6;

/** Places a graph in ranks, so that every wire leads onwards and none runs through a node. */
export function layOutTick({ nodes, edges }: TickGraph, direction: Direction): TickLayout {
  const room = ROOM[direction];
  const isAcross = direction === 'across';
  const ranks = ranksOf(nodes, edges);
  const laneOf = lanes(edges);
  const items = new Map<TickNode, Item>();
  for (const node of nodes) {
    const { width, height } = sizeOf(node);
    items.set(node, {
      node,
      rank: ranks.get(node) ?? 0,
      lane: laneOf(node),
      breadth: isAcross ? height : width,
      depth: isAcross ? width : height,
      neighbours: [],
      at: laneOf(node) * room.lane,
    });
  }
  const all = [...items.values()];
  const ways = edges.map((edge) => {
    const way = wayOf(items.get(edge.from)!, items.get(edge.to)!);
    all.push(...way.slice(1, -1));
    way.slice(1).forEach((item, n) => {
      item.neighbours.push(way[n]!);
      way[n]!.neighbours.push(item);
    });
    return { edge, way };
  });
  const layers = Array.from({ length: Math.max(...ranks.values()) + 1 }, (_, rank) =>
    all.filter((item) => item.rank === rank),
  );
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (const layer of sweep % 2 === 0 ? layers : layers.toReversed()) settle(layer, room.beside);

  const starts = startsOf(layers, room.between, room.border);
  const low = Math.min(...all.map(({ at, breadth }) => at - breadth / 2)) - room.border;
  const high = Math.max(...all.map(({ at, breadth }) => at + breadth / 2)) + room.border;
  const point = (along: number, beside: number): Point =>
    isAcross ? { x: along, y: beside - low } : { x: beside - low, y: along };
  const centre = ({ rank }: Item): number => (starts[rank]!.from + starts[rank]!.to) / 2;
  const length = starts.at(-1)!.to + room.border;
  return {
    width: isAcross ? length : high - low,
    height: isAcross ? high - low : length,
    nodes: [...items.values()].map((item) => ({
      node: item.node!,
      ...point(centre(item), item.at),
      ...sizeOf(item.node!),
    })),
    edges: ways.map(({ edge, way }) => ({
      edge,
      points: way.flatMap((item, n) => {
        const { from, to } = starts[item.rank]!;
        // straight through its own rank, so that it cannot cut a wider neighbour
        const half = item.depth / 2;
        if (n === 0) return [point(centre(item) + half, item.at), point(to, item.at)];
        if (n < way.length - 1) return [point(from, item.at), point(to, item.at)];
        return [point(from, item.at), point(centre(item) - half, item.at)];
      }),
    })),
  };
}

function sizeOf(node: TickNode): { width: number; height: number } {
  if (node.kind === 'operation') return { width: CIRCLE, height: CIRCLE };
  const lines = linesOf(node.operand.values.length);
  return { width: PILL.width, height: PILL.height + (lines - 1) * PILL.line };
}

/** How many lines a quantity of n numbers takes; beyond four it shows three and says how many. */
export const linesOf = (numbers: number): number => Math.min(numbers, 4);

/** The longest way from the beginning; inputs and targets come right before they are needed. */
function ranksOf(
  nodes: readonly TickNode[],
  edges: readonly TickEdge[],
): ReadonlyMap<TickNode, number> {
  const ranks = new Map<TickNode, number>(nodes.map((node) => [node, 0]));
  // nodes stand in the order in which they are made
  for (const node of nodes)
    for (const { from, to } of edges)
      if (to === node) ranks.set(node, Math.max(ranks.get(node)!, ranks.get(from)! + 1));
  for (const node of nodes) {
    const isRead =
      node.kind === 'quantity' && (node.operand.role === 'input' || node.operand.role === 'target');
    const users = edges.filter(({ from }) => from === node).map(({ to }) => ranks.get(to)!);
    if (isRead && users.length > 0) ranks.set(node, Math.min(...users) - 1);
  }
  return ranks;
}

function lanes(edges: readonly TickEdge[]): (node: TickNode) => number {
  const through = new Set(
    edges.filter(({ isThroughTime }) => isThroughTime).flatMap(({ from, to }) => [from, to]),
  );
  const behind = new Set(through);
  for (const node of behind) for (const { from, to } of edges) if (from === node) behind.add(to);
  const isBeside = (node: TickNode): boolean => behind.has(node) && !through.has(node);
  return (node) => {
    if (through.has(node)) return 0;
    const users = edges.filter(({ from }) => from === node);
    // a target stands beside the answer that it is compared with
    const servesAnswer = users.length > 0 && users.every(({ to }) => isBeside(to));
    return isBeside(node) || servesAnswer ? -1 : 1;
  };
}

/** The items of an edge from end to end: one more in every rank that it passes. */
function wayOf(from: Item, to: Item): Item[] {
  const passed = Array.from({ length: to.rank - from.rank - 1 }, (_, n) => ({
    node: undefined,
    rank: from.rank + n + 1,
    lane: from.lane,
    breadth: 0,
    depth: 0,
    neighbours: [],
    at: (from.at + to.at) / 2,
  }));
  return [from, ...passed, to];
}

/** Moves each item of a rank towards its neighbours of the same lane, then apart until none touch. */
function settle(layer: readonly Item[], beside: number): void {
  const wanted = new Map(
    layer.map((item) => {
      const near = item.neighbours.filter(({ lane }) => lane === item.lane);
      const mean = near.reduce((total, { at }) => total + at, 0) / near.length;
      return [item, near.length === 0 ? item.at : mean];
    }),
  );
  const ordered = layer.toSorted((p, q) => wanted.get(p)! - wanted.get(q)!);
  let free = -Infinity;
  let moved = 0;
  for (const item of ordered) {
    item.at = Math.max(wanted.get(item)!, free + item.breadth / 2);
    free = item.at + item.breadth / 2 + beside;
    moved += item.at - wanted.get(item)!;
  }
  for (const item of ordered) item.at -= moved / ordered.length;
}

function startsOf(
  layers: readonly (readonly Item[])[],
  between: number,
  border: number,
): { from: number; to: number }[] {
  let end = border - between;
  return layers.map((layer) => {
    const from = end + between;
    end = from + Math.max(...layer.map(({ depth }) => depth));
    return { from, to: end };
  });
}

/** The path of a wire: straight lines within the ranks, curves between them. */
export function pathOf(points: readonly Point[], direction: Direction): string {
  const [start, ...rest] = points;
  if (start === undefined) return '';
  let from = start;
  let path = `M${start.x} ${start.y}`;
  rest.forEach((to, n) => {
    const isCurve = n % 2 === 1 && (direction === 'across' ? from.y !== to.y : from.x !== to.x);
    const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
    if (!isCurve) path += `L${to.x} ${to.y}`;
    else if (direction === 'across') path += `C${x} ${from.y} ${x} ${to.y} ${to.x} ${to.y}`;
    else path += `C${from.x} ${y} ${to.x} ${y} ${to.x} ${to.y}`;
    from = to;
  });
  return path;
}

/** The role that colours a quantity, if it has a colour. */
export const roleOf = ({ role }: Operand): 'input' | 'state' | 'output' | 'param' | undefined =>
  role === 'input' || role === 'state' || role === 'output' || role === 'param' ? role : undefined;
