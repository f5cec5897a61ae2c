import type { Machine } from '../machine/machine.ts';
import { fill, lengthOf, type Setting } from '../machine/play.ts';
import { lossName, type Trace } from '../machine/trace.ts';
import type { Ref } from '../program/types.ts';
import type { Arithmetic } from './arithmetic.ts';
import { EXACT } from './operations.ts';
import { Tape, type Node } from './tape.ts';

/** A run in another kind of numbers: what a trace holds, without the rounding. */
export interface ExactRun<N> {
  readonly arithmetic: Arithmetic<N>;
  /** A parameter, or a timed quantity at t; rows first. Errors: a name or a time that was not run. */
  value(name: string, t?: number): N[];
  /** ∂loss/∂ the same numbers; 0 for a program without loss. */
  grad(name: string, t?: number): N[];
  readonly loss: N;
}

/**
 * Runs the program of a machine, the same equations, in exact or long numbers, and its gradient by the chain
 * rule over single numbers. Cost: some thousand times a float64 run, so for small networks and short
 * sequences. Errors: those of `play`; an operation that these numbers do not have.
 */
export function playExact<N>(
  machine: Machine,
  setting: Setting,
  arithmetic: Arithmetic<N>,
): ExactRun<N> {
  const given = machine.trace(lengthOf(setting));
  fill(machine, given, setting);
  const tape = new Tape(arithmetic);
  const nodes = leaves(machine, given, tape);
  for (let t = 1; t <= given.length; t++) runStep(machine, tape, nodes, t);
  const loss = lossOf(given, tape, nodes);
  tape.pullback(loss);
  const found = (name: string, t?: number): Node<N>[] => {
    const vector = nodes.get(key(name, t));
    if (vector === undefined)
      throw new Error(`${machine.program.name}: «${name}» at t = ${t} was not run`);
    return vector;
  };
  return {
    arithmetic,
    value: (name, t) => found(name, t).map(({ value }) => value),
    grad: (name, t) => found(name, t).map(({ grad }) => grad),
    loss: loss.value,
  };
}

type Nodes<N> = Map<string, Node<N>[]>;

const key = (name: string, t?: number): string => (t === undefined ? name : `${name}[${t}]`);

/** Everything that is given: parameters, first states, inputs and targets. */
function leaves<N>({ program }: Machine, given: Trace, tape: Tape<N>): Nodes<N> {
  const nodes: Nodes<N> = new Map();
  const computed = new Set(program.steps.map(({ out }) => out));
  const put = (name: string, t?: number): void => {
    nodes.set(
      key(name, t),
      Array.from(given.value(name, t), (value) => tape.leaf(value)),
    );
  };
  for (const { name, timed } of program.quantities.values()) {
    if (!timed) put(name);
    else {
      put(name, 0);
      if (!computed.has(name)) for (let t = 1; t <= given.length; t++) put(name, t);
    }
  }
  return nodes;
}

function runStep<N>({ program, layout }: Machine, tape: Tape<N>, nodes: Nodes<N>, t: number): void {
  const read = ({ name, lag }: Ref): Node<N>[] => nodes.get(name) ?? nodes.get(key(name, t - lag))!;
  for (const step of program.steps) {
    const operation = EXACT.get(step.op);
    if (operation === undefined)
      throw new Error(`${program.name}: «${step.op}» has no exact form; use another function`);
    const columns = layout.columns(step.inputs[0]!.name);
    nodes.set(key(step.out, t), operation(tape, step.inputs.map(read), step, columns));
  }
}

function lossOf<N>(given: Trace, tape: Tape<N>, nodes: Nodes<N>): Node<N> {
  const name = lossName(given.program);
  if (name === undefined) return tape.leaf(0);
  const terms = Array.from({ length: given.length }, (_, index) => {
    const [term] = nodes.get(key(name, index + 1))!;
    return tape.multiply(tape.leaf(given.lossWeights[index + 1]!), term!);
  });
  return tape.total(terms);
}
