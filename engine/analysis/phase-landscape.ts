import { rnn } from '../cells/rnn.ts';
import { compile, type Machine } from '../machine/machine.ts';
import { Duals, type Dual } from '../written/duals.ts';
import type { Landscape } from '../written/landscape.ts';
import type { Register } from '../written/routine.ts';
import { writeStep } from '../written/written.ts';
import { Writer } from '../written/writer.ts';
import { phasePlanes, type Affine, type PhasePlane } from './phase-planes.ts';

/** The longest cycle that is told from one that does not close. */
export const LONGEST_CYCLE = 12;
/** How near a state has to come again. */
export const NEAR = 1e-3;
/** How often a matrix is squared to find its strongest direction. */
const SQUARINGS = 8;
/** Keeps a logarithm finite where float32 has nothing left. */
const TINY = 1e-30;

/**
 * Over a phase plane: the natural logarithm of the largest singular value of ∂h_T/∂h_0, and after how many
 * further steps the state has come back: 1 for a fixed point, 0 for none up to `LONGEST_CYCLE`. The derivatives are carried forward and scaled to length one at every step, because float32
 * ends at 10^±38.
 */
function phaseLandscape(plane: PhasePlane): Landscape {
  return {
    across: 'x',
    up: 'y',
    rest: ['T'],
    results: ['logNorm', 'cycle'],
    routine: write(plane),
  };
}

/** What is carried from step to step: the state with its derivatives, and what was scaled away. */
interface Carried {
  readonly state: readonly Dual<Register>[];
  readonly scaled: Register;
}

function write(plane: PhasePlane): Landscape['routine'] {
  const writer = new Writer();
  const [x, y] = [writer.argument('x'), writer.argument('y')];
  const size = plane.start.length;
  const duals = new Duals(writer, size);
  const machine = compile(rnn, { D: 1, H: size });
  const numbers = plane.start.map((_, i) => ({
    row: plane.start.map((__, j) => affine(writer, plane.entry(i, j), x, y)),
    drive: affine(writer, plane.drive(i), x, y),
  }));
  const given = new Map([
    ['W_hh', numbers.flatMap(({ row }) => row)],
    ['W_xh', numbers.map(({ drive }) => drive)],
    ['b_h', numbers.map(() => writer.constant(0))],
    ['x', [writer.constant(1)]],
  ]);
  const still = new Map(
    [...given].map(([name, values]) => [name, values.map((value) => duals.unmoved(value))]),
  );
  const step = ({ state, scaled }: Carried): Carried => {
    const next = writeStep(machine, duals, new Map([['h', state]]), still).get('h')!;
    return rescaled(writer, next, scaled);
  };
  const start = plane.start.map((value, i) => duals.variable(writer.constant(value), i));
  const end = repeated(writer, { state: start, scaled: writer.constant(0) }, step);
  const logNorm = writer.add(end.scaled, writer.value('log', norm(writer, end.state)));
  const cycle = cycleOf(
    writer,
    machine,
    given,
    end.state.map(({ value }) => value),
  );
  return writer.routine([logNorm, cycle]);
}

function affine(
  writer: Writer,
  { constant, x, y }: Affine,
  first: Register,
  second: Register,
): Register {
  const parts = [
    writer.constant(constant),
    writer.multiply(writer.constant(x), first),
    writer.multiply(writer.constant(y), second),
  ];
  return parts.reduce((sum, part) => writer.add(sum, part));
}

function repeated(writer: Writer, start: Carried, step: (carried: Carried) => Carried): Carried {
  const size = start.state.length;
  const flat = ({ state, scaled }: Carried): Register[] => [
    scaled,
    ...state.flatMap(({ value, tangents }) => [
      value,
      ...tangents.map((tangent) => tangent ?? writer.constant(0)),
    ]),
  ];
  const joined = ([scaled, ...rest]: readonly Register[]): Carried => ({
    scaled: scaled!,
    state: start.state.map((_, i) => {
      const [value, ...tangents] = rest.slice(i * (size + 1), (i + 1) * (size + 1));
      return { value: value!, tangents };
    }),
  });
  const times = { argument: 'T', less: 0 } as const;
  return joined(writer.repeat(times, flat(start), (carried) => flat(step(joined(carried)))));
}

/** Divides all derivatives by their common length, and adds its logarithm to what was scaled away. */
function rescaled(writer: Writer, state: readonly Dual<Register>[], scaled: Register): Carried {
  const square = writer.add(squares(writer, state), writer.constant(TINY));
  const factor = writer.value('inverse_root', square);
  const half = writer.multiply(writer.constant(0.5), writer.value('log', square));
  return {
    scaled: writer.add(scaled, half),
    state: state.map(({ value, tangents }) => ({
      value,
      tangents: tangents.map((tangent) => writer.multiply(tangent!, factor)),
    })),
  };
}

const sum = (writer: Writer, parts: readonly Register[]): Register =>
  parts.reduce((total, part) => writer.add(total, part));

const squares = (writer: Writer, state: readonly Dual<Register>[]): Register =>
  sum(
    writer,
    state.flatMap(({ tangents }) => tangents.map((tangent) => writer.multiply(tangent!, tangent!))),
  );

/**
 * The largest singular value: AᵀA is squared until only its strongest direction is left, and asked there. Error
 * at most 2^−`SQUARINGS` / e of its square, where two directions are nearly as strong.
 */
function norm(writer: Writer, state: readonly Dual<Register>[]): Register {
  const columns = state.map((_, j) => state.map(({ tangents }) => tangents[j]!));
  const gram = columns.flatMap((one) => columns.map((other) => inner(writer, one, other)));
  let strongest = gram;
  for (let n = 0; n < SQUARINGS; n++) strongest = squared(writer, strongest, state.length);
  return writer.value('root', inner(writer, strongest, gram));
}

/** A symmetric matrix times itself, with trace 1. */
function squared(writer: Writer, matrix: readonly Register[], size: number): Register[] {
  const row = (i: number): Register[] => matrix.slice(i * size, (i + 1) * size);
  const places = Array.from({ length: size }, (_, i) => i);
  const product = places.map((i) => places.map((j) => inner(writer, row(i), row(j))));
  const trace = sum(
    writer,
    product.map((entries, i) => entries[i]!),
  );
  const root = writer.value('inverse_root', writer.add(trace, writer.constant(TINY)));
  const factor = writer.multiply(root, root);
  return product.flat().map((entry) => writer.multiply(entry, factor));
}

const inner = (writer: Writer, one: readonly Register[], other: readonly Register[]): Register =>
  sum(
    writer,
    one.map((value, i) => writer.multiply(value, other[i]!)),
  );

/** The number of steps after which the state is near where it was, the first time; 0 for never. */
function cycleOf(
  writer: Writer,
  machine: Machine,
  given: ReadonlyMap<string, readonly Register[]>,
  end: readonly Register[],
): Register {
  let [state, cycle, isOpen] = [end, writer.constant(0), writer.constant(1)];
  for (let length = 1; length <= LONGEST_CYCLE; length++) {
    state = writeStep(machine, writer, new Map([['h', state]]), given).get('h')!;
    const apart = state.map((value, i) => {
      const distance = writer.multiply(writer.constant(1 / NEAR), writer.subtract(value, end[i]!));
      return writer.multiply(distance, distance);
    });
    const closes = writer.multiply(isOpen, writer.value('below_one', sum(writer, apart)));
    cycle = writer.add(cycle, writer.multiply(writer.constant(length), closes));
    isOpen = writer.subtract(isOpen, closes);
  }
  return cycle;
}

export const phaseLandscapes = {
  radius: phaseLandscape(phasePlanes.radius),
  weights: phaseLandscape(phasePlanes.weights),
} as const;
