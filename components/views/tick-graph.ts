import type { Contribution, Operand, Operation } from '#engine/index.ts';

/** A quantity with a name of its own: what is there before the step, or what the step makes. */
export interface QuantityNode {
  readonly kind: 'quantity';
  readonly id: string;
  readonly operand: Operand;
  /** The operation that makes it, counted from 1; 0 for what is there before the step. */
  readonly madeBy: number;
}

export interface OperationNode {
  readonly kind: 'operation';
  readonly id: string;
  /** Position in the order of the machine, from 1. */
  readonly number: number;
  readonly operation: Operation;
  /** What stands in the circle: «+», «×w», «tanh». */
  readonly symbol: string;
  /** The parameters that it takes, which have no node. */
  readonly params: readonly Operand[];
}

export type TickNode = QuantityNode | OperationNode;

export interface TickEdge {
  readonly from: TickNode;
  readonly to: TickNode;
  /** True where it lies on a way from a state of the step before to the same state of this one. */
  readonly isThroughTime: boolean;
}

export interface TickGraph {
  readonly nodes: readonly TickNode[];
  readonly edges: readonly TickEdge[];
  /** The operations drawn, in order: all that make a state or an answer. */
  readonly operations: readonly Operation[];
}

/** Leaves out what serves the loss alone: a reader who only runs the network has no target. */
export function withoutLoss(operations: readonly Operation[]): Operation[] {
  const kept = new Set<string>();
  const backwards = operations.toReversed().filter(({ out, inputs }) => {
    const isNeeded = out.role === 'state' || out.role === 'output' || kept.has(keyOf(out));
    if (isNeeded) for (const operand of inputs) kept.add(keyOf(operand));
    return isNeeded;
  });
  return backwards.toReversed();
}

/**
 * Returns one step of any program as a graph: quantities, operations, and what flows between.
 * The loss is in it where blame has to start from it.
 */
export function graphOf(recorded: readonly Operation[], hasLoss = false): TickGraph {
  const operations = hasLoss ? recorded : withoutLoss(recorded);
  const nodes: TickNode[] = [];
  const ends = new Map<string, TickNode>();
  const pairs: { from: TickNode; to: TickNode }[] = [];
  const add = <Node extends TickNode>(node: Node): Node => {
    nodes.push(node);
    return node;
  };
  const source = (operand: Operand): TickNode => {
    const key = keyOf(operand);
    const node = ends.get(key) ?? add({ kind: 'quantity', id: key, operand, madeBy: 0 } as const);
    ends.set(key, node);
    return node;
  };
  operations.forEach((operation, n) => {
    const { inputs, out } = operation;
    const params = inputs.filter(({ role }) => role === 'param');
    const flowing = inputs.filter(({ role }) => role !== 'param').map(source);
    const symbol = symbolOf(operation, params);
    const number = n + 1;
    const id = `operation ${number}`;
    const node = add({ kind: 'operation', id, number, operation, symbol, params } as const);
    for (const from of new Set(flowing)) pairs.push({ from, to: node });
    ends.set(keyOf(out), node);
    if (!isNamed(out)) return;
    const made = add({ kind: 'quantity', id: keyOf(out), operand: out, madeBy: number } as const);
    pairs.push({ from: node, to: made });
    ends.set(keyOf(out), made);
  });
  const through = throughTime(nodes, pairs);
  const edges = pairs.map((pair) => ({ ...pair, isThroughTime: through(pair) }));
  return { nodes, edges, operations };
}

const keyOf = ({ name, t }: Operand): string => `${name} at ${t}`;

/** An intermediate that no equation names is called by its formula; it has no node, only wires. */
export const isNamed = ({ name }: Operand): boolean => /^\w+$/.test(name);

const FUNCTIONS: Readonly<Record<string, string>> = { sigmoid: 'σ', apply: 'W', product: '×' };

function symbolOf({ op, out, signs, constant }: Operation, params: readonly Operand[]): string {
  const [param] = params;
  if (op === 'sum') {
    if (constant !== 0) return `${constant}${signs.includes(-1) ? '−' : '+'}`;
    return signs.includes(-1) ? '−' : '+';
  }
  if (op === 'product') {
    const isScalar = param !== undefined && param.values.length === 1 && param.name.length === 1;
    if (isScalar) return `×${param.name}`;
    return out.values.length === 1 ? '×' : '⊙';
  }
  return FUNCTIONS[op] ?? op;
}

/** The quantities that the step takes from the one before and makes anew: what is carried on. */
export function carried(
  nodes: readonly TickNode[],
): { readonly old: QuantityNode; readonly made: QuantityNode }[] {
  const named = nodes.filter((node) => node.kind === 'quantity');
  return named
    .filter(({ madeBy }) => madeBy === 0)
    .flatMap((old) => {
      const made = named.find(
        ({ operand, madeBy }) => madeBy > 0 && operand.name === old.operand.name,
      );
      return made === undefined ? [] : [{ old, made }];
    });
}

/** Returns the wires along which blame has flowed back, the last of them just now. */
export function flowBack(
  { edges }: TickGraph,
  contributions: readonly Pick<Contribution, 'from' | 'into'>[],
): ReadonlyMap<TickEdge, 'done' | 'now'> {
  const last = contributions.at(-1);
  const outOf = (node: TickNode): string | undefined =>
    node.kind === 'operation' ? keyOf(node.operation.out) : undefined;
  const flowed = new Map<TickEdge, 'done' | 'now'>();
  for (const edge of edges) {
    const source = outOf(edge.from) ?? (edge.from.kind === 'quantity' ? edge.from.id : '');
    const takes = ({ from, into }: Pick<Contribution, 'from' | 'into'>): boolean =>
      edge.to.kind === 'operation'
        ? outOf(edge.to) === keyOf(from) && source === keyOf(into)
        : // the wire from an operation to the name of its result: blame goes on from there
          outOf(edge.from) === keyOf(from);
    if (last !== undefined && edge.to.kind === 'operation' && takes(last)) flowed.set(edge, 'now');
    else if (contributions.some(takes)) flowed.set(edge, 'done');
  }
  return flowed;
}

/** Finds the wires that lie on a way from a state at t − 1 to the same state at t. */
function throughTime(
  nodes: readonly TickNode[],
  pairs: readonly { from: TickNode; to: TickNode }[],
): (pair: { from: TickNode; to: TickNode }) => boolean {
  const follow = (
    start: TickNode,
    near: 'from' | 'to',
    far: 'from' | 'to',
  ): ReadonlySet<TickNode> => {
    const found = new Set([start]);
    // a set goes on to what is added while it is walked
    for (const node of found)
      for (const pair of pairs) if (pair[near] === node) found.add(pair[far]);
    return found;
  };
  const ways = carried(nodes).map(({ old, made }) => ({
    after: follow(old, 'from', 'to'),
    before: follow(made, 'to', 'from'),
  }));
  return ({ from, to }) => ways.some(({ after, before }) => after.has(from) && before.has(to));
}
