import { gruResetBefore, gruResetBeforeWriting } from '../cells/gru-reset-before.ts';
import { gru, gruWriting } from '../cells/gru.ts';
import { lstm } from '../cells/lstm.ts';
import { compile, type Machine } from '../machine/machine.ts';
import { play, type Numbers } from '../machine/play.ts';
import type { Trace } from '../machine/trace.ts';
import type { Program } from '../program/types.ts';
import { markRow } from '../tasks/mark-rows.ts';

/** Where the reset gate stands, and what the update gate's 1 means. */
export type ResetPlace = 'behind' | 'before';
export type UpdateSense = 'keeps' | 'writes';

const PROGRAMS: Readonly<Record<ResetPlace, Readonly<Record<UpdateSense, Program>>>> = {
  behind: { keeps: gru, writes: gruWriting },
  before: { keeps: gruResetBefore, writes: gruResetBeforeWriting },
};

export const gruProgram = (reset: ResetPlace, update: UpdateSense): Program =>
  PROGRAMS[reset][update];

const SIZES = { D: 2, H: 2 };
const lstmMachine: Machine = compile(lstm as Program, SIZES);

/** A line for each unit: what the opening mark adds, what the closing mark adds, and the bias. */
type Lines = readonly [readonly [number, number, number], readonly [number, number, number]];

const block = (gate: string, lines: Lines): Record<string, Numbers> => ({
  [`W_x${gate}`]: lines.map(([open, close]) => [open, close]),
  [`b_${gate}`]: lines.map(([, , bias]) => bias),
});

const NONE = [
  [0, 0],
  [0, 0],
];

/** Unit 1 is a quote latch; unit 2 climbs at every letter and starts again at every mark. */
const lstmParams: Record<string, Numbers> = {
  ...block('f', [
    [-10, -10, 5],
    [-8, -8, 1.5],
  ]),
  ...block('i', [
    [10, 10, -5],
    [-5, -5, 0],
  ]),
  ...block('g', [
    [5, -5, 0],
    [0, 0, 0.5],
  ]),
  ...block('o', [
    [0, 0, 5],
    [0, 0, 3],
  ]),
  W_hf: NONE,
  W_hi: NONE,
  W_hg: NONE,
  W_ho: NONE,
};

/** The same jobs: the latch writes at marks and keeps at letters; its candidate also hears the other unit, through r. */
const gruParams = {
  ...block('r', [
    [-4, -4, 1],
    [-6, -6, 2],
  ]),
  ...block('z', [
    [-10, -10, 5],
    [-8, -8, 1.5],
  ]),
  ...block('n', [
    [5, -5, 0],
    [-1, -1, 1],
  ]),
  W_hr: NONE,
  W_hz: NONE,
  W_hn: [
    [0.5, -1],
    [1, 0.5],
  ],
};

export const runLstm = (marks: readonly (-1 | 0 | 1)[]): Trace =>
  play(lstmMachine, { params: lstmParams, inputs: marks.map((x) => [...markRow(x)]) });

/** Runs the GRU; where z writes, its sums have the other sign, so that nothing else changes. */
export function runGru(
  reset: ResetPlace,
  update: UpdateSense,
  marks: readonly (-1 | 0 | 1)[],
): Trace {
  const params: Record<string, Numbers> = { ...gruParams };
  if (update === 'writes') {
    params['W_xz'] = negated(params['W_xz']);
    params['b_z'] = negated(params['b_z']);
  }
  if (reset === 'behind') params['b_hn'] = [0, 0];
  return play(compile(gruProgram(reset, update), SIZES), {
    params,
    inputs: marks.map((x) => [...markRow(x)]),
  });
}

const negated = (numbers: Numbers | undefined): Numbers =>
  (numbers as (number | number[])[]).map((row) =>
    typeof row === 'number' ? -row : row.map((value) => -value),
  ) as Numbers;
