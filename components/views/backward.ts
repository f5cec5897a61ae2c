import {
  encodeQuotes,
  play,
  record,
  recordPullback,
  type Contribution,
  type Machine,
  type Numbers,
  type Operand,
  type Operation,
  type Trace,
} from '#engine/index.ts';
import { seedLoss } from '#engine/learn/bptt.ts';

/** Where a reader stands on the way forwards through all steps and back through them again. */
export type Place =
  | { readonly phase: 'forward'; readonly t: number; readonly done: number; readonly of: number }
  | { readonly phase: 'backward'; readonly t: number; readonly done: number; readonly of: number };

/** How many moves there are: every operation of every step, then every addition of every step. */
export const lengthOf = (machine: Machine, steps: number): number =>
  steps * (machine.forward.length + machine.backward.length);

/** Returns the place after `moves` moves. Range: 1 ≤ moves ≤ lengthOf. */
export function placeOf(machine: Machine, steps: number, moves: number): Place {
  const [forward, backward] = [machine.forward.length, machine.backward.length];
  const before = moves - 1;
  if (before < steps * forward)
    return {
      phase: 'forward',
      t: Math.floor(before / forward) + 1,
      done: (before % forward) + 1,
      of: forward,
    };
  const back = before - steps * forward;
  return {
    phase: 'backward',
    t: steps - Math.floor(back / backward),
    done: (back % backward) + 1,
    of: backward,
  };
}

/** Returns the number of moves that ends at an operation or addition; the inverse of `placeOf`. */
export function movesTo(
  machine: Machine,
  steps: number,
  { phase, t, done }: Pick<Place, 'phase' | 't' | 'done'>,
): number {
  const [forward, backward] = [machine.forward.length, machine.backward.length];
  return phase === 'forward'
    ? (t - 1) * forward + done
    : steps * forward + (steps - t) * backward + done;
}

/** Runs a network that says «inside» over a text, with the truth as its targets. */
export function playQuotes(
  machine: Machine,
  params: Readonly<Record<string, Numbers>>,
  initial: Readonly<Record<string, Numbers>>,
  text: string,
): Trace {
  const items = encodeQuotes(text);
  const isScalar = machine.layout.length('x') === 1;
  return play(machine, {
    params,
    initial,
    inputs: items.map(({ x }) => (isScalar ? x : [x === 1 ? 1 : 0, x === -1 ? 1 : 0])),
    targets: items.map(({ inside }) => inside),
  });
}

/** The blame of one step's state so far, and where it came from. */
export interface Blame {
  readonly t: number;
  /** From the step's own answer, and from the step after it; undefined before either came. */
  readonly local: number[] | undefined;
  readonly future: number[] | undefined;
  readonly total: number[];
}

/** Everything that has happened up to a place of the way back. */
export interface BackwardView {
  /** Operations of the step, as the way forwards left them. */
  readonly operations: readonly Operation[];
  /** Additions of this step that are done, the last of them just now. */
  readonly contributions: readonly Contribution[];
  /** The gradient of an operand so far. */
  readonly gradOf: (operand: Pick<Operand, 'name' | 't'>) => number[];
  /** Blame of the state at every step, from step 0 on. */
  readonly blames: readonly Blame[];
}

/** Goes back to a place and shows what is known there. `trace` must have been played. */
export function viewAt(machine: Machine, trace: Trace, { phase, t, done }: Place): BackwardView {
  const operations = record(machine, trace, t);
  const parts = new Map<string, { local?: number[]; future?: number[] }>();
  const note = ({ into, from, term }: Contribution): void => {
    if (into.name !== 'h' || into.t === undefined) return;
    const part = parts.get(String(into.t)) ?? {};
    const kind = from.t === into.t ? 'local' : 'future';
    part[kind] = term.map((value, i) => value + (part[kind]?.[i] ?? 0));
    parts.set(String(into.t), part);
  };
  trace.grads.fill(0);
  let contributions: readonly Contribution[] = [];
  if (phase === 'backward') {
    seedLoss(trace);
    for (let later = trace.length; later > t; later--)
      recordPullback(machine, trace, later).forEach(note);
    const before = trace.grads.slice();
    contributions = recordPullback(machine, trace, t).slice(0, done);
    // the whole step was taken to record it; what a reader has not come to is taken back
    trace.grads.set(before);
    for (const contribution of contributions) {
      note(contribution);
      const { into, after } = contribution;
      trace.grad(into.name, into.t).set(after);
    }
  }
  return {
    operations,
    contributions,
    gradOf: ({ name, t: time }) => [...trace.grad(name, time)],
    blames: Array.from({ length: trace.length + 1 }, (_, step) => ({
      t: step,
      local: parts.get(String(step))?.local,
      future: parts.get(String(step))?.future,
      total: [...trace.grad('h', step)],
    })),
  };
}

/** What a picture of one step needs to know of the way back. */
export type BackwardStep = Pick<BackwardView, 'contributions' | 'gradOf'>;

/** The HTML of every operation and of every addition of the way back, in the machine's order. */
export interface ProgramFormulas {
  readonly forward: readonly string[];
  readonly backward: readonly string[];
}
