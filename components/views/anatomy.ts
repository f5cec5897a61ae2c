import {
  compile,
  join,
  play,
  rnn,
  softmaxHead,
  type Machine,
  type Numbers,
  type Program,
  type Trace,
} from '#engine/index.ts';

type Step = Program['steps'][number];

/** The network of the anatomy: two inputs, three units, two answers. */
export const anatomyProgram: Program = join(rnn, softmaxHead);
export const anatomyMachine: Machine = compile(anatomyProgram, { D: 2, H: 3, K: 2 });

/** A quantity, or one of its numbers: row i, column j, counted from 1. */
export interface Part {
  readonly q: string;
  readonly lag: 0 | 1;
  readonly i?: number | undefined;
  readonly j?: number | undefined;
}

/** What a reader can point at: everything but the loss and its target, which need an answer to compare. */
export const anatomySteps: readonly Step[] = anatomyProgram.steps.filter(
  ({ out }) => anatomyProgram.quantities.get(out)?.role !== 'loss',
);

/** The characters that the network reads: an opening mark, a closing mark, anything else. */
export const readCharacter = (character: string): readonly number[] =>
  character === '“' ? [1, 0] : character === '”' ? [0, 1] : [0, 0];

/** Runs the network over a text, from a state of zeros. */
export const runAnatomy = (params: Readonly<Record<string, Numbers>>, text: string): Trace =>
  play(anatomyMachine, { params, inputs: [...text].map(readCharacter) });

/** The number that a part names at step t. */
export function valueOf(trace: Trace, t: number, { q, lag, i = 1, j = 1 }: Part): number {
  const { layout, program } = trace;
  const view = trace.value(q, program.quantities.get(q)?.timed === true ? t - lag : undefined);
  return view[(i - 1) * layout.columns(q) + j - 1] ?? Number.NaN;
}

/** All numbers of a quantity, as parts, row by row. */
export function partsOf(q: string, lag: 0 | 1 = 0): Part[][] {
  const { layout } = anatomyMachine;
  const isMatrix = layout.columns(q) > 1;
  return Array.from({ length: layout.rows(q) }, (_, row) =>
    Array.from({ length: layout.columns(q) }, (_, column) => ({
      q,
      lag,
      i: row + 1,
      ...(isMatrix ? { j: column + 1 } : {}),
    })),
  );
}

/** True if two parts overlap: W_hh and its row 2, column 3, for example. */
export const overlap = (one: Part, other: Part): boolean =>
  one.q === other.q &&
  one.lag === other.lag &&
  (one.i === undefined || other.i === undefined || one.i === other.i) &&
  (one.j === undefined || other.j === undefined || one.j === other.j);

/** One summand of a pre-activation: a weight times a number, or a bias alone. */
export interface Summand {
  readonly weight: Part;
  readonly times: Part | undefined;
}

/** The summands of one row of a sum such as a_h or o, in the order in which the machine adds them. */
export function summandsOf({ q, i }: Part): Summand[] {
  const step = anatomySteps.find(({ out }) => out === q);
  if (step?.op !== 'sum' || i === undefined) return [];
  return step.inputs.flatMap((ref): Summand[] => {
    const apply = anatomySteps.find(({ out, op }) => out === ref.name && op === 'apply');
    const [matrix, vector] = apply?.inputs ?? [];
    if (matrix === undefined || vector === undefined)
      return [{ weight: { q: ref.name, lag: ref.lag, i }, times: undefined }];
    return Array.from({ length: anatomyMachine.layout.columns(matrix.name) }, (_, column) => ({
      weight: { q: matrix.name, lag: 0 as const, i, j: column + 1 },
      times: { q: vector.name, lag: vector.lag, i: column + 1 },
    }));
  });
}

/** The parts from which a part is computed, through unnamed products and through sums. */
export function operandsOf(part: Part): Part[] {
  const step = part.lag === 0 ? anatomySteps.find(({ out }) => out === part.q) : undefined;
  if (step === undefined) return [];
  if (step.op === 'apply') {
    const [matrix, vector] = step.inputs;
    return [
      ...(matrix === undefined ? [] : [{ q: matrix.name, lag: 0 as const, i: part.i }]),
      ...(vector === undefined ? [] : [{ q: vector.name, lag: vector.lag }]),
    ];
  }
  return step.inputs.flatMap(({ name, lag }) => {
    const operand = { q: name, lag, i: step.op === 'softmax' ? undefined : part.i };
    const role = anatomyProgram.quantities.get(name)?.role;
    const through = role === 'value' ? operandsOf(operand) : [];
    return isNamed(name) ? [operand, ...through] : through;
  });
}

/** False for a product that no equation names. */
export const isNamed = (name: string): boolean =>
  anatomyProgram.quantities.get(name)?.formula === undefined || name.startsWith('a_');

/** The key of a part in a link: «h.2», «W_hh.23», and «h_before.1» for a state of one step ago. */
export const keyOf = ({ q, lag, i, j }: Part): string =>
  `${q}${lag === 1 ? '_before' : ''}${i === undefined ? '' : `.${i}${j ?? ''}`}`;

/** Every part that can be chosen, by its key. */
export const partsByKey: ReadonlyMap<string, Part> = new Map(
  ['x', 'h_before', 'W_xh', 'W_hh', 'b_h', 'a_h', 'h', 'W_hy', 'b_y', 'o', 'y'].flatMap((key) => {
    const lag = key === 'h_before' ? 1 : 0;
    const q = lag === 1 ? 'h' : key;
    const all: Part[] = [{ q, lag }, ...partsOf(q, lag).flat()];
    return all.map((part): [string, Part] => [keyOf(part), part]);
  }),
);

/** How many digits of a number are shown: inputs are whole, weights as they were set. */
export function digitsOf(q: string, value: number): number {
  const role = anatomyProgram.quantities.get(q)?.role;
  if (role === 'input') return Number.isInteger(value) ? 0 : 2;
  if (role !== 'param') return 2;
  return Math.abs(value * 10 - Math.round(value * 10)) < 1e-9 ? 1 : 2;
}
