import type { Program } from '#engine/index.ts';
import { showExpression } from '#engine/program/show.ts';
import type { Expression } from '#engine/program/types.ts';

/** A gate on a wire: the quantity that sets it, and whether the wire gets what is missing to 1. */
export interface Gate {
  readonly name: string;
  readonly isComplement: boolean;
}

/** One thing that flows into a mixture, and the gates on its way. */
export interface Branch {
  /** The quantity that flows, by its name in the trace, and its time. */
  readonly content: string;
  readonly lag: 0 | 1;
  /** What it goes through first: tanh(c[t]) is c through a tanh. */
  readonly squeeze: string | undefined;
  readonly gates: readonly Gate[];
  /** The matrix that it passes after the gates, where the gates come first. */
  readonly matrix: string | undefined;
  /** What comes out behind the gates, by its name in the trace; undefined if there is no such quantity. */
  readonly flow: string | undefined;
  readonly sign: 1 | -1;
}

/** One equation in which something is gated: what flows together, and the squeeze behind it. */
export interface Lane {
  readonly name: string;
  readonly branches: readonly Branch[];
  readonly squeeze: string | undefined;
}

/** The names of all quantities that a logistic function makes. */
export const gatesOf = (program: Program): string[] =>
  program.equations
    .filter(({ right }) => right.kind === 'call' && right.op === 'sigmoid')
    .map(({ name }) => name);

/** Reads from the equations of a cell where its gates stand and what flows through them. */
export function lanesOf(program: Program): Lane[] {
  const gates = new Set(gatesOf(program));
  return program.equations.flatMap(({ name, right }): Lane[] => {
    const isSqueezed = right.kind === 'call' && !gates.has(name) && right.args.length === 1;
    const inside = isSqueezed ? right.args[0] : right;
    if (inside === undefined || gates.has(name)) return [];
    const terms = inside.kind === 'sum' ? inside.terms : [{ sign: 1 as const, of: inside }];
    const flowing = terms.filter(({ of }) => of.kind !== 'number' && !isBias(of));
    const branches = flowing.map(({ sign, of }) =>
      branchOf(of, sign, gates, flowing.length > 1 || isSqueezed ? undefined : name),
    );
    if (!branches.some((branch) => branch.gates.length > 0)) return [];
    return [{ name, branches, squeeze: isSqueezed ? right.op : undefined }];
  });
}

const isBias = (part: Expression): boolean => part.kind === 'name' && part.lag === null;

function branchOf(
  term: Expression,
  sign: 1 | -1,
  gates: ReadonlySet<string>,
  whole: string | undefined,
): Branch {
  // a matrix on a gated vector: the gates come first
  const isMixed = term.kind === 'apply' && term.vector.kind === 'product';
  const gated = isMixed ? term.vector : term;
  const factors = gated.kind === 'product' ? gated.factors : [gated];
  const found = factors.map((factor) => gateOf(factor, gates));
  const contents = factors.filter((_, n) => found[n] === undefined);
  const [content = term] = contents;
  const isCall = content.kind === 'call' && content.args.length === 1;
  const inner = isCall ? (content.args[0] ?? content) : content;
  const named = inner.kind === 'name' ? inner : undefined;
  return {
    content: named?.name ?? showExpression(inner),
    lag: named?.lag === 1 ? 1 : 0,
    squeeze: isCall ? content.op : undefined,
    gates: found.filter((gate) => gate !== undefined),
    matrix: isMixed ? term.matrix : undefined,
    flow: gated.kind === 'product' ? (whole ?? showExpression(gated)) : undefined,
    sign,
  };
}

/** A gate by itself, or 1 minus a gate. */
function gateOf(factor: Expression, gates: ReadonlySet<string>): Gate | undefined {
  if (factor.kind === 'name' && gates.has(factor.name))
    return { name: factor.name, isComplement: false };
  if (factor.kind !== 'sum' || factor.terms.length !== 2) return undefined;
  const [one, other] = factor.terms;
  const isOne = one?.sign === 1 && one.of.kind === 'number' && one.of.value === 1;
  if (!isOne || other?.sign !== -1 || other.of.kind !== 'name' || !gates.has(other.of.name))
    return undefined;
  return { name: other.of.name, isComplement: true };
}

/** What a gate leaves on its wire. */
export const opening = ({ isComplement }: Gate, value: number): number =>
  isComplement ? 1 - value : value;
