import { clusters } from '../math/clusters.ts';
import type { RandomStream } from '../math/rng.ts';

/** One string that a network read. */
export interface Run {
  readonly symbols: readonly string[];
  /** The state before the first symbol, then the one after each. */
  readonly states: readonly (readonly number[])[];
}

/** What happened, in all runs, when a symbol was read in a node. */
export interface MachineEdge {
  readonly from: number;
  readonly symbol: string;
  /** Where most runs went, of equals the first node. */
  readonly to: number;
  /** How many went there, and how many passed here at all. */
  readonly agreeing: number;
  readonly total: number;
}

/** A finite machine that imitates a network: its nodes are groups of states. */
export interface ExtractedMachine {
  readonly centres: readonly (readonly number[])[];
  /** The node in which most runs begin. */
  readonly start: number;
  readonly edges: readonly MachineEdge[];
  /** Share of steps that went where their edge says; 1 where the network is such a machine. */
  readonly consistency: number;
}

/**
 * Groups the states of some runs into `count` nodes and reads off which symbol leads where.
 * Source: omlin1996, weiss2018b. Errors: a run without one state more than symbols.
 */
export function extractMachine(
  runs: readonly Run[],
  count: number,
  random: RandomStream,
): ExtractedMachine {
  for (const { symbols, states } of runs)
    if (states.length !== symbols.length + 1)
      throw new Error(
        `extractMachine: ${states.length} states for ${symbols.length} symbols; expected the state before them and one after each`,
      );
  const { centres, groups } = clusters(
    runs.flatMap(({ states }) => states),
    count,
    random,
  );
  const tallies = new Map<string, { from: number; symbol: string; to: number[] }>();
  const starts = centres.map(() => 0);
  let place = 0;
  for (const { symbols } of runs) {
    starts[groups[place]!]! += 1;
    for (const symbol of symbols) {
      const [from, to] = [groups[place]!, groups[place + 1]!];
      const key = `${from} ${symbol}`;
      const tally = tallies.get(key) ?? { from, symbol, to: centres.map(() => 0) };
      tally.to[to]! += 1;
      tallies.set(key, tally);
      place += 1;
    }
    place += 1;
  }
  const edges = [...tallies.values()].map(edgeOf).sort(byPlace);
  return { centres, start: largest(starts), edges, consistency: consistencyOf(edges) };
}

/** Returns the nodes that a machine goes through, from its start; it stops where it has no edge. */
export function follow({ start, edges }: ExtractedMachine, symbols: readonly string[]): number[] {
  const nodes = [start];
  for (const symbol of symbols) {
    const edge = edges.find(({ from, symbol: read }) => from === nodes.at(-1) && read === symbol);
    if (edge === undefined) break;
    nodes.push(edge.to);
  }
  return nodes;
}

function edgeOf({
  from,
  symbol,
  to,
}: {
  from: number;
  symbol: string;
  to: readonly number[];
}): MachineEdge {
  const best = largest(to);
  return {
    from,
    symbol,
    to: best,
    agreeing: to[best]!,
    total: to.reduce((sum, count) => sum + count, 0),
  };
}

function consistencyOf(edges: readonly MachineEdge[]): number {
  const total = edges.reduce((sum, edge) => sum + edge.total, 0);
  return edges.reduce((sum, edge) => sum + edge.agreeing, 0) / total;
}

const byPlace = (a: MachineEdge, b: MachineEdge): number =>
  a.from - b.from || (a.symbol < b.symbol ? -1 : 1);

const largest = (counts: readonly number[]): number =>
  counts.reduce((best, count, k) => (count > counts[best]! ? k : best), 0);
