import { lstm } from '../cells/lstm.ts';
import { sigmoidHead } from '../heads/sigmoid.ts';
import { compile, type Machine } from '../machine/machine.ts';
import { fill, play, type Numbers } from '../machine/play.ts';
import type { Trace } from '../machine/trace.ts';
import { join } from '../program/join.ts';
import { markRow } from '../tasks/mark-rows.ts';

/** What a character can be to the network. */
export const KINDS = ['open', 'close', 'letter'] as const;
export type Kind = (typeof KINDS)[number];

export const GATES = ['f', 'i', 'o'] as const;

/** A truth table: for each kind of character, which gates are open and which sign the candidate has. */
export interface GateTable {
  readonly f: Readonly<Record<Kind, boolean>>;
  readonly i: Readonly<Record<Kind, boolean>>;
  readonly o: Readonly<Record<Kind, boolean>>;
  readonly g: Readonly<Record<Kind, -1 | 0 | 1>>;
}

/** An LSTM with one unit and a lamp; its two inputs are the two marks. */
const gateMachine: Machine = compile(join(lstm, sigmoidHead), { D: 2, H: 1, K: 1 });

/** How the lamp reads the state: firmly, and off where there is nothing. */
const LAMP = { W_hy: 8, b_y: -4 } as const;

const INPUT: Readonly<Record<Kind, -1 | 0 | 1>> = { open: 1, close: -1, letter: 0 };

/** The kind of a character that is written as x. */
export const kindOf = (x: -1 | 0 | 1): Kind => (x === 1 ? 'open' : x === -1 ? 'close' : 'letter');

/**
 * Returns the weights of a table: a letter, whose inputs are 0, sets the bias, and each mark's weight is what
 * its own setting differs by. Gates are set to ±firmness before the squeeze.
 */
function gateParams(table: GateTable, firmness: number): Record<string, Numbers> {
  const sums = (line: Readonly<Record<Kind, number>>) => ({
    weights: [[line.open - line.letter, line.close - line.letter]],
    bias: line.letter,
  });
  const params: Record<string, Numbers> = { ...LAMP };
  for (const name of [...GATES, 'g'] as const) {
    const wanted = (kind: Kind): number => {
      const cell = table[name][kind];
      return typeof cell === 'number' ? cell * firmness : cell ? firmness : -firmness;
    };
    const { weights, bias } = sums({
      open: wanted('open'),
      close: wanted('close'),
      letter: wanted('letter'),
    });
    params[`W_x${name}`] = weights;
    params[`W_h${name}`] = 0;
    params[`b_${name}`] = bias;
  }
  return params;
}

/** Runs a table over characters. */
export const runGates = (
  table: GateTable,
  firmness: number,
  marks: readonly (-1 | 0 | 1)[],
): Trace =>
  play(gateMachine, {
    params: gateParams(table, firmness),
    inputs: marks.map((x) => [...markRow(x)]),
  });

/** Whether the lamp is on at step t. */
export const isLampOn = (trace: Trace, t: number): boolean => trace.value('y', t)[0]! > 0.5;

export interface GateVerdict {
  /** Texts tried, and how many had every lamp right. */
  readonly tested: number;
  readonly right: number;
  /** The shortest text that goes wrong, at its last character. */
  readonly counterExample: readonly Kind[] | undefined;
  /** Letters after an opening mark until the lamp goes out; Infinity beyond `PATIENCE`. */
  readonly holds: number;
}

/** Texts up to this many characters are all tried. */
export const TRIED = 6;
/** Longer quotations are not tried. */
export const PATIENCE = 5000;

/** Tries a table on every text of up to six characters, and on one long quotation. Cost: 1,092 steps and the length. */
export function gradeGates(table: GateTable, firmness: number): GateVerdict {
  const trace = gateMachine.trace(PATIENCE + 1);
  const params = gateParams(table, firmness);
  fill(gateMachine, trace, { params, inputs: Array.from({ length: PATIENCE + 1 }, () => [0, 0]) });
  const read = (kind: Kind, t: number): void => {
    trace.value('x', t).set(markRow(INPUT[kind]));
    gateMachine.step(trace, t);
  };
  let [tested, right] = [0, 0];
  let counterExample: readonly Kind[] | undefined;
  const visit = (before: readonly Kind[], wasInside: boolean, wasRight: boolean): void => {
    for (const kind of KINDS) {
      const text = [...before, kind];
      read(kind, text.length);
      const isInside = kind === 'letter' ? wasInside : kind === 'open';
      const isRight = isLampOn(trace, text.length) === isInside;
      tested += 1;
      if (wasRight && isRight) right += 1;
      else if (wasRight && text.length < (counterExample?.length ?? Infinity))
        counterExample = text;
      if (text.length < TRIED) visit(text, isInside, wasRight && isRight);
    }
  };
  visit([], false, true);
  read('open', 1);
  let holds = 0;
  while (holds < PATIENCE && isLampOn(trace, holds + 1)) {
    holds += 1;
    read('letter', holds + 1);
  }
  return {
    tested,
    right,
    counterExample,
    holds: holds === PATIENCE ? Infinity : Math.max(0, holds - 1),
  };
}
