import type { MathNode } from 'mathjs';
import { lossName, type Trace } from '../machine/trace.ts';
import { symbol } from '../program/tex.ts';
import type { Program, Ref } from '../program/types.ts';
import { added, symbolOf, Terms } from './terms.ts';

/** A formula as plain text and as TeX. */
export interface Formula {
  readonly text: string;
  readonly tex: string;
}

/** A gradient that is written down whole. */
export interface ClosedForm extends Formula {
  /** The formula with the numbers of a trace. */
  evaluate(trace: Trace): number;
}

/** What is asked for: ∂quantity_T/∂parameter; without a quantity, of the loss over all steps 1 … T. */
export interface Asked {
  readonly length: number;
  readonly parameter: string;
  readonly quantity?: string;
}

/** Longer sums fill pages. */
const LONGEST = 3;

/** Characters of a formula that algebra is asked to differentiate. */
const LARGEST = 2000;

/**
 * Returns a gradient by the chain rule, with the names of states: what a person would write. Every vector
 * has one number here. Errors: T above 3, names that the program does not have, an operation without
 * a closed form. Loads mathjs.
 */
export async function closedForm(program: Program, asked: Asked): Promise<ClosedForm> {
  const times = timesOf(program, asked);
  const { parse } = await import('mathjs');
  const terms = new Terms(program, 'states');
  const slopes = times.map((ref) => terms.slope(ref.of, ref.t, asked.parameter));
  return formOf(parse(added(slopes)), program, asked.length);
}

/**
 * Returns the same gradient of what is given alone: every state is written out, and algebra that knows nothing
 * of time differentiates. Errors: those of `closedForm`, a formula that would be too long: states that
 * are used often double it with every step.
 */
export async function writtenOut(program: Program, asked: Asked): Promise<ClosedForm> {
  const times = timesOf(program, asked);
  const { derivative, simplifyCore } = await import('mathjs');
  const terms = new Terms(program, 'nothing');
  const text = added(times.map((ref) => terms.value(ref.of, ref.t)));
  if (text.length > LARGEST)
    throw new Error(
      `${program.name} over ${asked.length} steps has ${text.length} characters when it is written out; expected at most ${LARGEST}, so ask for fewer steps`,
    );
  // full simplification tries every rule on every part, which takes minutes
  const slope = derivative(text, asked.parameter, { simplify: false });
  return formOf(simplifyCore(slope), program, asked.length);
}

/** The quantity at the last step, or the loss at all of them. */
function timesOf(program: Program, asked: Asked): { of: Ref; t: number }[] {
  checkAsked(program, asked);
  const { length, quantity } = asked;
  const of: Ref = { name: quantity ?? lossName(program)!, lag: 0 };
  return Array.from({ length }, (_, index) => ({ of, t: index + 1 })).filter(
    ({ t }) => quantity === undefined || t === length,
  );
}

function formOf(node: MathNode, program: Program, length: number): ClosedForm {
  const symbols = symbolsOf(program, length);
  return {
    ...formulaOf(node, symbols),
    evaluate: (trace) =>
      node.evaluate(
        Object.fromEntries(
          [...symbols].map(([key, { name, t }]) => [key, trace.value(name, t)[0]!]),
        ),
      ) as number,
  };
}

type Symbols = ReadonlyMap<string, { readonly name: string; readonly t: number | undefined }>;

function symbolsOf({ quantities }: Program, length: number): Symbols {
  const times = Array.from({ length: length + 1 }, (_, t) => t);
  return new Map(
    [...quantities.values()]
      .filter(({ formula }) => formula === undefined)
      .flatMap(({ name, timed }) =>
        (timed ? times : [undefined]).map((t) => [symbolOf(name, t), { name, t }] as const),
      ),
  );
}

function formulaOf(node: MathNode, symbols: Symbols): Formula {
  const handler = (part: MathNode): string | undefined => {
    const known = part.type === 'SymbolNode' ? symbols.get(part.toString()) : undefined;
    // the space parts a symbol from the \cdot before it
    return known === undefined ? undefined : ` ${symbol(symbolOf(known.name, known.t))}`;
  };
  return {
    text: node.toString({ parenthesis: 'auto' }),
    tex: node.toTex({ parenthesis: 'auto', handler }),
  };
}

function checkAsked(program: Program, { length, parameter, quantity }: Asked): void {
  if (!Number.isInteger(length) || length < 1 || length > LONGEST)
    throw new Error(
      `closedForm: ${length} steps; expected a whole number from 1 to ${LONGEST}, because formulas grow`,
    );
  if (program.quantities.get(parameter)?.role !== 'param')
    throw new Error(`${program.name} has no parameter «${parameter}»`);
  if (quantity !== undefined && !program.steps.some(({ out }) => out === quantity))
    throw new Error(`${program.name} computes no «${quantity}»`);
  if (quantity === undefined && lossName(program) === undefined)
    throw new Error(`${program.name} has no loss; name the quantity to differentiate`);
}
