import { rnn } from '../cells/rnn.ts';
import { sigmoidHead } from '../heads/sigmoid.ts';
import { compile, type Machine } from '../machine/machine.ts';
import { fill, play, type Numbers } from '../machine/play.ts';
import type { Trace } from '../machine/trace.ts';
import { join } from '../program/join.ts';
import { truth, type FiniteMachine, type Mark } from './machines.ts';

/** The network of the workshop: one number in, H units, one lamp out. */
const workshopProgram = join(rnn, sigmoidHead);

/** Weights by name, W_xh to b_y, and the state h before the first character. */
export interface Network {
  readonly params: Readonly<Record<string, Numbers>>;
  readonly start: readonly number[];
}

/** How a network did on one string: `wrongAt` is the first step with a wrong lamp, 0 if none. */
export interface Attempt {
  readonly marks: readonly Mark[];
  readonly wrongAt: number;
}

export interface Verdict {
  /** Strings tested, and how many of them ended with every lamp right. */
  readonly tested: number;
  readonly right: number;
  /** Every string of up to `LISTED` characters, shortest first. */
  readonly listed: readonly Attempt[];
  /** A string that fails at its last character; no shorter one fails. */
  readonly counterExample: readonly Mark[] | undefined;
}

/** Strings up to this length are listed one by one in a verdict. */
export const LISTED = 3;

/** Short strings are also stretched to this many characters, repeated and padded. */
export const LONG = 200;

/** A lamp counts as on from here, and as off up to one minus this; between it says nothing. */
const ON = 0.6;

/** Binds the workshop's network to a number of units. */
const workshopMachine = (units: number): Machine =>
  compile(workshopProgram, { D: 1, H: units, K: 1 });

/** Runs a network over a string. Errors: those of `play`. */
export const runNetwork = (network: Network, marks: readonly Mark[]): Trace =>
  play(workshopMachine(network.start.length), {
    params: network.params,
    initial: { h: network.start },
    inputs: marks.map(({ x }) => x),
  });

/** What the lamp says at t. A state that has faded to nothing says nothing, and that is wrong. */
export function lampSays(trace: Trace, t: number): 'on' | 'off' | 'neither' {
  const y = trace.value('y', t)[0]!;
  if (y >= ON) return 'on';
  return y <= 1 - ON ? 'off' : 'neither';
}

/** Whether the lamp at t is what the machine's would be. */
export const isRight = (trace: Trace, t: number, isOn: boolean): boolean =>
  lampSays(trace, t) === (isOn ? 'on' : 'off');

/**
 * Grades a network against a machine: on every string up to the machine's `exhaustive` length,
 * shortest counter-example first, then on strings of `LONG` characters, since a state that fades
 * is right for a while. Cost: one step per string (strings share their beginnings), some ten thousand.
 */
export function gradeMachine(machine: FiniteMachine, network: Network): Verdict {
  const bound = workshopMachine(network.start.length);
  const trace = bound.trace(LONG);
  fill(bound, trace, {
    params: network.params,
    initial: { h: network.start },
    inputs: Array.from({ length: LONG }, () => 0),
  });
  const board: Board = { tested: 0, right: 0, listed: [], counterExample: undefined };
  visit({ machine, bound, trace, board }, [], machine.start, 0);
  board.listed.sort((one, other) => one.marks.length - other.marks.length);
  if (board.counterExample === undefined) tryLong({ machine, bound, trace, board });
  return board;
}

interface Board extends Verdict {
  tested: number;
  right: number;
  listed: Attempt[];
  counterExample: readonly Mark[] | undefined;
}

interface Visit {
  readonly machine: FiniteMachine;
  readonly bound: Machine;
  readonly trace: Trace;
  readonly board: Board;
}

/** Visits every string that begins with `marks`, which led to `state`; frames 0 … t are filled. */
function visit(all: Visit, marks: readonly Mark[], state: number, wrongAt: number): void {
  const { machine, bound, trace, board } = all;
  const t = marks.length + 1;
  if (t > machine.exhaustive) return;
  for (const mark of machine.alphabet) {
    const longer = [...marks, mark];
    const after = machine.next(state, mark.x);
    trace.value('x', t)[0] = mark.x;
    bound.step(trace, t);
    const isWrong = !isRight(trace, t, machine.isOn(after));
    const first = wrongAt > 0 || !isWrong ? wrongAt : t;
    note(board, { marks: longer, wrongAt: first });
    visit(all, longer, after, first);
  }
}

function note(board: Board, attempt: Attempt): void {
  const { marks, wrongAt } = attempt;
  board.tested += 1;
  if (wrongAt === 0) board.right += 1;
  if (marks.length <= LISTED) board.listed.push(attempt);
  const shortest = board.counterExample?.length ?? Infinity;
  if (wrongAt === marks.length && wrongAt < shortest) board.counterExample = marks;
}

/** Tries each string of up to `LISTED` characters repeated, and followed by letters. */
function tryLong({ machine, bound, trace, board }: Visit): void {
  const rest = machine.alphabet.filter(({ x }) => x === 0);
  const words = board.listed.map(({ marks }) => marks);
  const isFirst = new Set<string>();
  for (const padding of ['word', 'rest'] as const)
    for (const word of words) {
      const long = stretched(word, padding === 'word' ? word : rest);
      const key = long.map(({ character }) => character).join('');
      if (isFirst.has(key)) continue;
      isFirst.add(key);
      const wrongAt = firstWrong(machine, bound, trace, long);
      board.tested += 1;
      if (wrongAt === 0) board.right += 1;
      else if (wrongAt < (board.counterExample?.length ?? Infinity))
        board.counterExample = long.slice(0, wrongAt);
    }
}

function stretched(word: readonly Mark[], padding: readonly Mark[]): Mark[] {
  const long = [...word];
  while (long.length < LONG) long.push(...padding);
  return long.slice(0, LONG);
}

function firstWrong(
  machine: FiniteMachine,
  bound: Machine,
  trace: Trace,
  marks: readonly Mark[],
): number {
  const lamps = truth(machine, marks);
  for (const [i, mark] of marks.entries()) {
    trace.value('x', i + 1)[0] = mark.x;
    bound.step(trace, i + 1);
    if (!isRight(trace, i + 1, lamps[i]!)) return i + 1;
  }
  return 0;
}
