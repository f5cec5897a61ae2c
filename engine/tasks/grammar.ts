import { log } from '../math/log.ts';
import type { RandomStream } from '../math/rng.ts';
import { pick, type Chances } from './sequence.ts';

/** One arrow of a grammar: from a node, by a symbol, to a node. */
export type Edge = readonly [from: number, symbol: string, to: number];

/**
 * A finite-state grammar whose arrows out of a node are equally likely. It starts at node 0; no node has
 * two arrows of one symbol, so a string has one path.
 */
export interface Grammar {
  readonly edges: readonly Edge[];
  readonly end: number;
}

/** Returns the arrows out of a node. */
export const leaving = ({ edges }: Grammar, node: number): Edge[] =>
  edges.filter(([from]) => from === node);

/** Returns the symbols of a walk from node 0 to the end. */
export function generate(grammar: Grammar, random: RandomStream): string[] {
  const symbols: string[] = [];
  for (let node = 0; node !== grammar.end;) {
    const [, symbol, to] = pick(leaving(grammar, node), random);
    symbols.push(symbol);
    node = to;
  }
  return symbols;
}

/** Returns the node after some symbols, or undefined where the grammar does not allow them. */
export function nodeAfter(grammar: Grammar, symbols: Iterable<string>): number | undefined {
  let node: number | undefined = 0;
  for (const symbol of symbols) {
    const edge: Edge | undefined = leaving(grammar, node).find(([, label]) => label === symbol);
    if (edge === undefined) return undefined;
    node = edge[2];
  }
  return node;
}

/** Returns the chances of the next symbol after some symbols; none at the end or after an error. */
export function nextChances(grammar: Grammar, symbols: Iterable<string>): Chances {
  const node = nodeAfter(grammar, symbols);
  const edges = node === undefined ? [] : leaving(grammar, node);
  return new Map(edges.map(([, symbol]) => [symbol, 1 / edges.length]));
}

/** Returns all strings of at most `longest` symbols with their chances: shortest first, then by the alphabet. */
export function enumerate(
  grammar: Grammar,
  longest: number,
): { readonly symbols: readonly string[]; readonly chance: number }[] {
  const found: { symbols: string[]; chance: number }[] = [];
  const walk = (node: number, symbols: string[], chance: number): void => {
    if (node === grammar.end) found.push({ symbols, chance });
    else if (symbols.length < longest)
      for (const [, symbol, to] of leaving(grammar, node))
        walk(to, [...symbols, symbol], chance / leaving(grammar, node).length);
  };
  walk(0, [], 1);
  const text = ({ symbols }: { symbols: readonly string[] }): string => symbols.join('');
  return found.sort((a, b) => a.symbols.length - b.symbols.length || (text(a) < text(b) ? -1 : 1));
}

/** What is known of a grammar before any string is drawn. */
export interface GrammarFacts {
  /** Mean number of symbols. */
  readonly length: number;
  /** Mean number of steps at which there was more than one arrow. */
  readonly choices: number;
  /** Mean surprise of a whole string, in nats: what no predictor can undercut. */
  readonly entropy: number;
}

/** Returns the facts of a grammar, from how often each node is visited. Errors: a node that never ends. */
export function facts(grammar: Grammar): GrammarFacts {
  const visits = expectedVisits(grammar);
  const total = (worth: (arrows: number) => number): number =>
    [...visits].reduce(
      (sum, [node, times]) => sum + times * worth(leaving(grammar, node).length),
      0,
    );
  return {
    length: total(() => 1),
    choices: total((arrows) => Number(arrows > 1)),
    entropy: total((arrows) => log(arrows)),
  };
}

/** Solves v = start + Pᵀ v by elimination: how often a walk passes each node but the end. */
function expectedVisits(grammar: Grammar): Map<number, number> {
  const nodes = [...new Set([0, ...grammar.edges.map(([from]) => from)])];
  const system = nodes.map((node) => [
    ...nodes.map((from) => {
      const arrows = leaving(grammar, from);
      const share = arrows.filter(([, , to]) => to === node).length / arrows.length;
      return Number(from === node) - share;
    }),
    Number(node === 0),
  ]);
  nodes.forEach((node, k) => {
    const pivot = system[k]!;
    // sums of columns are at most 0 off the diagonal, so that no rows need be exchanged
    if (pivot[k]! < 1e-12) throw new Error(`node ${node} of the grammar never comes to an end`);
    for (const other of system) {
      const share = other === pivot ? 0 : other[k]! / pivot[k]!;
      if (share !== 0) other.forEach((value, j) => (other[j] = value - share * pivot[j]!));
    }
  });
  return new Map(nodes.map((node, k) => [node, system[k]!.at(-1)! / system[k]![k]!]));
}
